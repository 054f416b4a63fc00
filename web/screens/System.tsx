import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { System as Told } from '../api/lists.js';
import { system } from '../api/queries.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/system');

/** Versions, instances, requests, and how it is set; of secrets only whether they are. */
export function System() {
  return (
    <>
      <Title about="Versions, instances, requests, and how it is set; of secrets only whether they are.">
        System
      </Title>
      <Loaded query={useQuery(system)}>
        {(told) => (
          <>
            <Facts told={told} />
            <h2>Requests</h2>
            <Requests requests={told.requests} />
            <h2>Settings</h2>
            <Settings settings={told.settings} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Facts({ told }: { readonly told: Told }) {
  const { version, node, database, migration, migrations, startedAt, instances } = told;
  return (
    <dl className="facts">
      <dt>Waybill</dt>
      <dd>
        {version}, running since <Time at={startedAt} />
      </dd>
      <dt>Node</dt>
      <dd>{node}</dd>
      <dt>PostgreSQL</dt>
      <dd>
        {database}, {migrations} migrations, the newest {migration ?? 'none'}
      </dd>
      <dt>Instances</dt>
      <dd>{instances.map(({ name }) => name).join(', ') || 'none does the work behind'}</dd>
    </dl>
  );
}

const within = (ms: number | null) => (ms === null ? 'slow' : `${ms} ms`);

function Requests({ requests }: Pick<Told, 'requests'>) {
  return (
    <>
      <p className="quiet">To the instance that answers, since its start, by route.</p>
      <Table
        name="Requests"
        rows={requests}
        keyOf={({ method, route: asked }) => `${method} ${asked}`}
        empty={<p>Nobody asked for anything yet.</p>}
        columns={{
          Route: ({ method, route: asked }) => (
            <code>
              {method} {asked}
            </code>
          ),
          Requests: ({ count }) => <span className="money">{count}</span>,
          'Half within': ({ p50Ms }) => within(p50Ms),
          '99 % within': ({ p99Ms }) => within(p99Ms),
        }}
      />
    </>
  );
}

function Settings({ settings }: Pick<Told, 'settings'>) {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          Name or meaning
          <input
            value={q}
            onChange={({ target }) =>
              void navigate({ search: { q: target.value || undefined }, replace: true })
            }
          />
        </label>
      </form>
      <Table
        name="Settings"
        rows={settings.filter((one) => `${one.name} ${one.about}`.toLowerCase().includes(q.toLowerCase()))}
        keyOf={({ name }) => name}
        empty={<p>No setting is like that.</p>}
        columns={{
          Setting: ({ name }) => <code>{name}</code>,
          Value: ({ value, secret }) => (secret && value ? 'set (hidden)' : (value ?? 'not set')),
          Meaning: ({ about }) => about,
        }}
      />
    </>
  );
}
