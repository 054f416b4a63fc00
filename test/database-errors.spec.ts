import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { EXIT } from '../src/cli/exit.js';
import { verdictOf } from '../src/cli/verdict.js';
import {
  CommitUnknown,
  databaseErrorKind,
  isVerdict,
  StoreUnavailable,
} from '../src/platform/event-store/database-errors.js';
import { failureOf } from '../src/platform/http/failure.js';
import { verdictOn } from '../src/platform/kafka/failures.js';
import { isTransient } from '../src/platform/subscriptions/failures.js';

const answered = (state: string) =>
  Object.assign(new pg.DatabaseError('the words of the server', 1, 'error'), { code: state });
const network = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

/** What each door does about an error, by the one answer to what it means. */
const doors = (error: unknown) => ({
  kind: databaseErrorKind(error),
  request: failureOf(error)?.code ?? 'internal-error',
  subscription: isTransient(error) ? 'tried again' : 'counted',
  kafka: verdictOn(error),
  command: verdictOf(error).exitCode === EXIT.dependencyDown ? 'dependency down' : 'failed',
});

const away = {
  kind: 'transient',
  request: 'store-unavailable',
  subscription: 'tried again',
  kafka: 'away',
  command: 'dependency down',
};
const tooLong = { ...away, request: 'overloaded' };
const lostRace = { ...away, kind: 'conflict', request: 'concurrent-change', kafka: 'again' };
const locked = { ...lostRace, request: 'overloaded' };
const wrong = {
  kind: 'permanent',
  request: 'internal-error',
  subscription: 'counted',
  kafka: 'unclear',
  command: 'failed',
};
/** Whoever asks over HTTP cannot help it; whoever typed a command can. */
const keptOut = { ...wrong, command: 'dependency down' };

describe('every door knows an error of the database for the same', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EAI_AGAIN',
  ])('the network says %s', (code) => {
    const error = network(code);
    expect(doors(error)).toEqual(away);
    expect(doors(new AggregateError([error]))).toEqual(away);
    expect(doors(new QueryFailedError('select', [], error))).toEqual(away);
    expect(doors(new Error('the step failed', { cause: error }))).toEqual(away);
    expect(isVerdict(error)).toBe(false);
  });

  it.each([
    'Client was closed and is not queryable',
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'The server is a standby',
  ])('the driver says: %s', (words) => {
    expect(doors(new Error(words))).toEqual(away);
  });

  it.each([
    ['an append', new StoreUnavailable('no answer in time')],
    ['a transaction', new CommitUnknown('the answer to COMMIT was lost')],
  ])('nobody knows what became of %s', (_, error) => {
    expect(doors(error)).toEqual(away);
  });

  it.each([
    ['08006', 'connection failure', away],
    ['25006', 'read-only transaction', away],
    ['26000', 'a prepared statement that another session had', away],
    ['53300', 'too many connections', away],
    ['55000', 'not in the right state', away],
    ['57P01', 'administrator shuts down', away],
    ['57014', 'statement timeout', tooLong],
    ['58030', 'input or output failed', away],
    ['40001', 'serialization failure', lostRace],
    ['40P01', 'deadlock', lostRace],
    ['55P03', 'lock not available', locked],
    ['22021', 'a value that cannot be stored', { ...wrong, request: 'invalid-request', kafka: 'dead' }],
    ['23505', 'something like it exists', { ...wrong, request: 'conflict' }],
    ['23503', 'a broken reference', wrong],
    ['42P01', 'no such table', wrong],
    ['28P01', 'a wrong password', keptOut],
    ['28000', 'a user that may not log in from here', keptOut],
    ['3D000', 'a database that is not there', keptOut],
    ['42501', 'rights that are missing', keptOut],
    // Tried again like any outage, but whoever asks gets a number under which the log has it.
    ['XX000', 'the server itself is broken', { ...away, request: 'internal-error' }],
  ])('the server answers %s: %s', (state, _, expected) => {
    expect(doors(answered(state))).toEqual(expected);
    expect(doors(new QueryFailedError('select', [], answered(state)))).toEqual(expected);
  });

  it('and what is none stays what it is', () => {
    const error = new TypeError('x is not a function');
    expect(doors(error)).toEqual({ ...wrong, kind: undefined });
  });

  it('and no other file judges by the class of an error, whatever it asks', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('spec.ts'),
    );
    const judges = sources.filter((file) =>
      readFileSync(`src/${file}`, 'utf8').includes('instanceof pg.DatabaseError'),
    );
    expect(judges).toEqual(['platform/event-store/database-errors.ts']);
  });
});
