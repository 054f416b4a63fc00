import { describe, expect, it } from '@jest/globals';
import { newId } from '../core/ids.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import { ExternalService } from '../outside/external-service.js';
import { Parties } from '../outside/parties.js';
import { Unavailable } from '../subscriptions/failures.js';
import { SagaRegistry } from './saga-registry.js';
import type { Saga } from './saga.js';
import { TaskPatience } from './task-patience.js';
import type { Task } from './task-store.js';

const settings = {
  SAGA_ATTEMPTS: 3,
  SAGA_ATTENTION_SECONDS: 300,
  SAGA_PENDING_SECONDS: 3_600,
  SAGA_RETRY_BASE_MS: 100,
  SAGA_RETRY_CAP_MS: 1_000,
};
const task = (over: Partial<Task> = {}): Task => ({
  ...{ id: newId(), saga: 'toy', saga_id: newId(), table_version: 1, kind: 'command', step: 'ship' },
  ...{
    direction: 'do',
    attempt: 1,
    command: 'Ship',
    data: {},
    cause: newId(),
    correlation_id: 'c',
    traceparent: null,
    tracestate: null,
  },
  ...{ party: 'carrier', attempts: 1, failures: 0, holds: 0, heldMs: null, unansweredMs: null },
  ...{ is_watched: false, fence: 1, lateMs: 0 },
  ...over,
});
const silence = new OutcomePending('no answer', { isUnanswered: true });
const minutes = (n: number) => n * 60_000;

describe('Patience with a command', () => {
  const sagas = new SagaRegistry();
  sagas.add({ name: 'toy', hasPatience: (_: number, step: string) => step === 'pay' } as unknown as Saga);
  const parties = new Parties();
  const carrier = parties.add(new ExternalService({ name: 'carrier', deadlineMs: 50 }));
  const patience = new TaskPatience(settings, sagas, parties);
  const answers = () => carrier.ask({ parse: () => ({}) } as never, () => Promise.resolve({}));

  it('asks for a person after a few failures of our own', () => {
    expect(patience.decide(task({ failures: 1 }), new Error('bug'))).toMatchObject({
      setback: { kind: 'failed' },
    });
    const last = patience.decide(task({ failures: 2, attempts: 9 }), new Error('bug'));
    expect(last).toEqual({ trouble: { step: 'ship', direction: 'do', attempts: 9, detail: 'bug' } });
  });

  it.each([
    ['a lost connection', new Unavailable('away')],
    ['a crowd', new Rejection('concurrent-change', 'others are faster')],
  ])('does not count %s', (_, error) =>
    expect(patience.decide(task({ failures: 2 }), error)).toMatchObject({ setback: { kind: 'broken' } }),
  );

  it('never gives up because of somebody outside, however long it takes', () => {
    const long = task({ failures: 2, holds: 500, heldMs: minutes(600), unansweredMs: minutes(600) });
    expect(patience.decide(long, silence)).toMatchObject({ setback: { kind: 'unanswered' } });
    expect(patience.decide(long, silence).setback!.delayMs).toBeLessThanOrEqual(1_000);
    const pending = patience.decide(task({ heldMs: minutes(2) }), new OutcomePending('not decided'));
    expect(pending).toMatchObject({ setback: { kind: 'undecided' } });
    expect(pending.trouble).toBeUndefined();
  });

  it('shows an order that gets no answer only when others do', async () => {
    const long = task({ heldMs: minutes(6), unansweredMs: minutes(6) });
    expect(patience.decide(long, silence).trouble).toBeUndefined();
    await answers();
    expect(patience.decide(long, silence)).toMatchObject({
      setback: { kind: 'unanswered' },
      trouble: { isTrying: true, step: 'ship' },
    });
    expect(patience.decide(task({ unansweredMs: minutes(1), holds: 2 }), silence).trouble).toBeDefined();
    const short = task({ heldMs: minutes(4), unansweredMs: minutes(4) });
    expect(patience.decide(short, silence).trouble).toBeUndefined();
  });

  it('shows an order about which nobody decides for long, and goes on asking', () => {
    const decided = patience.decide(task({ heldMs: minutes(61) }), new OutcomePending('not decided'));
    expect(decided).toMatchObject({ setback: { kind: 'undecided' }, trouble: { isTrying: true } });
  });

  it('leaves to its timer what has one, and comes back when it was asked to', () => {
    const paying = task({ step: 'pay', failures: 50, heldMs: minutes(90) });
    expect(patience.decide(paying, new Error('bug')).trouble).toBeUndefined();
    const soon = patience.decide(paying, new OutcomePending('no transfer yet', { retryAfterMs: 60_000 }));
    expect(soon).toEqual({ setback: { delayMs: 60_000, detail: 'no transfer yet', kind: 'undecided' } });
  });
});
