import type { Fault, RecordHeaders } from './record-reader.js';

/** A record as it came off the wire: bytes, nothing decoded. */
export interface InboundRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** The last offset that is dealt with by this record; absent when that is its own. */
  readonly through?: string;
  /** Milliseconds since 1970; -1 when Kafka does not know. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
  /** Set when the record cannot be had as it was sent. */
  readonly fault?: Fault;
}

export interface Place {
  readonly topic: string;
  readonly partition: number;
}

/** @returns the offset after the record: where reading goes on once it is dealt with */
export const nextOffset = ({ offset, through }: Pick<InboundRecord, 'offset' | 'through'>): string =>
  String(BigInt(through ?? offset) + 1n);

/** Records of one partition, in order. */
export interface InboundBatch {
  readonly topic: string;
  readonly partition: number;
  /** Where the partition ended when the records were fetched. */
  readonly end: string;
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

export interface GroupTimes {
  readonly sessionTimeout: number;
  readonly rebalanceTimeout: number;
  readonly heartbeatInterval: number;
}

/** A member that vanished without a word holds up the group for one session; a record takes far less than that. */
export const groupTimes: GroupTimes = {
  sessionTimeout: 12_000,
  rebalanceTimeout: 30_000,
  heartbeatInterval: 2_000,
};

export interface InboundOptions {
  readonly group: string;
  readonly topics: readonly string[];
  onJoined(): void;
  /**
   * Partitions were given to this process; nothing of them is handed out before this settles.
   *
   * @param places with the offset from which the group would go on
   * @returns those that must be read from another offset
   */
  onAssigned(places: readonly Position[]): Promise<readonly Position[]>;
  /** Must deal with every failure itself; only what heartbeat() and done() throw may leave it. */
  onBatch(batch: InboundBatch): Promise<void>;
}

export interface Position extends Place {
  readonly offset: string;
}

/** The narrow way in from Kafka: at least once, in order for a partition. */
export abstract class InboundSource {
  /**
   * Joins the group and keeps consuming until it is drained.
   *
   * @throws what ended it: it can be called again
   */
  abstract run(options: InboundOptions): Promise<void>;
  /** Lets the running handlers finish their record, commits what is done, leaves the group. */
  abstract drain(): Promise<void>;
}
