import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { archiveDir } from '../platform/archive/segment-folder.js';
import { EXIT, Failure, type ExitCode } from './exit.js';

const address = z.url({ protocol: /^https?$/ });
const tokens = z.record(z.string(), z.string());
const runFileShape = z.object({ url: address, tokens, databaseUrl: z.url().optional().catch(undefined) });

/** What `npm start` says of itself. */
export type RunFile = Readonly<z.infer<typeof runFileShape>>;

/** What a Waybill with demo identities gives whoever asks. */
export const identities = z.object({ tokens });

/** A running Waybill, asked like anybody asks it. */
export interface Server {
  readonly url: string;
  /** @throws Failure with what the server said, and the exit code that goes with it */
  ask<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
}

const ANSWERS_MS = 15_000;
/** What is said of something else at the address of a Waybill. */
export const ANOTHER = 'answers, but not as a Waybill does';
const project = path.resolve(import.meta.dirname, '..', '..');

export const dataDir = (): string =>
  path.resolve(project, process.env['WAYBILL_DATA_DIR']?.trim() || '.data');

export const archiveFolder = (): string =>
  archiveDir({
    WAYBILL_DATA_DIR: dataDir(),
    WAYBILL_ARCHIVE_DIR: process.env['WAYBILL_ARCHIVE_DIR']?.trim() || undefined,
  });

/** @returns undefined when nothing runs here, or only half of the file was written */
export function runFile(): RunFile | undefined {
  try {
    return runFileShape.safeParse(JSON.parse(readFileSync(path.join(dataDir(), 'run.json'), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** @throws Failure when it is not known where one runs, or WAYBILL_URL is none */
export function runningServer(): Server {
  const file = runFile();
  const url = givenUrl() ?? file?.url;
  const token = process.env['WAYBILL_TOKEN']?.trim() || file?.tokens['operator'];
  if (!url) {
    throw new Failure(
      EXIT.dependencyDown,
      `no Waybill runs on ${dataDir()}: npm start, or set WAYBILL_URL and WAYBILL_TOKEN (of an operator)`,
    );
  }
  if (!token)
    throw new Failure(
      EXIT.dependencyDown,
      `WAYBILL_TOKEN is not set: of an operator of the Waybill at ${url}`,
    );
  return { url, ask: (method, where, body) => ask(`${url}${where}`, token, method, body) };
}

function givenUrl(): string | undefined {
  const given = process.env['WAYBILL_URL']?.trim();
  if (!given) return undefined;
  if (address.safeParse(given).success) return given.replace(/(?<!\/)\/+$/, '');
  throw new Failure(
    EXIT.settings,
    'WAYBILL_URL is not the address of a Waybill, such as http://127.0.0.1:3000',
  );
}

async function ask<Answer>(url: string, token: string, method: string, body?: object): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body && { 'content-type': 'application/json' }),
  };
  const { status, ok, text } = await fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(ANSWERS_MS),
    ...(body && { body: JSON.stringify(body) }),
  })
    .then(async (reply) => ({ status: reply.status, ok: reply.ok, text: await reply.text() }))
    .catch((error: Error) => {
      const { code } = (error.cause ?? {}) as { code?: string };
      throw new Failure(
        EXIT.dependencyDown,
        `${new URL(url).origin} does not answer (${code ?? error.name})`,
      );
    });
  if (!ok) throw new Failure(exitOf(status), told(status, text));
  const answer = objectIn(text === '' ? '{}' : text);
  if (!answer) throw new Failure(EXIT.dependencyDown, `${new URL(url).origin} ${ANOTHER}`);
  return answer as Answer;
}

/** @returns undefined for what is no JSON, or no object: a Waybill answers with nothing else */
function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const exitOf = (status: number): ExitCode => {
  if (status === 404) return EXIT.notFound;
  if (status === 409 || status === 412) return EXIT.conflict;
  return status >= 500 ? EXIT.dependencyDown : EXIT.failed;
};

/** A problem document as a sentence; its other members (`candidates` and the like) are what a person needs next. */
function told(status: number, text: string): string {
  const problem = objectIn(text);
  if (!problem) return `the server answered ${status}`;
  const { title, detail, code, fix, candidates } = problem;
  const more = [fix, candidates && JSON.stringify(candidates, null, 2)].filter(Boolean);
  return [`${String(detail ?? title)} (${String(code)})`, ...more].join('\n');
}
