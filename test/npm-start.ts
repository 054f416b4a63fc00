import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunFile {
  readonly url: string;
  readonly pid: number;
  readonly databaseUrl: string;
  readonly tokens: Record<'operator' | 'service' | 'customer' | 'otherCustomer', string>;
  readonly customerId: string;
  readonly otherCustomerId: string;
}

/** One `npm start`, as a shell would run it: a process group of its own. */
export class Start {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(
    readonly folder: string,
    settings: Record<string, string> = {},
    as: { uid?: number; gid?: number; words?: string[] } = {},
  ) {
    const { PATH, LANG } = process.env;
    const env = { PATH, LANG, HOME: path.dirname(folder), ...settings } as unknown as NodeJS.ProcessEnv;
    const { words = [], ...whom } = as;
    const argv = words.length > 0 ? ['start', '--', ...words] : ['start'];
    this.child = spawn('npm', argv, { cwd: folder, env, detached: true, ...whom });
    this.child.stdout?.on('data', (chunk) => (this.output += chunk));
    this.child.stderr?.on('data', (chunk) => (this.output += chunk));
    this.ended = once(this.child, 'close');
  }

  async ready(): Promise<RunFile> {
    while (!this.output.includes('Stop: Ctrl-C')) {
      if (this.child.exitCode !== null) throw new Error(`npm start ended:\n${this.output}`);
      await sleep(50);
    }
    return this.runFile();
  }

  /** That it says this, or ends without. */
  async says(text: string): Promise<void> {
    while (!this.output.includes(text) && this.child.exitCode === null && this.child.signalCode === null) {
      await sleep(20);
    }
  }

  runFile(name = 'run.json'): RunFile {
    return JSON.parse(readFileSync(path.join(this.folder, '.data', name), 'utf8')) as RunFile;
  }

  /** To everybody in the terminal, as Ctrl-C does. */
  signal(name: NodeJS.Signals): void {
    try {
      process.kill(-Number(this.child.pid), name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  async exitCode(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  /** Nothing survives: npm, the starter, the application, the database server. */
  async killEverything(): Promise<void> {
    const application = this.runFile().pid;
    this.signal('SIGKILL');
    process.kill(application, 'SIGKILL');
    process.kill(this.postmaster(), 'SIGKILL');
    await this.ended;
  }

  postmaster(): number {
    return Number(readFileSync(this.postmasterFile, 'utf8').split('\n')[0]);
  }

  get postmasterFile(): string {
    return path.join(this.folder, '.data', 'postgres', 'data', 'postmaster.pid');
  }
}

export const isRunning = (pid: number): boolean => spawnSync('kill', ['-0', String(pid)]).status === 0;

/** What runs in a folder, whoever has started it. */
export function programsIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return [];
        return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`];
      } catch {
        return [];
      }
    });
}
