import type { KafkaAddress } from './kafka-address.js';
import { NoKafka, type KafkaClient } from './kafka-client.js';

/** Loads a client library only where there is a cluster to speak to. */
export async function chosenClient(address: KafkaAddress): Promise<KafkaClient> {
  if (address.brokers.length === 0) return new NoKafka();
  if (address.client === 'platformatic') {
    const { PlatformaticClient } = await import('./platformatic.js');
    return new PlatformaticClient(address);
  }
  const { KafkajsClient } = await import('./kafkajs.js');
  return new KafkajsClient(address);
}
