import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { personal } from '../core/personal.js';
import { unnamed } from './unnamed.js';

const schema = z.object({
  email: personal(z.string()),
  name: personal(z.string()).optional(),
  country: z.string().optional(),
});

describe('What somebody outside said', () => {
  it.each([
    ['550 5.1.1 <Ada@Example.com>: unknown', { email: 'ada@example.com' }, '550 5.1.1 <…>: unknown'],
    ['Ada Byron (Ada) of GB', { email: 'x', name: 'Ada Byron', country: 'GB' }, '… (Ada) of GB'],
    ['nobody is named', { email: 'ada@example.com' }, 'nobody is named'],
    ['İstanbul ada@example.com', { email: 'ada@example.com' }, 'İstanbul …'],
    ['the carrier is down', { email: 'DOWN' }, 'the carrier is down'],
  ])('names nobody: %s', (text, told, expected) => expect(unnamed(text, schema, told)).toBe(expected));
});
