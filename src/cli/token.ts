import { EXIT, Failure, type ExitCode } from './exit.js';
import { identities, runFile } from './server.js';
import type { Terminal } from './terminal.js';

/** @throws Failure when nothing with demo identities runs here */
export async function showToken(role: string, terminal: Terminal): Promise<ExitCode> {
  const file = runFile();
  if (!file) throw new Failure(EXIT.dependencyDown, 'no Waybill runs here: npm start');
  // Those of the file are as old as the server, and good for twelve hours.
  const fresh: unknown = await fetch(`${file.url}/start/identities`)
    .then((reply) => reply.json())
    .catch(() => undefined);
  const { tokens } = identities.safeParse(fresh).data ?? file;
  const token = tokens[role];
  if (!token) throw new Failure(EXIT.notFound, 'this Waybill has no demo identities: ask whoever runs it');
  terminal.result({ role, token }, () => token);
  return EXIT.ok;
}
