import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Database } from '../event-store/database.js';
import { testStore, type TestStore } from '../testing/store.js';
import { LogSignal } from '../event-store/log-signal.js';
import { Calm } from './calm.js';
import { CheckpointTracker } from './checkpoint-tracker.js';
import { LogNotifier, type Message } from './log-notifier.js';

let store: TestStore;
let looks = 0;
let progress: CheckpointTracker;
let wakeUp: LogNotifier;
beforeAll(async () => {
  store = await testStore([]);
  await store.database.query(`insert into platform.subscriptions (name, position) values ('slow', 0)`);
});
afterAll(() => store.close());
beforeEach(() => {
  looks = 0;
  // The real database, and a count of what it is asked.
  const counted = new Proxy(store.database, {
    get: (database, name: keyof Database) => {
      if (name === 'query') looks += 1;
      const member = database[name];
      return typeof member === 'function' ? member.bind(database) : member;
    },
  });
  wakeUp = new LogNotifier(new DataSource({ type: 'postgres', url: store.url }), new Calm(new LogSignal()));
  progress = new CheckpointTracker(counted, wakeUp, store.log);
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('a thousand who wait ask the database no more often than one', async () => {
  const all = Array.from({ length: 1000 }, () => progress.waitFor('slow', 5, 400));
  expect(new Set(await Promise.all(all))).toEqual(new Set([false]));
  expect(looks).toBeLessThan(60);
});

it('each goes on as soon as its own position is reached, and nobody is asked when nobody waits', async () => {
  const ends: number[] = [];
  const waiting = new Map(
    [3, 1, 2].map((position) => [
      position,
      progress.waitFor('slow', position, 30_000).then((reached) => reached && ends.push(position)),
    ]),
  );
  for (const position of [1, 2, 3]) {
    progress.reached('slow', position);
    await waiting.get(position);
    expect(ends.at(-1)).toBe(position);
    expect(ends).toHaveLength(position);
  }
  const before = looks;
  await pause(100);
  expect(looks).toBe(before);
});

it('whoever begins to wait says so at once, and nobody who only looks', async () => {
  const heard: Message[] = [];
  await wakeUp.start((message) => heard.push(message));
  heard.length = 0;
  await progress.waitFor('slow', 9, 0);
  await progress.waitFor('slow', 0, 1_000);
  expect(heard).toEqual([]);
  const waiting = progress.waitFor('slow', 10, 30_000);
  expect(heard).toEqual([{ subscription: 'slow', position: 10 }]);
  progress.reached('slow', 10);
  expect(await waiting).toBe(true);
  await wakeUp.stop();
});

it('what another process has reached is found by looking', async () => {
  const waiting = progress.waitFor('slow', 0, 1_000);
  expect(await waiting).toBe(true);
  expect(await progress.waitFor('slow', 7, 0)).toBe(false);
});
