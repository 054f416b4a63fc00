import { readFileSync } from 'node:fs';
import path from 'node:path';
import { archiveDir } from '../platform/archive/segment-folder.js';
import { EXIT, Failure, type ExitCode } from './exit.js';

/** What `npm start` says of itself. */
export interface RunFile {
  readonly url: string;
  readonly databaseUrl: string;
  readonly tokens: Readonly<Record<string, string>>;
}

/** A running Waybill, asked like anybody asks it. */
export interface Server {
  readonly url: string;
  /** @throws Failure with what the server said, and the exit code that goes with it */
  ask<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
}

const ANSWERS_MS = 15_000;
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
    return JSON.parse(readFileSync(path.join(dataDir(), 'run.json'), 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
}

/** @throws Failure when it is not known where one runs */
export function runningServer(): Server {
  const file = runFile();
  const url = process.env['WAYBILL_URL']?.trim().replace(/(?<!\/)\/+$/, '') || file?.url;
  const token = process.env['WAYBILL_TOKEN']?.trim() || file?.tokens['operator'];
  if (!url || !token) {
    throw new Failure(
      EXIT.dependencyDown,
      `no Waybill runs on ${dataDir()}: npm start, or set WAYBILL_URL and WAYBILL_TOKEN (of an operator)`,
    );
  }
  return { url, ask: (method, where, body) => ask(`${url}${where}`, token, method, body) };
}

async function ask<Answer>(url: string, token: string, method: string, body?: object): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body && { 'content-type': 'application/json' }),
  };
  const reply = await fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(ANSWERS_MS),
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: string };
    throw new Failure(EXIT.dependencyDown, `${new URL(url).origin} does not answer (${code ?? error.name})`);
  });
  const text = await reply.text();
  if (reply.ok) return (text === '' ? {} : JSON.parse(text)) as Answer;
  throw new Failure(exitOf(reply.status), told(reply.status, text));
}

const exitOf = (status: number): ExitCode => {
  if (status === 404) return EXIT.notFound;
  if (status === 409 || status === 412) return EXIT.conflict;
  return status >= 500 ? EXIT.dependencyDown : EXIT.failed;
};

/** A problem document as a sentence; its other members (`candidates` and the like) are what a person needs next. */
function told(status: number, text: string): string {
  try {
    const { title, detail, code, fix, candidates } = JSON.parse(text) as Record<string, unknown>;
    const more = [fix, candidates && JSON.stringify(candidates, null, 2)].filter(Boolean);
    return [`${String(detail ?? title)} (${String(code)})`, ...more].join('\n');
  } catch {
    return `the server answered ${status}`;
  }
}
