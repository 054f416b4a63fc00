import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { actorName, type Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { Shown, type PreviewView, type VerbQuery } from './preview.js';

const GOOD_FOR_MS = 10 * 60_000;

/** Which verb, on what, by whom. */
export interface Wish {
  /** As it is recorded: `parked.retry` ... */
  readonly verb: string;
  readonly object: string;
  readonly actor: Actor;
  /** The body of the request. A reason and a token say nothing about what is meant. */
  readonly body: { readonly reason?: string; readonly previewToken?: string | undefined };
}

export interface Prospect extends Pick<PreviewView, 'follows' | 'final'> {
  /** What the verb rests on: as long as it is the same, what was shown holds. */
  readonly standing: object;
  readonly changes?: PreviewView['changes'];
  readonly undo?: string;
}

export type Issued = Pick<PreviewView, 'previewToken' | 'previewExpiresAt'>;

/**
 * Tokens of what operators were shown: bound to verb, thing, body, caller and what it rested on, for ten minutes. With
 * neither AUTH_JWT_SECRET nor WEBHOOK_SECRETS_KEY they are good for the instance that made them.
 */
@Injectable()
export class Previews {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'WEBHOOK_SECRETS_KEY' | 'AUTH_JWT_SECRET'>) {
    const given = config.AUTH_JWT_SECRET ?? config.WEBHOOK_SECRETS_KEY?.[0] ?? randomBytes(32);
    this.key = Buffer.from(hkdfSync('sha256', given, '', 'waybill previews', 32));
  }

  /**
   * Only looks, for a dry run; otherwise does it, and if a token was given only when what it was given for still holds.
   *
   * @param look tells what would follow; throws what the verb would be refused with
   * @throws Rejection `preview-outdated`, `preview-expired`, `preview-foreign`
   */
  async first<Result>(
    wish: Wish,
    { dryRun }: VerbQuery,
    look: () => Promise<Prospect>,
    work: () => Promise<Result>,
  ): Promise<Result | Shown> {
    if (dryRun) return new Shown(this.view(wish, await look()));
    if (wish.body.previewToken !== undefined) {
      this.admit(wish);
      this.demand(wish, (await look()).standing);
    }
    return work();
  }

  issue(wish: Wish, standing: object, now = Date.now()): Issued {
    const expires = now + GOOD_FOR_MS;
    const stated = `${expires.toString(36)}.${seenIn(standing)}.${digestOf(standing)}`;
    return {
      previewToken: `${stated}.${this.seal(wish, stated)}`,
      previewExpiresAt: new Date(expires).toISOString(),
    };
  }

  /**
   * Whether the token of a wish is one of ours for it, and not too old.
   *
   * @throws Rejection `preview-expired`, `preview-foreign`
   */
  admit(wish: Wish, now = Date.now()): void {
    const { expires, stated, mac } = partsOf(wish);
    const right = Buffer.from(this.seal(wish, stated));
    const given = Buffer.from(mac);
    if (given.length !== right.length || !timingSafeEqual(given, right)) {
      throw new Rejection(
        'preview-foreign',
        `the previewToken is not one of ${wish.verb} on ${wish.object.slice(0, 100)} by you`,
      );
    }
    if (now > expires)
      throw new Rejection('preview-expired', 'the preview was made more than ten minutes ago');
  }

  /** @throws Rejection `preview-outdated` */
  demand(wish: Wish, standing: object, more: object = {}): void {
    if (this.holds(wish, standing)) return;
    const detail = 'what the preview showed is no longer so; nothing was done';
    throw new Rejection('preview-outdated', detail, { ...more });
  }

  holds = (wish: Wish, standing: object): boolean => partsOf(wish).digest === digestOf(standing);

  /** The version that was looked at, of a thing that has versions. */
  seen = (wish: Wish): number => partsOf(wish).seen;

  private view(wish: Wish, { standing, follows, changes = [], final, undo }: Prospect): PreviewView {
    const { verb, object } = wish;
    return { verb, object, follows, changes, final, undo: undo ?? null, ...this.issue(wish, standing) };
  }

  private seal({ verb, object, actor, body }: Wish, stated: string): string {
    const { reason: _reason, previewToken: _token, ...meant } = body;
    const sealed = JSON.stringify([verb, object, actorName(actor), sorted(meant), stated]);
    return createHmac('sha256', this.key).update(sealed).digest('base64url');
  }
}

function partsOf({ body }: Wish) {
  const [expires = '', seen = '', digest = '', mac = ''] = (body.previewToken ?? '').split('.');
  const stated = `${expires}.${seen}.${digest}`;
  return { expires: parseInt(expires, 36), seen: Number(seen), digest, mac, stated };
}

const seenIn = (standing: { readonly version?: number }): number => standing.version ?? 0;

const digestOf = (standing: object): string =>
  createHash('sha256').update(JSON.stringify(standing)).digest('base64url');

const sorted = (meant: object): readonly (readonly [string, unknown])[] =>
  Object.entries(meant)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
