import { createAPI, fetchV12, type Connection, type Reader } from '@platformatic/kafka';
import type { Aborted } from './aborted-records.js';

/** What a broker answers about one partition: the records as they lie there. */
export interface FetchedPartition {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
  readonly end: string;
  readonly aborted: readonly Aborted[];
  readonly bytes: Buffer;
}

export interface Wanted {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

const WAIT_MS = 250;
const PARTITION_BYTES = 1_048_576;
const ANSWER_BYTES = 4_194_304;
const READ_COMMITTED = 1;
const [NO_SESSION, NO_EPOCH] = [0, -1];

/**
 * The library's own answer to Fetch gives up the whole of it for one batch that cannot be unpacked, and unpacks without
 * a bound. This is the same request, and an answer that is not unpacked yet.
 */
const fetch = createAPI<Parameters<typeof fetchV12.createRequest>, FetchedPartition[]>(
  1,
  12,
  fetchV12.createRequest,
  (_id, _key, _version, reader) => read(reader),
);

export function fetchFrom(connection: Connection, wanted: readonly Wanted[]): Promise<FetchedPartition[]> {
  const asked = [...new Set(wanted.map(({ topic }) => topic))].map((topic) => ({
    // By name, whatever the library calls it: ids came with version 13.
    topicId: topic,
    partitions: wanted
      .filter((one) => one.topic === topic)
      .map(({ partition, offset }) => ({
        partition,
        currentLeaderEpoch: NO_EPOCH,
        fetchOffset: offset,
        lastFetchedEpoch: NO_EPOCH,
        partitionMaxBytes: PARTITION_BYTES,
      })),
  }));
  return fetch.async(
    connection,
    WAIT_MS,
    1,
    ANSWER_BYTES,
    READ_COMMITTED,
    NO_SESSION,
    NO_EPOCH,
    asked,
    [],
    '',
  );
}

function read(reader: Reader): FetchedPartition[] {
  reader.skip(4); // How long the broker throttled.
  const code = reader.readInt16();
  if (code !== 0) throw new Error(`the broker answers a fetch with error ${code}`);
  reader.skip(4); // The session.
  const topics = reader.readArray((each) => {
    const topic = each.readString();
    return each.readArray((partition) => readPartition(topic, partition));
  });
  return topics.flat();
}

function readPartition(topic: string, reader: Reader): FetchedPartition {
  const [partition, errorCode] = [reader.readInt32(), reader.readInt16()];
  const end = String(reader.readInt64());
  reader.skip(16); // The last stable offset, and the first one there is.
  const aborted =
    reader.readNullableArray((each) => ({
      producerId: String(each.readInt64()),
      firstOffset: each.readInt64(),
    })) ?? [];
  reader.skip(4); // A replica that is nearer.
  return { topic, partition, errorCode, end, aborted, bytes: reader.readBytes() };
}
