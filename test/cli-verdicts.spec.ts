import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { verdictOf } from '../src/cli/verdict.js';
import { ArchiveUnavailable } from '../src/platform/archive/archive-unavailable.js';
import { Unavailable } from '../src/platform/subscriptions/failures.js';

const answered = (state: string, words: string) =>
  Object.assign(new pg.DatabaseError(words, 1, 'error'), { code: state });
const system = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: no, ${syscall} '/var/copy'`), { code, syscall });

/** What a call that cannot succeed ends with. */
async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it succeeded');
}

describe('Whoever typed a command is told in a sentence', () => {
  it.each([
    ['28P01', 'password authentication failed for user "x"'],
    ['28000', 'no pg_hba.conf entry for host "10.0.0.7"'],
    ['3D000', 'database "nowhere" does not exist'],
    ['42501', 'permission denied for table events'],
  ])('that the database refuses him: %s', (state, words) => {
    const expected = { text: `the database refuses us: ${words}`, exitCode: 5 };
    const error = answered(state, words);
    expect(verdictOf(error)).toEqual(expected);
    expect(verdictOf(new QueryFailedError('select', [], error))).toMatchObject({ exitCode: 5 });
  });

  it.each([
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', undefined],
    ['The server does not support SSL connections', undefined],
    ['self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ["Hostname/IP does not match certificate's altnames", 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('that it comes to no agreement with the database: %s', (words, code) => {
    const error = Object.assign(new Error(words), code && { code });
    expect(verdictOf(error)).toEqual({ text: `the database refuses us: ${words}`, exitCode: 5 });
  });

  it.each<[string, unknown, RegExp]>([
    [
      'a full disk',
      answered('53100', 'could not extend file'),
      /^the disk of the database is full: could not/,
    ],
    [
      'too many others',
      answered('53300', 'sorry, too many clients'),
      /^the database cannot do it now: sorry/,
    ],
    ['nobody there', system('ECONNREFUSED', 'connect'), /^the database cannot be reached: ECONNREFUSED/],
    [
      'a file of the archive',
      new ArchiveUnavailable('the archive file a cannot be read'),
      /^the archive file a/,
    ],
    ['a service', new Unavailable('the carrier does not answer'), /^the carrier does not answer$/],
  ])('who is away, and who is not: %s', (_, error, text) => {
    expect(verdictOf(error)).toEqual({ text: expect.stringMatching(text), exitCode: 5 });
  });

  const here = import.meta.filename;
  it.each<[string, () => unknown]>([
    ['a folder that is read', () => readFileSync(path.dirname(here))],
    ['a folder that is read as a stream', async () => (await open(path.dirname(here))).readFile()],
    ['a folder below a file', () => mkdirSync(path.join(here, 'copy'))],
    ['a copy of nothing', () => cpSync(path.join(here, 'nothing'), `${here}.copy`)],
    ['a folder that is closed', () => Promise.reject(system('EACCES', 'mkdir'))],
    ['a disk that is full', () => Promise.reject(system('ENOSPC', 'write'))],
  ])('what the system says of %s', async (_, work) => {
    const error = (await failureOf(work)) as Error;
    expect(verdictOf(error)).toEqual({ text: error.message, exitCode: 1 });
    expect(error.message).not.toMatch(/\n +at /);
  });

  it('and a stack is kept for what nobody foresaw', () => {
    const error = new TypeError('x is not a function');
    expect(verdictOf(error)).toEqual({ text: error.stack, exitCode: 1 });
  });
});
