import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../platform/config.js';
import { newId } from '../platform/core/ids.js';
import { LogSignal } from '../platform/event-store/log-signal.js';
import { Calm } from '../platform/subscriptions/calm.js';
import { eventually } from '../platform/testing/eventually.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { DeliveryQueue } from './delivery-queue.js';
import type { Messages, What } from './messages.js';
import { DeliverySender } from './sender.js';

const config = {
  ...{ WEBHOOK_SLOTS: 4, WEBHOOK_TIMEOUT_MS: 30_000, WEBHOOK_ALLOW_PRIVATE: true },
  WEBHOOK_RETRY_SECONDS: [60],
} as unknown as Config;

describe('Who sends webhooks', () => {
  let store: TestStore;
  let sender: DeliverySender;
  let receiver: Server;
  let endpointId: string;
  const received: string[] = [];
  /** Answers that are kept back; absent: they are given at once. */
  let held: ServerResponse[] | undefined;
  /** What comes before the message is made. */
  let making: () => void;
  let made: Awaited<ReturnType<Messages['bodyOf']>>;

  beforeAll(async () => {
    store = await testStore([]);
    receiver = createServer((request, response) => {
      received.push(String(request.headers['webhook-id']));
      request.resume();
      if (held) held.push(response);
      else response.end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(async () => {
    await store.database.query('truncate webhooks.endpoints, webhooks.deliveries, webhooks.queues cascade');
    endpointId = newId();
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await store.database.query(
      `insert into webhooks.endpoints (endpoint_id, url, event_types, secret) values ($1, $2, '["*"]', 'sealed')`,
      [endpointId, url],
    );
    received.length = 0;
    held = undefined;
    making = () => undefined;
    made = { body: '{}' };
    const messages = {
      bodyOf: () => {
        making();
        return Promise.resolve(made);
      },
      headersFor: (_: string, { eventId }: What) => ({ 'webhook-id': eventId }),
    };
    const queue = new DeliveryQueue(store.database);
    sender = new DeliverySender(config, queue, messages as unknown as Messages, new Calm(new LogSignal()));
  });
  afterEach(async () => {
    letGo();
    await sender.stop();
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await new Promise((resolve) => receiver.close(resolve));
    await store.close();
  });

  const letGo = () => {
    for (const response of held?.splice(0) ?? []) response.end();
    held = undefined;
  };
  const due = async (sequence: string) => {
    await store.database.query(
      `with delivery as (
         insert into webhooks.deliveries (delivery_id, endpoint_id, event_id, type, sequence)
         values ($1, $2, $3, 'spec', $4))
       insert into webhooks.queues (endpoint_id, sequence, pending) values ($2, $4, 1)`,
      [newId(), endpointId, newId(), sequence],
    );
    sender.nudge();
  };
  const delivered = (count: number) =>
    eventually(async () => {
      const rows = await store.database.query(`select 1 from webhooks.deliveries where state = 'delivered'`);
      return rows.length === count;
    });

  it('sends none twice that is still under way, though its lease ran out', async () => {
    held = [];
    sender.start();
    await due('a');
    await eventually(() => received.length === 1);
    await store.database.query(`update webhooks.queues set lease_until = clock_timestamp() - interval '1 s'`);
    await due('b');
    await eventually(() => received.length >= 2);
    letGo();
    await delivered(2);
    expect(received).toHaveLength(new Set(received).size);
  });

  it('gives up at once what can never be made, says why, and goes on with what waits behind it', async () => {
    made = { fault: 'the event cannot be published' };
    await due('a');
    const first = eventually(async () => {
      const [row] = await store.database.query<{ state: string; error: string }>(
        'select d.state, a.error from webhooks.deliveries d join webhooks.attempts a using (delivery_id)',
      );
      return row;
    });
    sender.start();
    expect(await first).toEqual({ state: 'failed', error: 'the event cannot be published' });
    made = { body: '{}' };
    await due('a');
    await delivered(1);
    expect(received).toHaveLength(1);
  });

  it('sends none whose lease runs out before the message is made: whoever has it then sends it', async () => {
    const now = performance.now.bind(performance);
    // More than the margin of the lease over the longest answer.
    const heldUpMs = 11_000;
    let aheadMs = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now() + aheadMs);
    const made: string[] = [];
    making = () => {
      made.push(`${received.length} sent`);
      if (made.length === 1) aheadMs = heldUpMs;
    };
    sender.start();
    await due('a');
    await delivered(1);
    expect(made).toEqual(['0 sent', '0 sent']);
    expect(received).toHaveLength(1);
  });
});
