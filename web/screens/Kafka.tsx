import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kafka, subscriptions } from '../api/queries.js';
import type { KafkaClient, KafkaStatus } from '../api/lists.js';
import { Badge } from '../parts/Badge.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const RELAY = 'kafka.relay';

/** What waits to be published, and how far what came in was read. */
export function Kafka() {
  return (
    <>
      <Title about="What waits to be told to other programs, and how far what they told was read.">
        Outbox and Kafka
      </Title>
      <Outbox />
      <Loaded query={useQuery(kafka)}>{(status) => <Shown status={status} />}</Loaded>
    </>
  );
}

function Outbox() {
  const query = useQuery(subscriptions);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const relay = items.find(({ name }) => name === RELAY);
        if (!relay) return <p className="note">Nothing is published: Kafka is off on this instance.</p>;
        return (
          <dl className="facts">
            <dt>Outbox</dt>
            <dd>
              <Badge state={relay.state} />{' '}
              {relay.lag > 0 ? `${relay.lag} positions wait to be published` : 'everything is published'}
            </dd>
            <dt>Last error</dt>
            <dd>{relay.lastError ?? 'none'}</dd>
            <dt>Parked</dt>
            <dd>
              <Link to="/parked" search={{ subscription: RELAY }}>
                {relay.parked}
              </Link>
            </dd>
          </dl>
        );
      }}
    </Loaded>
  );
}

function Shown({ status }: { readonly status: KafkaStatus }) {
  const { enabled, brokers, groupId, epoch, consumer, producer, partitions, lag, lagError } = status;
  if (!enabled) return <p className="note">Kafka is off: KAFKA_BROKERS names no broker.</p>;
  return (
    <>
      <dl className="facts">
        <dt>Brokers</dt>
        <dd>{brokers.join(', ')}</dd>
        <dt>Group</dt>
        <dd>{groupId}</dd>
        <dt>Epoch</dt>
        <dd>
          {epoch.epoch}: {epoch.reason}
        </dd>
        <dt>Reads</dt>
        <dd>
          <Client client={consumer} />
        </dd>
        <dt>Publishes</dt>
        <dd>
          <Client client={producer} />
        </dd>
      </dl>
      <h2>Lag: {lag}</h2>
      {lagError && <p className="note warn">It could not be asked for: {lagError}</p>}
      <Table
        name="Partitions"
        rows={partitions}
        keyOf={({ topic, partition }) => `${topic}/${partition}`}
        empty={<p>The group reads nothing.</p>}
        columns={{
          Topic: ({ topic }) => topic,
          Partition: ({ partition }) => partition,
          Committed: ({ committed }) => committed ?? 'nothing yet',
          End: ({ end }) => end,
          Lag: (row) => row.lag,
        }}
      />
    </>
  );
}

const Client = ({ client: { state, since, lastError } }: { readonly client: KafkaClient }) => (
  <>
    <Badge state={state} /> since <Time at={since} />
    {lastError && `, last error: ${lastError}`}
  </>
);
