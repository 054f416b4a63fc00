/** A record as it goes on the wire. */
export interface OutgoingRecord {
  readonly topic: string;
  /** Decides the partition, hence the order. Null only for what came in without one and goes to a dead-letter topic. */
  readonly key: string | Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, HeaderValue | HeaderValue[]>>;
}

export type HeaderValue = string | Buffer;

/** What became of one record. */
export type Delivery =
  | { readonly kind: 'sent'; readonly partition: number; readonly offset: string }
  /** The broker will never take this record as it is, for example because of its size. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not sent (or not known to be): the broker is away, or an earlier record of the same key was refused. */
  | { readonly kind: 'held'; readonly reason: string };

/** The narrow way out to Kafka. At least once, in order for a key; a lost acknowledgement means the record may come twice. */
export abstract class IntegrationEventPublisher {
  /**
   * Sends records and waits for all replicas that count. Calls are served one after the other.
   *
   * @param records in the order in which they must stand in the topic, for each key
   * @returns one delivery for each record, in the same order; never rejects for a broker's sake
   */
  abstract publish(records: readonly OutgoingRecord[]): Promise<Delivery[]>;
  abstract close(): Promise<void>;
}
