import cliProgress from 'cli-progress';
import type { Writable } from 'node:stream';

export type Screen = Writable & { readonly isTTY?: boolean };

/** How far a step has come. */
export interface Progress {
  advance(to: number): void;
  done(): void;
}

/** Raise it when the shape of what `--json` prints changes in a way that is not an addition. */
const VERSION = 1;
const EVERY_MS = 500;

/** Data on stdout, talk on stderr; with `--json` one JSON document a line. */
export class Terminal {
  private readonly out: Screen;
  private readonly err: Screen;

  constructor(
    private readonly command: string,
    private readonly json: boolean,
    { out, err }: { readonly out: Screen; readonly err: Screen },
  ) {
    this.out = out;
    this.err = err;
  }

  say(text: string): void {
    this.err.write(`${text}\n`);
  }

  /** @param text the same for people */
  result(data: object, text: () => string): void {
    if (this.json) this.line('result', { data });
    else this.out.write(`${text()}\n`);
  }

  /** One of many, told as it is found. @param text the same for people */
  item(type: string, data: object, text: () => string): void {
    if (this.json) this.line(type, { data });
    else this.out.write(`${text()}\n`);
  }

  /** @param total how often `advance` can be expected; a bar on a terminal, lines elsewhere */
  progress(step: string, total: number): Progress {
    if (this.json) return this.lines(step, total);
    return this.err.isTTY ? this.bar(step, total) : this.sentences(step, total);
  }

  private lines(step: string, total: number): Progress {
    let last = 0;
    let reached = 0;
    const tell = () => this.line('progress', { step, done: reached, total });
    return {
      advance: (to) => {
        reached = to;
        if (performance.now() - last < EVERY_MS) return;
        last = performance.now();
        tell();
      },
      done: tell,
    };
  }

  private bar(step: string, total: number): Progress {
    const format = ` ${step.padEnd(12)} {bar} {value}/{total}  {eta_formatted}`;
    const bar = new cliProgress.SingleBar(
      { format, stream: this.err as NodeJS.WritableStream, hideCursor: true, etaBuffer: 50 },
      cliProgress.Presets.shades_grey,
    );
    bar.start(total, 0);
    return { advance: (to) => bar.update(to), done: () => bar.stop() };
  }

  private sentences(step: string, total: number): Progress {
    const since = performance.now();
    let reached = 0;
    return {
      advance: (to) => (reached = to),
      done: () =>
        this.say(`${step}: ${reached}/${total} in ${((performance.now() - since) / 1000).toFixed(1)} s`),
    };
  }

  private line(type: string, content: object): void {
    this.out.write(`${JSON.stringify({ version: VERSION, type, command: this.command, ...content })}\n`);
  }
}

/** Columns of text under a header; numbers (all columns but the first) to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
