import { z } from 'zod';
import { list } from './setting-kinds.js';

/** So that a first start needs no settings; production refuses it. */
const DEVELOPMENT_KEY = 'waybill-development-only-personal-data-key';

/** What protects names and addresses. */
export const personalSettings = {
  PERSONAL_DATA_KEY: {
    schema: list
      .pipe(z.array(z.string().refine((given) => Buffer.byteLength(given) >= 32)).min(1))
      .default([DEVELOPMENT_KEY]),
    expected: 'at least 32 bytes; several separated by commas',
    example: 'the output of: openssl rand -base64 48',
    about:
      'wraps the keys that names and addresses are sealed with; the first one wraps, all unwrap; whoever loses it loses them',
    secret: true,
  },
} as const;
