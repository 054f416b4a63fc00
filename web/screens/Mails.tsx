import { getRouteApi, Link } from '@tanstack/react-router';
import type { Mail } from '../api/lists.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/mails');

/** What customers were written, and why not. */
export function Mails() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="What customers were written, and why not.">Mails</Title>
      <Listing<Mail>
        name="Mails"
        path="/v1/notifications"
        wanted={{ state }}
        filters={[{ name: 'state', label: 'State', options: ['queued', 'sent', 'failed', 'suppressed'] }]}
        onWant={(wish, replace) => void navigate({ search: wish, replace })}
        keyOf={({ id }) => id}
        empty="No customer was written to."
        columns={{
          Mail: ({ template }) => template,
          Order: ({ orderId }) => (
            <Link to="/orders/$orderId" params={{ orderId }} data-stop="">
              <code>{orderId}</code>
            </Link>
          ),
          State: (mail) => <Badge state={mail.state === 'sent' ? 'done' : mail.state}>{mail.state}</Badge>,
          Why: ({ reason, lastError }) => reason ?? lastError ?? '',
          Created: ({ createdAt }) => <Time at={createdAt} />,
          'What can be done': ({ id, template }) => (
            <ActButton
              action={{
                rel: 'resend',
                targets: [{ href: `/v1/notifications/${id}/resend`, name: `${template} ${id}` }],
              }}
            />
          ),
        }}
      />
    </>
  );
}
