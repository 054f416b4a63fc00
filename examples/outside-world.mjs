// A payment service and a carrier that take part over Kafka:
//
//   npm run kafka                                            # prints the address
//   KAFKA_BROKERS=<address> PAYMENT_GATEWAY=kafka CARRIER=kafka npm start
//   node examples/outside-world.mjs --brokers <address>
//
// Both answer every question once and for all under its key, however often it is asked. A real one keeps the journal
// in its database and works before it answers; the rules are the same.
import kafkajs from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

const brokers = (() => {
  try {
    const { values } = parseArgs({ options: { brokers: { type: 'string' } } });
    return values.brokers ?? process.env.KAFKA_BROKERS;
  } catch {
    return undefined;
  }
})();
if (!brokers) {
  console.error('say where Kafka is: --brokers host:port');
  process.exit(2);
}

const charges = new Map();
const refunds = new Map();
const parcels = new Map();

/** What was done first under a key stays. */
function once(journal, key, decide) {
  if (!journal.has(key)) journal.set(key, { key, ...decide() });
  return journal.get(key);
}
const known = (journal, key) => journal.get(key) ?? { key, outcome: 'not-found' };

function charge({ method, amount, key }) {
  if (/declined|insufficient/.test(method.token ?? '')) {
    return { outcome: 'declined', code: 'declined', detail: 'the bank said no' };
  }
  return { outcome: 'captured', reference: `ch-${key.slice(0, 8)}`, amount };
}

function send({ address, key }) {
  if (address.country === 'XX') return { outcome: 'refused', detail: 'nobody drives there' };
  return {
    outcome: 'accepted',
    carrier: 'Example Parcels',
    trackingNumber: `EX${key.slice(-8).toUpperCase()}`,
  };
}

function cancelParcel(key) {
  const parcel = once(parcels, key, () => ({ outcome: 'cancelled' }));
  return parcel.outcome === 'accepted' ? { key, outcome: 'too-late', detail: 'it is on its way' } : parcel;
}

const answers = {
  'waybill.payment-gateway.charge': (asked) => once(charges, asked.key, () => charge(asked)),
  'waybill.payment-gateway.look-up-charge': ({ key }) => known(charges, key),
  'waybill.payment-gateway.cancel': ({ key }) => once(charges, key, () => ({ outcome: 'cancelled' })),
  'waybill.payment-gateway.refund': ({ key, amount }) =>
    once(refunds, key, () => ({ outcome: 'refunded', reference: `re-${key.slice(0, 8)}`, amount })),
  'waybill.payment-gateway.look-up-refund': ({ key }) => known(refunds, key),
  'waybill.carrier.send': (asked) => once(parcels, asked.key, () => send(asked)),
  'waybill.carrier.look-up': ({ key }) => known(parcels, key),
  'waybill.carrier.cancel': ({ key }) => cancelParcel(key),
};

const kafka = new kafkajs.Kafka({
  clientId: 'outside-world',
  brokers: brokers.split(','),
  logLevel: kafkajs.logLevel.NOTHING,
});
const producer = kafka.producer({
  idempotent: true,
  maxInFlightRequests: 1,
  allowAutoTopicCreation: false,
  createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
});
const consumer = kafka.consumer({ groupId: 'outside-world', maxWaitTimeInMs: 50 });
await producer.connect();
await consumer.connect();
const topics = ['waybill.payment-gateway.requests.v1', 'waybill.carrier.requests.v1'];
await consumer.subscribe({ topics, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ topic, message }) => {
    const type = String(message.headers.ce_type);
    const answer = answers[type]?.(JSON.parse(String(message.value)));
    if (!answer) return console.error(`nobody here can answer ${type}`);
    console.log(`${type} ${answer.key} -> ${answer.outcome}`);
    await producer.send({
      topic: topic.replace('.requests.', '.answers.'),
      acks: -1,
      messages: [
        {
          key: message.key,
          value: JSON.stringify(answer),
          headers: {
            ce_specversion: '1.0',
            ce_id: randomUUID(),
            ce_source: '/outside-world',
            ce_type: `${type.slice(0, type.lastIndexOf('.'))}.answered`,
            ce_causationid: message.headers.ce_id,
            'content-type': 'application/json',
          },
        },
      ],
    });
  },
});
console.log(`answering on ${brokers}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await consumer.disconnect();
    await producer.disconnect();
    process.exit(0);
  });
}
