import { expect, it } from '@jest/globals';
import { redact } from './redact.js';

it.each([
  ['Authorization: Bearer abc.def-ghi', 'abc'],
  ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln was refused', 'eyJ'],
  ['cannot reach postgres://user:hunter2@db:5432/waybill', 'hunter2'],
  ['{"password":"hunter2"}', 'hunter2'],
  ['api_key=hunter2 and secret: hunter2', 'hunter2'],
  ['paying with tok_4242', '4242'],
  ['refresh-eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln', 'zdWIi'],
  ['the token was cut: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4I', 'zdWIi'],
  ['amqps+tls://user:hunter2@mq', 'hunter2'],
])('%s', (text, secret) => {
  expect(redact(text)).not.toContain(secret);
});

it('leaves ordinary words alone', () => {
  const text = 'order 019a9f00-0000-7000-8000-00000000000a is shipped to https://example.com/a?b=c';
  expect(redact(text)).toBe(text);
});

it('keeps as much as is asked for, and no half of a secret at the cut', () => {
  const text = `${'x'.repeat(90)} postgres://user:hunter2@db`;
  expect(redact(text, 105)).not.toContain('hunter');
  expect(redact('y'.repeat(50_000), 100)).toBe(`${'y'.repeat(100)}...`);
});
