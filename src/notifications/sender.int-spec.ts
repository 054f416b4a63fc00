import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { QueryBus } from '@nestjs/cqrs';
import type { Config } from '../platform/config.js';
import { newId } from '../platform/core/ids.js';
import { LogSignal } from '../platform/event-store/log-signal.js';
import type { PersonalData } from '../platform/personal-data/personal-data.js';
import { Calm } from '../platform/subscriptions/calm.js';
import { eventually } from '../platform/testing/eventually.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import type { Addressee, Contacts } from './contacts.js';
import type { Mailer } from './mailer.js';
import { Outbox } from './outbox.js';
import { NotificationSender } from './sender.js';

const config = {
  ...{ NOTIFY_TIMEOUT_MS: 30_000, NOTIFY_RETRY_SECONDS: [60], NOTIFY_MAX_AGE_HOURS: 72 },
  NOTIFY_FROM: 'Shop <orders@shop.example>',
} as unknown as Config;
const total = { amountMinor: 100, currency: 'EUR' };

describe('Who sends mails', () => {
  let store: TestStore;
  let sender: NotificationSender;
  /** What is under way at the mail server, by Message-ID. */
  const asked: string[] = [];
  let answer: () => void;
  /** What comes before the address is known. */
  let lookUp: () => void;

  beforeAll(async () => void (store = await testStore([])));
  beforeEach(async () => {
    await store.database.query('truncate notifications.outbox');
    asked.length = 0;
    lookUp = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const contacts = {
      of: ([customerId]: string[]) => {
        lookUp();
        const known = { customerId, email: 'c@example.com', language: 'en', notifications: true };
        return Promise.resolve(new Map([[customerId, known as Addressee]]));
      },
    };
    const mailer = {
      ...{ isOn: true, room: 4 },
      send: async (_to: string, messageId: string) => {
        asked.push(messageId);
        await answered;
        return { kind: 'answered', answer: { kind: 'accepted' } };
      },
    };
    const order = { id: newId(), items: [], total };
    sender = new NotificationSender(
      config,
      new Outbox(store.database),
      contacts as unknown as Contacts,
      mailer as unknown as Mailer,
      { execute: () => Promise.resolve(order) } as unknown as QueryBus,
      { open: (given: Addressee) => Promise.resolve(given) } as unknown as PersonalData,
      new Calm(new LogSignal()),
    );
  });
  afterEach(async () => {
    answer();
    await sender.stop();
    jest.restoreAllMocks();
  });
  afterAll(() => store.close());

  const queued = async () => {
    const id = newId();
    await store.database.query(
      `insert into notifications.outbox (notification_id, template, event_id, event_type, position, order_id,
         customer_id, facts, correlation_id, state)
       values ($1, 'order-confirmed', $2, 'OrderConfirmed', 1, $3, $4, '{}', 'c', 'queued')`,
      [id, newId(), newId(), newId()],
    );
    sender.nudge();
    return id;
  };
  const sent = (count: number) =>
    eventually(async () => {
      const rows = await store.database.query(`select 1 from notifications.outbox where state = 'sent'`);
      return rows.length === count;
    });
  const loseLeases = () =>
    store.database.query(`update notifications.outbox set lease_until = clock_timestamp() - interval '1 s'`);

  it('sends none twice that is still under way, though its lease ran out', async () => {
    sender.start();
    await queued();
    await eventually(() => asked.length === 1);
    await loseLeases();
    await queued();
    await eventually(() => asked.length >= 2);
    answer();
    await sent(2);
    expect(asked).toHaveLength(new Set(asked).size);
  });

  it('sends none whose lease runs out before the address is known: whoever has it then sends it', async () => {
    const now = performance.now.bind(performance);
    // More than the margin of the lease over the longest answer.
    const heldUpMs = 11_000;
    let aheadMs = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now() + aheadMs);
    const lookUps: string[] = [];
    lookUp = () => {
      lookUps.push(`${asked.length} sent`);
      if (lookUps.length === 1) aheadMs = heldUpMs;
    };
    sender.start();
    await queued();
    answer();
    await sent(1);
    expect(lookUps).toEqual(['0 sent', '0 sent']);
    expect(asked).toHaveLength(1);
  });
});
