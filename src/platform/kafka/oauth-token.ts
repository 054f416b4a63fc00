import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from '../config.js';
import { endedWithin } from '../core/within.js';

const ASK_MS = 5_000;
const MAX_TOKEN_BYTES = 64 * 1024;
/** A token is asked for anew when less than this is left of it. */
const SPARE_MS = 30_000;

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
});

/**
 * Where tokens for SASL OAUTHBEARER come from: a file that somebody keeps fresh, or the client-credentials grant of a
 * token endpoint (RFC 6749 section 4.4).
 */
export function tokenSource(config: Config): () => Promise<string> {
  const file = config.KAFKA_SASL_TOKEN_FILE;
  if (file) return async () => (await readFile(file, 'utf8')).trim();
  let kept: { readonly value: string; readonly until: number } | undefined;
  return async () => {
    if (kept && kept.until > Date.now()) return kept.value;
    const asked = endedWithin(
      ASK_MS,
      (signal) => ask(config, signal),
      () => new Error(`the token endpoint did not answer within ${ASK_MS} ms`),
    );
    const { access_token: value, expires_in: seconds = 0 } = await asked;
    kept = { value, until: Date.now() + seconds * 1_000 - SPARE_MS };
    return value;
  };
}

async function ask(config: Config, signal: AbortSignal): Promise<z.output<typeof answer>> {
  const basic = [config.KAFKA_SASL_CLIENT_ID!, config.KAFKA_SASL_CLIENT_SECRET!].map(encodeURIComponent);
  const scope = config.KAFKA_SASL_SCOPE;
  const response = await fetch(config.KAFKA_SASL_TOKEN_URL!, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(basic.join(':')).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
    redirect: 'error',
    signal,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the token endpoint answered ${response.status}`);
  if (text.length > MAX_TOKEN_BYTES) throw new Error('the token endpoint answered too much');
  return answer.parse(JSON.parse(text));
}
