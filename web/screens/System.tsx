import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { system } from '../api/queries.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/system');

/** Versions, instances, and how it is set; of secrets only whether they are. */
export function System() {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="Versions, instances, and how it is set; of secrets only whether they are.">System</Title>
      <Loaded query={useQuery(system)}>
        {({ version, node, database, migration, migrations, startedAt, instances, settings }) => (
          <>
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
            <h2>Settings</h2>
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
              rows={settings.filter((one) =>
                `${one.name} ${one.about}`.toLowerCase().includes(q.toLowerCase()),
              )}
              keyOf={({ name }) => name}
              empty={<p>No setting is like that.</p>}
              columns={{
                Setting: ({ name }) => <code>{name}</code>,
                Value: ({ value, secret }) => (secret && value ? 'set (hidden)' : (value ?? 'not set')),
                Meaning: ({ about }) => about,
              }}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
