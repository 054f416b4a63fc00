import { Unavailable } from '../subscriptions/failures.js';
import { anchored } from '../seals/anchor-file.js';
import type { Anchor } from '../seals/seal.js';
import { schemaPath } from './publication.js';
import type { IntegrationEventPublisher, OutgoingRecord } from './publisher.js';

export const SEALS_TOPIC = 'waybill.seals.v1';
const TYPE = 'waybill.log.sealed';

/** What readers are told of it. */
export const sealContract = {
  topic: SEALS_TOPIC,
  type: TYPE,
  about:
    'A stretch of the log was sealed; kept for ever, so that a later change of the log is found by whoever has it.',
  schema: anchored,
};

/** Keeps seals in a topic that forgets nothing. */
export const sealTopic = (publisher: Pick<IntegrationEventPublisher, 'publish'>): Anchor => ({
  name: 'kafka',
  keep: async (seals) => {
    const deliveries = await publisher.publish(seals.map(recordOf));
    for (const delivery of deliveries) {
      if (delivery.kind !== 'sent') throw new Unavailable(`Kafka: ${delivery.reason}`);
    }
  },
});

/** The same seal is the same record, however often it is sent. */
const recordOf = (seal: Parameters<Anchor['keep']>[0][number]): OutgoingRecord => ({
  topic: SEALS_TOPIC,
  key: seal.chain,
  value: Buffer.from(JSON.stringify(anchored.parse(seal))),
  headers: {
    ce_specversion: '1.0',
    ce_id: `${seal.chain}/${seal.number}/${seal.digest}`,
    ce_source: '/waybill/seals',
    ce_type: TYPE,
    ce_subject: seal.chain,
    ce_time: seal.sealedAt,
    ce_dataschema: schemaPath(SEALS_TOPIC, TYPE),
    ce_streamversion: String(seal.number),
    'content-type': 'application/json',
  },
});
