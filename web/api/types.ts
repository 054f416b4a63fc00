/** The shapes of the public API, as far as the console reads them; /openapi.json has them whole. */

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

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface AttentionItem {
  readonly id: string;
  readonly kind: string;
  readonly object: string;
  readonly detail: string;
  readonly since: string;
  readonly actions: readonly { readonly rel: string; readonly method: string; readonly href: string }[];
}

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

export interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly status: OrderStatus;
  readonly items: readonly {
    readonly sku: string;
    readonly name: string;
    readonly quantity: number;
    readonly unitPrice: Money;
    readonly lineTotal: Money;
  }[];
  readonly total: Money;
  readonly trackingNumber?: string;
  readonly carrier?: string;
  readonly cancellationReason?: { readonly code: string; readonly detail: string };
  readonly createdAt: string;
  readonly confirmedAt?: string;
  readonly version: number;
}

export const sagaStates = ['running', 'completed', 'compensating', 'compensated', 'needs-attention'] as const;
export type SagaState = (typeof sagaStates)[number];

export interface Step {
  readonly name: string;
  readonly direction: 'forward' | 'compensate';
  readonly state: 'started' | 'done' | 'failed' | 'unknown';
  readonly attempts: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly detail?: string;
}

export interface Trouble extends Candidate {
  readonly detail: string;
}

export interface Fulfilment {
  readonly orderId: string;
  readonly state: SagaState;
  readonly steps: readonly Step[];
  readonly deadlineAt?: string;
  readonly troubles: readonly Trouble[];
  readonly version: number;
}

export interface TimelineEntry {
  readonly position: number;
  readonly room: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly reason?: string;
  readonly occurredAt: string;
}

export interface Saga {
  readonly orderId: string;
  readonly state: SagaState;
  readonly stuckStep?: string;
  readonly stuckDetail?: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly nextAttemptAt?: string;
  readonly lastError?: string;
}

export interface Subscription {
  readonly name: string;
  readonly checkpoint: number;
  readonly head: number;
  readonly lag: number;
  readonly state: 'running' | 'paused' | 'rebuilding' | 'beyond-head';
  readonly owner: string | null;
  readonly parked: number;
  readonly lastError: string | null;
}

export interface ParkedEvent {
  readonly id: string;
  readonly subscription: string;
  readonly stream: string;
  readonly version: number;
  readonly eventType: string;
  readonly state: 'retrying' | 'parked';
  readonly attempts: number;
  readonly error: string | null;
  readonly parkedAt: string;
  readonly behind: number;
}

export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: string;
}

export interface StoredEvent {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly actor: string;
  readonly reason?: string;
  readonly occurredAt: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
}

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

/** What would follow from a verb about an order that is stuck. */
export interface SagaAfterVerb {
  readonly previewToken?: string;
  readonly orderId: string;
  readonly state: SagaState;
  readonly dryRun?: {
    readonly records: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
    readonly sends: readonly {
      readonly command: string;
      readonly step: string;
      readonly direction: Direction;
    }[];
  };
}
