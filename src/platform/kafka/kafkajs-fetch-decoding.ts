import Decoder from 'kafkajs/src/protocol/decoder.js';
import response from 'kafkajs/src/protocol/requests/fetch/v11/response.js';
import { decodeRecords, Room, type FetchedRecord } from './record-batches.js';

/** Of one answer, unpacked. */
const ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * Puts our own reading of records in the place of the library's, for every client of this process. The library's one
 * gives up the whole fetch for one batch it cannot unpack, copies the headers of a record once for each header, and
 * unpacks without a bound.
 */
export function readRecordsOurselves(): void {
  response.decode = decodeAnswer;
}

/** Fetch version 11: what every broker since 2.3 answers to this library. */
async function decodeAnswer(bytes: Buffer): Promise<object> {
  const decoder = new Decoder(bytes);
  const room = new Room(ANSWER_BYTES);
  return {
    // The broker has not throttled yet, it asks us to: taken for its own wait, this would be waited for twice.
    throttleTime: 0,
    clientSideThrottleTime: decoder.readInt32(),
    errorCode: decoder.readInt16(),
    sessionId: decoder.readInt32(),
    responses: await decoder.readArrayAsync(async (topic) => ({
      topicName: topic.readString(),
      partitions: await topic.readArrayAsync((partition) => decodePartition(partition, room)),
    })),
  };
}

const decodePartition = async (decoder: Decoder, room: Room) => ({
  partition: decoder.readInt32(),
  errorCode: decoder.readInt16(),
  highWatermark: String(decoder.readInt64()),
  lastStableOffset: String(decoder.readInt64()),
  lastStartOffset: String(decoder.readInt64()),
  abortedTransactions: decoder.readArray((transaction) => ({
    producerId: String(transaction.readInt64()),
    firstOffset: String(transaction.readInt64()),
  })),
  preferredReadReplica: decoder.readInt32(),
  messages: (await decodeRecords(decoder.readBytes() ?? Buffer.alloc(0), room)).map(asMessage),
});

/** The library goes by its own names for what it leaves out; the rest passes through it as it is. */
const asMessage = (record: FetchedRecord) => ({
  ...record,
  isControlRecord: record.isControl,
  batchContext: { producerId: record.producerId, inTransaction: record.inTransaction },
});
