/** A web server on this machine that takes webhooks, and looks whether they are signed. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';

/** @returns {Promise<{ url: string, received: object[], status: number, close(): Promise<void> }>} it answers with `status` */
export async function startReceiver() {
  const receiver = { received: [], status: 204 };
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      receiver.received.push({ headers: request.headers, body, event: JSON.parse(body) });
      response.writeHead(receiver.status).end();
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${server.address().port}/hooks`;
  receiver.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return receiver;
}

/** As Standard Webhooks say: HMAC-SHA256 over id, time and body; one signature for each secret that is in use. */
export function isSigned({ headers, body }, secret) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => Buffer.from(one))
    .some((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
}
