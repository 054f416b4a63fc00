import type { ClientState } from './client-state.js';
import type { GroupTimes } from './inbound-source.js';
import type { KafkaAddress } from './kafka-address.js';
import { KafkaClient, type Cluster } from './kafka-client.js';
import { withAdmin } from './platformatic-cluster.js';
import { PlatformaticInbound } from './platformatic-inbound.js';
import { PlatformaticPublisher } from './platformatic-publisher.js';

export class PlatformaticClient extends KafkaClient {
  constructor(private readonly address: KafkaAddress) {
    super();
  }

  publisher(state?: ClientState): PlatformaticPublisher {
    return new PlatformaticPublisher(this.address, state);
  }

  source(times?: GroupTimes): PlatformaticInbound {
    return new PlatformaticInbound(this.address, times);
  }

  administer<Result>(work: (cluster: Cluster) => Promise<Result>): Promise<Result> {
    return withAdmin(this.address, work);
  }
}
