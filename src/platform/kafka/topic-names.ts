import type { KafkaAddress } from './kafkajs-client.js';

/** Names inside this program, and with the installation's prefix as the cluster knows them. */
export const topicNames = ({ prefix = '' }: Pick<KafkaAddress, 'prefix'>) => ({
  outside: (topic: string): string => `${prefix}${topic}`,
  inside: (topic: string): string => topic.slice(prefix.length),
});
