import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Rejection } from '../core/rejection.js';
import { StoreUnavailable } from '../event-store/database-errors.js';
import type { KafkaState } from './client-state.js';
import type { Consumed } from './consumed.js';
import type { DeadLetters, Failure } from './dead-letters.js';
import type { Effects } from './effects.js';
import { Unacceptable } from './envelope.js';
import { TooEarly } from './failures.js';
import { InboundDispatcher } from './inbound-dispatcher.js';
import type { InboundRecord } from './inbound-source.js';
import type { PersonalRecords } from './personal-records.js';
import type { IntegrationEventPublisher, OutgoingRecord } from './publisher.js';

const record: InboundRecord = {
  ...{ topic: 'waybill.tracking.v1', partition: 0, offset: '7', timestamp: 0 },
  ...{ key: null, value: null, headers: {} },
};
const away = () => new StoreUnavailable('no database');
const early = () => new TooEarly(new Rejection('shipment.not-dispatched', 'not yet'));

describe('A record that cannot have its effect yet', () => {
  let now = 0;
  let trouble: (() => Error) | undefined;
  let letters: Failure[];
  let tries = 0;
  let copies: OutgoingRecord[];
  let sealed: (given: InboundRecord) => Promise<InboundRecord>;

  beforeEach(() => {
    now = tries = 0;
    letters = [];
    copies = [];
    sealed = (given) => Promise.resolve(given);
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  /** @param changes what is the trouble from which moment on; none in the end */
  const take = async (
    changes: readonly (readonly [ms: number, trouble?: () => Error])[],
    { leaseSeconds = 5, given = record } = {},
  ) => {
    const effects = {
      of: () => {
        tries++;
        trouble = changes.findLast(([ms]) => ms <= now)?.[1];
        return trouble ? Promise.reject(trouble()) : Promise.resolve({ reply: undefined, isRepeat: false });
      },
    };
    const deadLetters = {
      standing: () => Promise.resolve('free'),
      add: (_: string, __: InboundRecord, failure: Failure) => Promise.resolve(void letters.push(failure)),
    };
    const dispatcher = new InboundDispatcher(
      effects as unknown as Effects,
      deadLetters as unknown as DeadLetters,
      {} as Consumed,
      { sealed } as PersonalRecords,
      {
        publish: (given: OutgoingRecord[]) => {
          copies.push(...given);
          return Promise.resolve([{ kind: 'sent' }]);
        },
      } as unknown as IntegrationEventPublisher,
      { stalled: () => undefined } as unknown as KafkaState,
      { KAFKA_TOPIC_PREFIX: undefined, LEASE_SECONDS: leaseSeconds },
    );
    await dispatcher.take('spec', given, (ms) => Promise.resolve(void (now += ms)));
  };

  it('is tried again after an outage as if there had been none', async () => {
    await take([[0, away], [45_000, early], [60_000]]);
    expect(letters).toEqual([]);
    expect(now).toBeGreaterThanOrEqual(60_000);
  });

  it('has waited half a minute since the outage when it becomes a dead letter', async () => {
    await take([
      [0, early],
      [20_000, away],
      [45_000, early],
    ]);
    expect(letters).toEqual([
      expect.objectContaining({ reason: 'shipment.not-dispatched', attempts: tries }),
    ]);
    expect(now).toBeGreaterThan(75_000);
    expect(now).toBeLessThan(90_000);
  });

  it('is waited for longer than a task is held by a process that died', async () => {
    await take([[0, early], [90_000]], { leaseSeconds: 60 });
    expect(letters).toEqual([]);
    await take([[0, early]], { leaseSeconds: 60 });
    expect(letters).toHaveLength(1);
  });

  it('names nobody where it cannot be sealed: the letter and its copy say where it is', async () => {
    sealed = () => Promise.reject(new Error('no key opens this'));
    const given = { ...record, value: Buffer.from('{"name":"Jane Canary"}') };
    await take([[0, () => new Unacceptable('schema', '/name: unknown')]], { given });
    expect(letters).toHaveLength(1);
    expect(copies).toEqual([expect.objectContaining({ topic: 'waybill.tracking.v1.dlq', value: null })]);
  });

  it('is tried again, however long the process was held up between two tries', async () => {
    const held = () => {
      now += 45_000;
      return early();
    };
    await take([[0, held], [45_500, early], [60_000]]);
    expect(letters).toEqual([]);
  });
});
