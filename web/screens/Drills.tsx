import { useQuery } from '@tanstack/react-query';
import type { Drill } from '../api/lists.js';
import { drills } from '../api/queries.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const verb = (name: string, rel: 'begin' | 'end'): Action => ({
  rel,
  targets: [{ href: `/v1/ops/drills/${name}/${rel}`, name }],
});

/** Failures to try out: nothing real is touched, and each has its way back. */
export function Drills() {
  return (
    <>
      <Title about="Let something fail on purpose, see what becomes of orders, and let it work again. None of them touches anything real.">
        Drills
      </Title>
      <p>
        <a href="/">The start page</a> has buttons that place orders.
      </p>
      <Loaded query={useQuery(drills)}>
        {({ items }) => (
          <Table<Drill>
            name="Drills"
            rows={items}
            keyOf={({ name }) => name}
            empty={
              <p>Nothing is rehearsed here: the parties outside are real ones, or this is production.</p>
            }
            columns={{
              Drill: ({ name }) => name,
              State: ({ state }) => (
                <Badge state={state === 'running' ? 'running' : 'waiting'}>{state}</Badge>
              ),
              'What happens': ({ about }) => about,
              By: ({ begunBy, reason }) => begunBy && `${begunBy}: ${reason}`,
              'Ends by itself': ({ endsAt }) => endsAt && <Time at={endsAt} />,
              'What can be done': ({ name, state }) => (
                <ActButton action={verb(name, state === 'running' ? 'end' : 'begin')} />
              ),
            }}
          />
        )}
      </Loaded>
    </>
  );
}
