import { getRouteApi, Link } from '@tanstack/react-router';
import type { WebhookDelivery, WebhookEndpoint } from '../api/lists.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/webhooks');

/** Who is told what over HTTP, and what became of it. */
export function Webhooks() {
  const { endpoint } = route.useSearch();
  return (
    <>
      <Title about="Who is told over HTTP what happens, and what became of each message.">Webhooks</Title>
      <Listing<WebhookEndpoint>
        name="Receivers"
        path="/v1/webhook-endpoints"
        keyOf={({ id }) => id}
        empty="Nobody is told over HTTP."
        columns={{
          URL: ({ id, url }) => (
            <Link to="/webhooks" search={{ endpoint: id }} data-stop="">
              {url}
            </Link>
          ),
          State: ({ state }) => <Badge state={state === 'enabled' ? 'running' : 'paused'}>{state}</Badge>,
          Why: ({ disabledReason }) => disabledReason ?? '',
          Hears: ({ eventTypes }) => eventTypes.join(', '),
          Since: ({ createdAt }) => <Time at={createdAt} />,
        }}
      />
      {endpoint && <Deliveries endpoint={endpoint} />}
    </>
  );
}

const states = ['pending', 'delivered', 'failed', 'discarded'];

function Deliveries({ endpoint }: { readonly endpoint: string }) {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <h2>What was sent there</h2>
      <Listing<WebhookDelivery>
        name="Deliveries"
        path={`/v1/webhook-endpoints/${encodeURIComponent(endpoint)}/deliveries`}
        wanted={{ state }}
        filters={[{ name: 'state', label: 'State', options: states }]}
        onWant={(wish, replace) => void navigate({ search: { endpoint, ...wish }, replace })}
        keyOf={({ id }) => id}
        empty="Nothing was sent there."
        columns={{
          Event: ({ eventType }) => eventType,
          State: (delivery) => <Badge state={delivery.state === 'delivered' ? 'done' : delivery.state} />,
          Tries: ({ attempts }) => attempts,
          Said: ({ lastError }) => lastError ?? '',
          Created: ({ createdAt }) => <Time at={createdAt} />,
          'What can be done': ({ id, eventType }) => (
            <ActButton
              action={{
                rel: 'resend',
                targets: [{ href: `/v1/webhook-deliveries/${id}/resend`, name: `${eventType} ${id}` }],
              }}
            />
          ),
        }}
      />
    </>
  );
}
