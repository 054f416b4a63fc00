import type { Schemas } from './schemas.js';

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId?: string;
  readonly currentVersion?: number;
  readonly candidates?: readonly Candidate[];
  readonly eventsSince?: readonly Meanwhile[];
}

export type Direction = 'forward' | 'compensate' | 'tell';

/** One of several things that a verb could mean. */
export interface Candidate {
  readonly step: string;
  readonly direction: Direction;
  readonly command?: string;
}

export type Role = 'customer' | 'operator' | 'service';

export type Session =
  | { readonly signedIn: false; readonly demo: boolean }
  | { readonly signedIn: true; readonly demo: boolean; readonly role: Role; readonly id: string };

export const orderStatuses = [
  'draft',
  'confirmed',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const sagaStates = ['running', 'completed', 'compensating', 'compensated', 'needs-attention'] as const;
export type SagaState = (typeof sagaStates)[number];

/** What would follow from a verb. */
export interface VerbPreview {
  readonly verb: string;
  readonly object: string;
  readonly follows: readonly string[];
  readonly changes: readonly {
    readonly what: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly final: boolean;
  readonly undo: string | null;
  /** Of a verb for many things: how many. */
  readonly count?: number;
  readonly previewToken: string;
}

/** Something that happened after what was seen. */
export interface Meanwhile {
  readonly type: string;
  readonly version: number;
  readonly actor: string;
  readonly occurredAt: string;
}

export type Money = Schemas['Money'];
export type AttentionItem = Schemas['AttentionItem'];
export type Order = Schemas['Order'];
export type Fulfilment = Schemas['Fulfilment'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Saga = Schemas['Saga'];
export type Subscription = Schemas['Subscription'];
export type ParkedEvent = Schemas['ParkedEvent'];
export type DeadLetter = Schemas['DeadLetter'];
export type DeadLetterReplay = Schemas['DeadLetterReplay'];
export type StoredEvent = Schemas['StoredEvent'];
export type StepsPage = Schemas['ProjectionSteps'];
export type SagaAfterVerb = Schemas['SagaAfterVerb'];
export type Step = Fulfilment['steps'][number];
export type Trouble = Fulfilment['troubles'][number];
