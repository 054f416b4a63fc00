import { expect, it } from '@jest/globals';
import { redact } from './redact.js';

it.each([
  ['Authorization: Bearer abc.def-ghi', 'abc'],
  ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln was refused', 'eyJ'],
  ['cannot reach postgres://user:hunter2@db:5432/waybill', 'hunter2'],
  ['{"password":"hunter2"}', 'hunter2'],
  ['api_key=hunter2 and secret: hunter2', 'hunter2'],
  ['paying with tok_4242', '4242'],
])('%s', (text, secret) => {
  expect(redact(text)).not.toContain(secret);
});

it('leaves ordinary words alone', () => {
  const text = 'order 019a9f00-0000-7000-8000-00000000000a is shipped to https://example.com/a?b=c';
  expect(redact(text)).toBe(text);
});
