/** A record as it came off the wire: bytes, nothing decoded. */
export interface InboundRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Every value of a header, as one may be repeated. */
  readonly headers: Readonly<Record<string, readonly Buffer[]>>;
}

/** Records of one partition, in order. */
export interface InboundBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly InboundRecord[];
  /** False once the partition belongs to somebody else or the source drains: leave the rest to the next owner. */
  current(): boolean;
  /** The record has been dealt with: its offset is committed soon, at the latest when the handler returns. */
  done(record: InboundRecord): Promise<void>;
  /**
   * Call it while waiting, at least every few seconds.
   *
   * @throws what the group says when it rebalances; let it pass through the handler
   */
  heartbeat(): Promise<void>;
}

export interface InboundOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /** Must deal with every failure itself; only what heartbeat() and done() throw may leave it. */
  onBatch(batch: InboundBatch): Promise<void>;
  /**
   * The source is dead and will not come back by itself.
   *
   * @param isOurs whether our own code failed; otherwise Kafka was to blame, and run() can be called again
   */
  onCrash(error: Error, isOurs: boolean): void;
}

export interface InboundHealth {
  readonly state: 'connecting' | 'running' | 'recovering' | 'crashed' | 'stopped';
  /** Milliseconds since the group was last heard of. */
  readonly silentMs: number;
}

/** The narrow way in from Kafka: at least once, in order for a partition. */
export abstract class InboundSource {
  /** Joins the group and keeps consuming; settles once it has joined. @throws when the broker cannot be reached */
  abstract run(options: InboundOptions): Promise<void>;
  /** Lets the running handlers finish their record, commits what is done, leaves the group. */
  abstract drain(): Promise<void>;
  abstract health(): InboundHealth;
}
