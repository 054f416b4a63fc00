// `npm run kafka`: a real Apache Kafka on this machine, without Docker, until Ctrl-C.
import { startBroker } from './kafka-broker.mjs';
import { fetchJars, hasJars, jarsOf, versions } from './kafka-jars.mjs';
import { wordsOf } from './words.mjs';

const help = `npm run kafka -- [--version 4.2.0|3.9.2] [--port N] [--data-dir DIR] [--fetch]

Starts one KRaft node on 127.0.0.1 and prints its address. Needs Java 17 and, the first time, Maven.
Without --data-dir nothing is kept. --fetch only fills the cache. Then: KAFKA_BROKERS=<address> npm start`;

const { values } = wordsOf(help, {
  options: {
    version: { type: 'string', default: '4.2.0' },
    port: { type: 'string' },
    'data-dir': { type: 'string' },
    fetch: { type: 'boolean', default: false },
  },
  mistakeIn: ({ port }) =>
    port && !/^\d{1,5}$/.test(port) ? `--port wants a number, not ${port}` : undefined,
});
if (values.fetch) {
  if (!hasJars(values.version)) await fetchJars(values.version);
  console.log(jarsOf(values.version));
  process.exit(0);
}
if (!versions.includes(values.version))
  console.warn(`tested are ${versions.join(' and ')}, not ${values.version}`);

const began = performance.now();
const broker = await startBroker({
  version: values.version,
  ...(values.port && { port: Number(values.port) }),
  ...(values['data-dir'] && { dataDir: values['data-dir'] }),
}).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`Kafka ${broker.version} answers on ${broker.brokers} (${seconds} s, data in ${broker.dataDir})`);
console.log(`KAFKA_BROKERS=${broker.brokers} npm start`);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await broker.stop();
  process.exit(0);
};
process.on('SIGINT', stop).on('SIGTERM', stop);
const alive = setInterval(() => undefined, 60_000);
await broker.node.gone;
clearInterval(alive);
if (!stopping) {
  console.error('the broker ended by itself');
  process.exit(1);
}
