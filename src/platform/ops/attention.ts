import { Injectable, type InjectionToken, type Provider } from '@nestjs/common';

/** Something that will not get better by itself. */
export interface AttentionItem {
  /** Unique among those of its kind. */
  readonly id: string;
  /** `saga`, `parked`, `dead-letter`, `subscription`, `mismatch`, `lost-parcel` ... */
  readonly kind: string;
  /** What it is about: a stream, an order, a subscription. */
  readonly object: string;
  readonly detail: string;
  /** RFC 3339 UTC with milliseconds. */
  readonly since: string;
  /** What can be done about it. */
  readonly actions: readonly { readonly rel: string; readonly method: string; readonly href: string }[];
}

export interface AttentionPage {
  readonly limit: number;
  /** Only items that come after this one: older, or as old with a smaller `kind:id`. */
  readonly after?: { readonly since: string; readonly key: string } | undefined;
}

/** A part of the system that knows of troubles. */
export interface AttentionSource {
  /** Newest first, at most `limit`. */
  list(page: AttentionPage): Promise<readonly AttentionItem[]>;
}

export const attentionKey = ({ kind, id }: Pick<AttentionItem, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Every trouble of every part in one list. */
@Injectable()
export class Attention {
  private readonly sources: AttentionSource[] = [];

  add(source: AttentionSource): void {
    this.sources.push(source);
  }

  /** Newest first. */
  async list(page: AttentionPage): Promise<AttentionItem[]> {
    const lists = await Promise.all(this.sources.map((source) => source.list(page)));
    return lists.flat().sort(newestFirst).slice(0, page.limit);
  }
}

const newestFirst = (a: AttentionItem, b: AttentionItem): number => {
  if (a.since !== b.since) return a.since < b.since ? 1 : -1;
  return attentionKey(a) < attentionKey(b) ? 1 : -1;
};

/** A line of a module that has troubles to tell: `needsAttention({ inject: [Desk], useFactory: (desk) => ({ list }) })`. */
export const needsAttention = (factory: {
  readonly inject: readonly InjectionToken[];
  useFactory(...dependencies: never[]): AttentionSource;
}): Provider => ({
  provide: Symbol('attention'),
  inject: [Attention, ...factory.inject],
  useFactory: (attention: Attention, ...dependencies: never[]) => {
    const source = factory.useFactory(...dependencies);
    attention.add(source);
    return source;
  },
});
