import { expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportSpans } from './otel.js';
import { beginSpan, isTracing, traced } from './tracing.js';

const note = (name: string) => () => ({
  name,
  kind: 'internal' as const,
  attributes: { long: 'x'.repeat(10_000) },
});

it('a collector gets what was recorded, in its own tongue, and no more than it needs', async () => {
  const heard: { path?: string | undefined; type?: string | undefined; body: string }[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (part: string) => (body += part));
    request.on('end', () => {
      heard.push({ path: request.url, type: request.headers['content-type'], body });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const end = exportSpans(`http://127.0.0.1:${port}/`, '1.2.3');
  await traced(note('the one'), async (span) =>
    expect(span?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
  );
  await end();
  collector.close();
  expect(heard).toMatchObject([{ path: '/v1/traces', type: 'application/x-protobuf' }]);
  expect(heard[0]!.body).toContain('the one');
  expect(heard[0]!.body).toContain('waybill');
  expect(heard[0]!.body.length).toBeLessThan(1_500);
});

it('a collector that is away holds nobody up, and after the end nothing is recorded', async () => {
  const end = exportSpans('http://127.0.0.1:9', '1.2.3');
  expect(await traced(note('lost'), () => Promise.resolve('done'))).toBe('done');
  await end();
  expect(isTracing()).toBe(false);
  expect(beginSpan(note('after'))).toBeUndefined();
});
