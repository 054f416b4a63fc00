import { describe, expect, it } from '@jest/globals';
import { Linger } from './linger.js';
import { PAGE_EVENTS } from './log-reader.js';

const LINGER_MS = 500;

describe('A subscription that is in no hurry', () => {
  const after = (now: number, { reached = 10, head = 15, ms = LINGER_MS, wanted = 0 } = {}) => {
    const linger = new Linger(ms);
    linger.taken(1_000);
    linger.want(wanted);
    return linger.leftMs(now, reached, () => head);
  };

  it('takes what comes after a quiet time at once', () => {
    expect(new Linger(LINGER_MS).leftMs(0, 0, () => 1)).toBe(0);
    expect(after(1_000 + LINGER_MS)).toBe(0);
  });

  it('waits after a page, and no longer than it may', () => {
    expect(after(1_000)).toBe(LINGER_MS);
    expect(after(1_499.5)).toBe(0.5);
  });

  it('does not wait where nothing was said of waiting', () => {
    expect(after(1_000, { ms: 0 })).toBe(0);
  });

  it('takes a full page at once, so that whoever is behind catches up without a pause', () => {
    expect(after(1_000, { head: 10 + PAGE_EVENTS - 1 })).toBe(LINGER_MS);
    expect(after(1_000, { head: 10 + PAGE_EVENTS })).toBe(0);
    expect(after(1_000, { head: 1_000_000 })).toBe(0);
  });

  it('is woken by whoever waits for a position, until it has come there', () => {
    expect(after(1_000, { wanted: 11 })).toBe(0);
    expect(after(1_000, { wanted: 10 })).toBe(LINGER_MS);
    const linger = new Linger(LINGER_MS);
    linger.taken(1_000);
    linger.want(12);
    linger.want(3);
    expect(linger.leftMs(1_000, 11, () => 15)).toBe(0);
    expect(linger.leftMs(1_000, 12, () => 15)).toBe(LINGER_MS);
  });

  it('takes what was there when its wait ended to its end, however small the pages are', () => {
    const linger = new Linger(LINGER_MS);
    linger.taken(1_000);
    expect(linger.leftMs(1_500, 10, () => 40)).toBe(0);
    linger.taken(1_501);
    expect(linger.leftMs(1_501, 25, () => 45)).toBe(0);
    linger.taken(1_502);
    expect(linger.leftMs(1_502, 40, () => 45)).toBe(LINGER_MS);
  });

  it('asks how far the log goes only where it matters', () => {
    const head = () => {
      throw new Error('asked');
    };
    expect(new Linger(0).leftMs(0, 0, head)).toBe(0);
    const linger = new Linger(LINGER_MS);
    linger.taken(1_000);
    linger.want(5);
    expect(linger.leftMs(1_000, 4, head)).toBe(0);
  });
});
