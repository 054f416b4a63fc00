import { describe, expect, it } from '@jest/globals';
import { Rejection } from '../core/rejection.js';
import { Shown, type PreviewView } from './preview.js';
import { Previews, type Wish } from './previews.js';

const config = {
  AUTH_JWT_SECRET: 'a-key-for-tests-that-nobody-else-uses',
  WEBHOOK_SECRETS_KEY: undefined,
};
const operator = { role: 'operator', id: 'ada' } as const;
const wish: Wish = {
  verb: 'parked.retry',
  object: 'p-1',
  actor: operator,
  body: { reason: 'to see' },
};

const codeOf = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Rejection ? error.code : String(error);
  }
};

describe('A preview', () => {
  const previews = new Previews(config);
  const { previewToken } = previews.issue(wish, { state: 'parked' });
  const withToken = (change: Partial<Wish> = {}, token = previewToken, body: object = {}): Wish => ({
    ...wish,
    ...change,
    body: { reason: 'another one', ...body, previewToken: token },
  });

  it('is good for its verb, thing, caller and body, whatever the reason, on every instance', () => {
    expect(codeOf(() => new Previews(config).admit(withToken()))).toBeUndefined();
    expect(codeOf(() => new Previews(config).demand(withToken(), { state: 'parked' }))).toBeUndefined();
  });

  it.each<[string, Wish]>([
    ['another verb', withToken({ verb: 'parked.discard' })],
    ['another thing', withToken({ object: 'p-2' })],
    ['another caller', withToken({ actor: { role: 'operator', id: 'bob' } })],
    ['another body', withToken({}, previewToken, { mode: 'verify' })],
    ['a token that was touched', withToken({}, `0${previewToken}`)],
    ['one that was made up', withToken({}, 'zzzzzzzzz.0.abc.def')],
    ['nothing like one', withToken({}, '…')],
  ])('is not good for %s', (_what, other) => {
    expect(codeOf(() => previews.admit(other))).toBe('preview-foreign');
  });

  it('does not hold when what it rested on has changed', () => {
    expect(codeOf(() => previews.demand(withToken(), { state: 'retrying' }))).toBe('preview-outdated');
  });

  it('is too old after ten minutes, and nobody can make it younger', () => {
    const later = Date.now() + 10 * 60_000 + 1_000;
    expect(codeOf(() => previews.admit(withToken(), later))).toBe('preview-expired');
    const [, ...rest] = previewToken.split('.');
    const younger = [(later + 60_000).toString(36), ...rest].join('.');
    expect(codeOf(() => previews.admit(withToken({}, younger), later))).toBe('preview-foreign');
  });

  it('is another with another key', () => {
    const elsewhere = new Previews({ ...config, AUTH_JWT_SECRET: 'a-key-of-somebody-else-altogether-xx' });
    expect(codeOf(() => elsewhere.admit(withToken()))).toBe('preview-foreign');
  });

  it('does nothing in a dry run, and nothing when it no longer holds', async () => {
    let [state, done] = ['parked', 0];
    const look = () => Promise.resolve({ standing: { state }, follows: ['it is tried'], final: false });
    const work = () => Promise.resolve(++done);
    const shown = await previews.first(wish, { dryRun: true }, look, work);
    expect(done).toBe(0);
    const { previewToken: token } = (shown as Shown).view as PreviewView;
    state = 'retrying';
    await expect(previews.first(withToken({}, token), { dryRun: false }, look, work)).rejects.toThrow(
      'no longer',
    );
    expect(done).toBe(0);
    state = 'parked';
    await previews.first(withToken({}, token), { dryRun: false }, look, work);
    expect(done).toBe(1);
  });
});
