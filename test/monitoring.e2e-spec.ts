import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { order } from './builders.js';
import { demoCatalogue } from './demo-catalogue.js';
import { callersTrace, keepSpans, type Spans } from './spans.js';

const read = (name: string) => readFileSync(`docs/monitoring/${name}`, 'utf8');
interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly runbook_url: string };
}
const { groups } = load(read('alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read('dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

/** Prometheus' own judge, where it is installed: `apt-get install prometheus`. */
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
if (!hasPromtool) process.stderr.write('NOT RUN: promtool is not installed (apt-get install prometheus)\n');
const promtool = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { input, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};

const APPENDS = 'waybill_commit_batch_appends_count';

describe('What Prometheus is told', () => {
  let waybill: TestApp;
  let page: string;
  let spans: Spans;
  beforeAll(async () => {
    spans = keepSpans();
    waybill = await startApp({ config: { SAGA_ATTEMPTS: 1_000 } });
    await demoCatalogue(waybill);
    const { database } = waybill;
    const body = {
      customerId: waybill.customerId,
      currency: 'EUR',
      items: [{ sku: 'MUG-BLUE', quantity: 1 }],
      shippingAddress: { name: 'Ada', line1: '1 Quay St', city: 'Dublin', postalCode: 'D02', country: 'IE' },
      paymentMethod: { type: 'card', token: 'tok_ok' },
      confirm: true,
    };
    const stuck = { ...body, shippingAddress: { ...body.shippingAddress, postalCode: 'DOWN' } };
    const placed = await waybill.send('POST', '/v1/orders', { key: 'whole', body });
    const waits = await waybill.send('POST', '/v1/orders', { key: 'stuck', body: stuck });
    await eventually(async () => {
      const rows = await database.query<{ state: string; step: string | null }>(
        `select s.state, t.step from platform.sagas s left join platform.saga_tasks t on t.saga_id = s.saga_id
         where s.saga_id = any($1) order by s.state`,
        [[placed.body['id'], waits.body['id']]],
      );
      return rows.some(({ state }) => state === 'completed') && rows.some(({ step }) => step === 'ship');
    });
    await database.query(
      `insert into platform.parked
         (id, subscription, sequence, event_id, position, stream_id, version, event_type, state, attempts)
       values ($1, 'orders.order-list', 'order-x', $1, 1, 'order-x', 1, 'OrderCreated', 'parked', 5)`,
      [newId()],
    );
    // A flush that is going on has told one of the two.
    await eventually(async () => {
      page = (await waybill.send('GET', '/metrics', { as: 'nobody' })).text;
      return valueOf('waybill_commit_duration_seconds_count') === valueOf(APPENDS);
    });
  });
  afterAll(async () => {
    await waybill.close();
    await spans.end();
  });

  const valueOf = (series: string): number | undefined => {
    const line = page.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  };

  it('has each state of a saga, also where there is none, and how long the ended ones took', () => {
    expect(valueOf('waybill_sagas{state="completed"}')).toBe(1);
    expect(valueOf('waybill_sagas{state="running"}')).toBe(1);
    for (const state of ['compensating', 'compensated', 'needs-attention'])
      expect([state, valueOf(`waybill_sagas{state="${state}"}`)]).toEqual([state, 0]);
    expect(valueOf('waybill_saga_duration_seconds{state="completed",share="0.95"}')).toBeGreaterThan(0);
  });

  it('has the work that waits, by step', () => {
    const ship = page.split('\n').filter((line) => line.startsWith('waybill_saga_tasks{step="ship"'));
    expect(ship).not.toEqual([]);
  });

  it('has what was set aside, and zeros for everybody else', () => {
    expect(valueOf('waybill_parked_events{subscription="orders.order-list",state="parked"}')).toBe(1);
    expect(valueOf('waybill_parked_events{subscription="fulfilment.saga",state="parked"}')).toBe(0);
    expect(valueOf('waybill_dead_letters')).toBe(0);
  });

  it('has how far everybody is behind, in events and in seconds', () => {
    for (const unit of ['events', 'seconds'])
      expect(valueOf(`waybill_subscription_lag_${unit}{subscription="orders.order-list"}`)).toBeDefined();
  });

  it('has how many appends share a flush, what one takes, and which program this is', () => {
    expect(valueOf(APPENDS)).toBeGreaterThan(0);
    expect(valueOf('waybill_commit_duration_seconds_count')).toBe(valueOf(APPENDS));
    expect(page).toMatch(/^waybill_build_info\{version="\d+\.\d+\.\d+",node="\d+\.\d+\.\d+"\} 1$/m);
  });

  const named = (text: string) => [...new Set(text.match(/\bwaybill_[a-z_]+/g))];
  const declared = () =>
    new Set(
      [...page.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name, type]) =>
        type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => `${name}${end}`) : [name!],
      ),
    );

  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s asks for what there is', (_, rule) => {
    expect(named(rule.expr).filter((name) => !declared().has(name))).toEqual([]);
    expect(named(rule.expr)).not.toEqual([]);
    const [file, anchor] = rule.annotations.runbook_url.split('#');
    const headings = [...readFileSync(`docs/monitoring/${file}`, 'utf8').matchAll(/^#+ (.*)$/gm)];
    expect(
      headings.map(([, title]) =>
        title!
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replace(/\s/g, '-'),
      ),
    ).toContain(anchor);
  });

  it('the dashboard asks for what there is', () => {
    const asked = panels.flatMap(({ title, targets }) =>
      targets.flatMap(({ expr }) => named(expr).map((name) => [title, name] as const)),
    );
    expect(asked.filter(([, name]) => !declared().has(name))).toEqual([]);
    expect(asked.length).toBeGreaterThan(15);
  });

  it('the page that says what alarms mean names metrics there are', () => {
    const operations = readFileSync('docs/operations.md', 'utf8');
    const known = declared();
    // Two roles of the database, and what a charge at Stripe is marked with.
    const others = ['waybill_auditor', 'waybill_keys', 'waybill_key'];
    expect(named(operations).filter((name) => !known.has(name) && !others.includes(name))).toEqual([]);
  });

  describe('a trace', () => {
    const placed = async (over: object) => {
      const { traceId, traceparent } = callersTrace();
      const body = order(waybill.customerId, { items: [{ sku: 'MUG-BLUE', quantity: 1 }], ...over });
      const headers = { traceparent, tracestate: 'shop=42' };
      const { body: made } = await waybill.send('POST', '/v1/orders', {
        as: 'customer',
        key: traceId,
        body,
        headers,
      });
      return { id: String(made['id']), traceId };
    };
    const ended = (id: string, status: string) =>
      eventually(
        () => waybill.send('GET', `/v1/orders/${id}`),
        ({ body }) => body['status'] === status,
      );
    /** From the request down to each span of a name. */
    const pathsTo = (traceId: string, name: string) =>
      spans.of(traceId).flatMap((span) => (span.name === name ? [spans.pathTo(span)] : []));

    it('leads from the request to the parcel, step by step', async () => {
      const { id, traceId } = await placed({});
      await ended(id, 'shipped');
      const [path] = await eventually(
        () => Promise.resolve(pathsTo(traceId, 'ask carrier')),
        ({ length }) => length > 0,
      );
      expect(path).toEqual([
        'POST /v1/orders',
        'CreateOrder',
        'append platform.events',
        'fulfilment hears OrderConfirmed',
        'fulfilment do pay',
        'TakePayment',
        'append platform.events',
        'fulfilment hears PaymentCaptured',
        'fulfilment do ship',
        'DispatchShipment',
        'ask carrier',
      ]);
      const [request] = spans.of(traceId).filter(({ name }) => name === 'POST /v1/orders');
      expect(request).toMatchObject({
        kind: 1,
        parentSpanContext: { spanId: '00f067aa0ba902b7', isRemote: true },
        attributes: {
          'http.request.method': 'POST',
          'http.route': '/v1/orders',
          'http.response.status_code': 202,
          'url.path': '/v1/orders',
        },
      });
      await hasNoStrays(id, traceId);
    });

    it('leads back as well, when an order is compensated', async () => {
      const { id, traceId } = await placed({
        shippingAddress: { ...order('').shippingAddress, country: 'XX' },
      });
      await ended(id, 'cancelled');
      const [path] = await eventually(
        () => Promise.resolve(pathsTo(traceId, 'RefundPayment')),
        ({ length }) => length > 0,
      );
      expect(path!.slice(-4)).toEqual([
        'append platform.events',
        'fulfilment hears ShipmentRefused',
        'fulfilment undo pay',
        'RefundPayment',
      ]);
      expect(path![0]).toBe('POST /v1/orders');
      await hasNoStrays(id, traceId);
    });

    it('goes on where only the database remembers it', async () => {
      const { id, traceId } = await placed({
        shippingAddress: { ...order('').shippingAddress, postalCode: 'DOWN' },
      });
      const tries = await eventually(
        () => Promise.resolve(pathsTo(traceId, 'fulfilment do ship')),
        ({ length }) => length > 1,
      );
      expect(new Set(tries.map(String)).size).toBe(1);
      const attempts = spans
        .of(traceId)
        .flatMap(({ attributes }) => attributes['waybill.saga.attempts'] ?? []);
      expect(attempts).toContain(2);
      await hasNoStrays(id, traceId);
    });

    it('says who refused what, and calls it no failure', async () => {
      const { traceId } = await placed({ items: [{ sku: 'NO-SUCH-THING', quantity: 1 }] });
      const refused = spans.of(traceId).filter(({ attributes }) => attributes['error.type'] !== undefined);
      expect(refused.map(({ name, attributes }) => [name, attributes['error.type']])).toContainEqual([
        'CreateOrder',
        'order.unknown-product',
      ]);
      expect(refused.map(({ status }) => status.code)).not.toContain(2);
    });

    it('holds ids and words of ours, in bounds: no bodies, nobody’s name, no secret', () => {
      const told = spans
        .all()
        .map(({ name, attributes, events }) => JSON.stringify([name, attributes, events]));
      expect(told.length).toBeGreaterThan(50);
      expect(told.filter((text) => /Ada|Byron|Analytical|Quay|tok_|Bearer|eyJ/.test(text))).toEqual([]);
      expect(Math.max(...told.map((text) => text.length))).toBeLessThan(1_000);
      expect(new Set(spans.all().map(({ name }) => name)).size).toBeLessThan(60);
    });

    const hasNoStrays = (orderId: string, traceId: string) =>
      eventually(
        () => strays(orderId, traceId),
        ({ length }) => length === 0,
      );
    /** Facts about an order that stand in another trace, in a place that nobody has seen, or without what was said of it. */
    const strays = async (orderId: string, traceId: string) => {
      const rows = await waybill.database.query<{ type: string; traceparent: string; tracestate: string }>(
        `select type, metadata->>'traceparent' as traceparent, metadata->>'tracestate' as tracestate
         from platform.events
         where metadata->>'correlationId' = (
           select metadata->>'correlationId' from platform.events where stream_id = $1 limit 1)`,
        [`order-${orderId}`],
      );
      expect(rows.length).toBeGreaterThan(3);
      return rows.filter(({ traceparent, tracestate }) => {
        const place = spans.at(traceparent ?? '00---00')?.spanContext();
        return (
          place?.traceId !== traceId || `${tracestate} ${place.traceState?.serialize()}` !== 'shop=42 shop=42'
        );
      });
    };
  });

  (hasPromtool ? describe : describe.skip)('promtool has nothing to say against', () => {
    it('the page', () => {
      expect(promtool(['check', 'metrics'], page)).toEqual({ status: 0, said: '' });
    });
    it('the rules', () => {
      expect(promtool(['check', 'rules', 'docs/monitoring/alerts.yml']).status).toBe(0);
    });
    it('when they fire', () => {
      expect(promtool(['test', 'rules', 'docs/monitoring/alerts.test.yml'])).toMatchObject({ status: 0 });
    });
  });
});
