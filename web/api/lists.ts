/** The shapes of what is listed on screens of their own, as far as they show it; /openapi.json has them whole. */

export interface Overview {
  readonly at: string;
  readonly position: number;
  readonly events: {
    readonly lastMinute: number;
    readonly minutes: readonly { readonly at: string; readonly events: number }[];
  };
  readonly requests: {
    readonly count: number;
    readonly p50Ms: number | null;
    readonly p99Ms: number | null;
  };
  readonly sagas: {
    readonly running: number;
    readonly compensating: number;
    readonly needsAttention: number;
  };
  readonly attention: {
    readonly count: number;
    readonly more: boolean;
    readonly kinds: readonly { readonly kind: string; readonly count: number; readonly oldest: string }[];
  };
  readonly subscriptions: {
    readonly count: number;
    readonly behind: number;
    readonly paused: number;
    readonly failing: number;
    readonly worst: { readonly name: string; readonly lag: number } | null;
  };
  readonly deadLetters: number;
  readonly parked: number;
  readonly rebuilds: number;
  readonly operations: number;
  readonly approvals: number;
  readonly instances: number;
}

export interface Operation {
  readonly id: string;
  readonly verb: string;
  readonly state: 'running' | 'done' | 'stopped';
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: string;
}

export interface OperationItem {
  readonly object: string;
  readonly state: 'pending' | 'trying' | 'done' | 'refused';
  readonly detail: string | null;
  readonly at: string | null;
}

export interface OperatorAction {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly reason: string;
  readonly outcome: string;
}

export interface Approval {
  readonly id: string;
  readonly action: string;
  readonly object: string;
  readonly state: string;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: string;
}

export interface Rebuild {
  readonly id: string;
  readonly subscription: string;
  readonly mode: 'switch' | 'verify';
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly etaSeconds: number | null;
  readonly comparison: {
    readonly differences: number;
    readonly sample: readonly { readonly key: string; readonly live: unknown; readonly rebuilt: unknown }[];
  } | null;
  readonly error: string | null;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: string;
}

export interface System {
  readonly version: string;
  readonly node: string;
  readonly database: string;
  readonly migration: string | null;
  readonly migrations: number;
  readonly startedAt: string;
  readonly instances: readonly { readonly name: string }[];
  readonly settings: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly secret: boolean;
    readonly about: string;
  }[];
}

export interface KafkaClient {
  readonly state: string;
  readonly since: string;
  readonly lastError: string | null;
}

export interface KafkaStatus {
  readonly enabled: boolean;
  readonly brokers: readonly string[];
  readonly groupId: string;
  readonly epoch: { readonly epoch: number; readonly reason: string };
  readonly consumer: KafkaClient;
  readonly producer: KafkaClient;
  readonly lag: number;
  readonly lagError: string | null;
  readonly partitions: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly committed: string | null;
    readonly end: string;
    readonly lag: number;
  }[];
}

export interface StockItem {
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

export interface Account {
  readonly id: string;
  readonly ownerId: string;
  readonly currency: string;
  readonly status: string;
  readonly balanceMinor: number;
  readonly heldMinor: number;
  readonly availableMinor: number;
}

export interface TrialBalance {
  readonly items: readonly {
    readonly kind: string;
    readonly currency: string;
    readonly debitMinor: number;
    readonly creditMinor: number;
    readonly balanceMinor: number;
  }[];
  readonly totals: readonly { readonly currency: string; readonly balanceMinor: number }[];
}

export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly state: 'enabled' | 'disabled';
  readonly disabledReason?: string;
  readonly createdAt: string;
}

export interface WebhookDelivery {
  readonly id: string;
  readonly eventType: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError?: string;
  readonly createdAt: string;
}

export interface Mail {
  readonly id: string;
  readonly template: string;
  readonly orderId: string;
  readonly state: string;
  readonly reason?: string;
  readonly lastError?: string;
  readonly createdAt: string;
}

export interface AsyncApi {
  readonly channels: Readonly<
    Record<
      string,
      { readonly address: string; readonly messages: Readonly<Record<string, { readonly $ref: string }>> }
    >
  >;
  readonly components: {
    readonly messages: Readonly<
      Record<string, { readonly name?: string; readonly title?: string; readonly summary?: string }>
    >;
  };
}
