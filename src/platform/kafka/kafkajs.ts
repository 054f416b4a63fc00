import type { ClientState } from './client-state.js';
import type { GroupTimes } from './inbound-source.js';
import type { KafkaAddress } from './kafka-address.js';
import { KafkaClient, type Cluster } from './kafka-client.js';
import { clusterOf, withAdmin } from './kafkajs-cluster.js';
import { KafkajsInbound } from './kafkajs-inbound.js';
import { KafkajsPublisher } from './kafkajs-publisher.js';

export class KafkajsClient extends KafkaClient {
  constructor(private readonly address: KafkaAddress) {
    super();
  }

  publisher(state?: ClientState): KafkajsPublisher {
    return new KafkajsPublisher(this.address, state);
  }

  source(times?: GroupTimes): KafkajsInbound {
    return new KafkajsInbound(this.address, times);
  }

  administer<Result>(work: (cluster: Cluster) => Promise<Result>): Promise<Result> {
    return withAdmin(this.address, (admin) => work(clusterOf(admin)));
  }
}
