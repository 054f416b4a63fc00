import { Logger } from '@nestjs/common';
import { ClientState } from './client-state.js';
import { IntegrationEventPublisher, type Delivery, type OutgoingRecord } from './publisher.js';
import { sending } from './record-spans.js';

/** One request stays well below the broker's 1 MiB for a batch, unless a single record is larger. */
const REQUEST_BYTES = 512 * 1024;
const REQUEST_RECORDS = 500;

/** A client library's idempotent producer, that connects when it is first used. */
export interface BareProducer {
  /**
   * One request, acknowledged by all replicas that count.
   *
   * @throws RecordsFault when the broker will not take the records as they are; any other Error when nothing is known of them
   */
  send(records: readonly OutgoingRecord[]): Promise<Delivery[]>;
  /** Ends the connection; the next send makes another, under another identity. */
  discard(): Promise<void>;
}

/** It is the fault of what was sent, at least of one record of it. */
export class RecordsFault extends Error {}

/** As the protocol has them: MESSAGE_TOO_LARGE, RECORD_LIST_TOO_LARGE, INVALID_TIMESTAMP, INVALID_RECORD. */
export const CODES_OF_RECORDS: ReadonlySet<number> = new Set([10, 18, 32, 87]);

/**
 * What it takes to trust a producer: one send in flight (with two, a lost reply may acknowledge a record that was never
 * written), and one that has failed once is never used again, as its sequence numbers can no longer be relied on.
 */
export class OrderedPublisher extends IntegrationEventPublisher {
  private readonly logger = new Logger(IntegrationEventPublisher.name);
  private line: Promise<unknown> = Promise.resolve();

  /** @param outside how the cluster names a topic */
  constructor(
    private readonly producer: BareProducer,
    private readonly outside: (topic: string) => string,
    private readonly state = new ClientState('producer'),
  ) {
    super();
  }

  publish(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    const ended = sending(records, this.outside);
    const run = this.line.then(() => this.publishInOrder(records));
    this.line = run.then(ended, () => undefined);
    return run;
  }

  async close(): Promise<void> {
    await this.line;
    await this.producer.discard();
  }

  private async publishInOrder(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    const deliveries = new Array<Delivery>(records.length);
    const requests = inRequests(records);
    /** Why the rest is not even tried; by lane, or under '' for all. */
    const closed = new Map<string, string>();
    for (let request = requests.shift(); request; request = requests.shift()) {
      const wanted = request.filter((index) => {
        const reason = closed.get('') ?? closed.get(laneOf(records[index]!, index));
        if (reason) deliveries[index] = { kind: 'held', reason };
        return !reason;
      });
      if (wanted.length === 0) continue;
      const sent = await this.producer.send(wanted.map((index) => records[index]!)).catch(asError);
      if (Array.isArray(sent)) {
        this.state.is('running');
        wanted.forEach((index, i) => (deliveries[index] = sent[i]!));
        continue;
      }
      await this.producer.discard();
      const reason = sent.message;
      if (!(sent instanceof RecordsFault)) {
        this.state.failed(reason);
        this.logger.warn(`Kafka is not to be reached: ${reason}`);
        closed.set('', reason);
        requests.unshift(wanted);
      } else if (wanted.length > 1) {
        const half = Math.ceil(wanted.length / 2);
        requests.unshift(wanted.slice(0, half), wanted.slice(half));
      } else {
        const index = wanted[0]!;
        deliveries[index] = { kind: 'refused', reason };
        closed.set(laneOf(records[index]!, index), 'an earlier record of the key was refused');
      }
    }
    return deliveries;
  }
}

/** Indexes of the records, in requests of bounded size. */
function inRequests(records: readonly OutgoingRecord[]): number[][] {
  const requests: number[][] = [];
  let bytes = Infinity;
  records.forEach((record, index) => {
    const size = sizeOf(record);
    if (bytes + size > REQUEST_BYTES || requests.at(-1)!.length === REQUEST_RECORDS) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)!.push(index);
    bytes += size;
  });
  return requests;
}

const sizeOf = ({ value, headers }: OutgoingRecord): number =>
  (value?.length ?? 0) + Object.values(headers).reduce((sum, header) => sum + header.length + 32, 64);

/** Records of one lane must stand in order; a record without a key is a lane of its own. */
const laneOf = ({ topic, key }: OutgoingRecord, index: number): string =>
  `${topic}/${key === null ? `#${index}` : Buffer.from(key as string).toString('base64')}`;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
