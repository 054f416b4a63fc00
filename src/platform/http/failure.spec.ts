import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import { CommitUnknown, InexactNumber } from '../event-store/database-errors.js';
import { failureOf } from './failure.js';

const ofDatabase = (code: string) =>
  Object.assign(new pg.DatabaseError('insert into secret_table failed', 1, 'error'), { code });

describe('an error of PostgreSQL', () => {
  it.each([
    ['22P05', 'invalid-request'],
    ['22021', 'invalid-request'],
    ['22003', 'invalid-request'],
    ['23505', 'conflict'],
    ['40001', 'concurrent-change'],
    ['40P01', 'concurrent-change'],
    ['53300', 'store-unavailable'],
    ['57P01', 'store-unavailable'],
    ['08006', 'store-unavailable'],
    ['57014', 'overloaded'],
  ])('%s is %s, without its words', (state, code) => {
    const failure = failureOf(ofDatabase(state));
    expect(failure?.code).toBe(code);
    expect(failure?.detail).not.toContain('secret_table');
  });

  it.each(['42P01', '23503', 'XX000', '42501'])('%s is a mistake of ours', (state) => {
    expect(failureOf(ofDatabase(state))).toBeUndefined();
  });
});

describe('a failure', () => {
  it('keeps the code and words of a rejection', () => {
    expect(failureOf(new Rejection('order.shipped', 'too late', { at: 1 }))).toEqual({
      code: 'order.shipped',
      detail: 'too late',
      extensions: { at: 1 },
    });
  });

  it('of unknown outcome says so', () => {
    expect(failureOf(new CommitUnknown('x'))?.code).toBe('store-unavailable');
    expect(failureOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))?.code).toBe(
      'store-unavailable',
    );
    expect(failureOf(new OutcomePending('the bank is asleep', { retryAfterMs: 1500 }))).toMatchObject({
      code: 'not-settled',
      extensions: { retryAfter: 2 },
    });
  });

  it('to tell a sum exactly asks for less', () => {
    expect(failureOf(new InexactNumber('9007199254740993 leaves the exact range'))).toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining('a shorter period'),
    });
  });

  it('nobody expected tells nothing', () => {
    expect(failureOf(new TypeError('x is not a function'))).toBeUndefined();
    expect(failureOf('a string')).toBeUndefined();
  });
});
