import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { found } from '../api/queries.js';
import type { Found } from '../api/lists.js';
import { placeOf } from '../model/places.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';

const route = getRouteApi('/find');
const reasons: Readonly<Record<Found['by'], string>> = {
  id: 'it is named so',
  command: 'the command made it',
  event: 'the event is part of it',
  correlation: 'the request led to it',
};

/** All that has an id, a SKU or a correlation id in common. */
export function Find() {
  const { q = '' } = route.useSearch();
  const query = useQuery(found(q));
  return (
    <>
      <h1>
        Found for <code>{q}</code>
      </h1>
      <Loaded query={query}>
        {({ items }) => (
          <Table<Found>
            name="Found"
            rows={items}
            keyOf={({ href }) => href}
            empty={
              <p>
                Nothing has this id, SKU or correlation id. SKUs are found as they are written; requests among
                the newest events.
              </p>
            }
            columns={{
              What: (one) => (
                <Link {...placeOf(one, q)} data-stop="">
                  {one.kind} <code>{one.id}</code>
                </Link>
              ),
              Why: ({ by }) => reasons[by],
              When: ({ at }) => <Time at={at} />,
            }}
          />
        )}
      </Loaded>
    </>
  );
}
