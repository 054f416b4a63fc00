import { getRouteApi, Link } from '@tanstack/react-router';
import type { Approval, Operation, OperationItem, OperatorAction } from '../api/lists.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/operations');

const verb = (what: string, id: string, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/${what}/${id}/${rel}`, name: `${what.slice(0, -1)} ${id}` }],
});

/** What is being done to many things, what waits for a second person, and who did what and why. */
export function Operations() {
  const { id, actor, action, object } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="What was told to many things at once, what waits for a second person, and who did what and why.">
        Operations and audit
      </Title>
      <Many />
      {id && <Items id={id} />}
      <h2>For a second person</h2>
      <Approvals />
      <h2>What operators did</h2>
      <Listing<OperatorAction>
        name="What operators did"
        path="/v1/ops/actions"
        wanted={{ actor, action, object }}
        filters={[
          { name: 'action', label: 'Action' },
          { name: 'actor', label: 'Who' },
          { name: 'object', label: 'About' },
        ]}
        onWant={(wish, replace) => void navigate({ search: (before) => ({ ...before, ...wish }), replace })}
        keyOf={({ seq }) => seq}
        empty="No operator did anything like that."
        columns={{
          Action: (row) => row.action,
          About: (row) => <code>{row.object}</code>,
          Who: (row) => row.actor,
          Why: ({ reason }) => reason,
          Ended: ({ outcome }) => (
            <Badge state={outcome.startsWith('refused') ? 'failed' : outcome}>{outcome}</Badge>
          ),
          When: ({ at }) => <Time at={at} />,
        }}
      />
    </>
  );
}

const Many = () => (
  <Listing<Operation>
    name="Operations"
    path="/v1/ops/operations"
    keyOf={({ id }) => id}
    empty="No verb was told to many things."
    columns={{
      Verb: ({ id, verb: told }) => (
        <Link to="/operations" search={{ id }} data-stop="">
          {told}
        </Link>
      ),
      State: ({ state }) => <Badge state={state === 'stopped' ? 'paused' : state}>{state}</Badge>,
      Progress: ({ done, refused, total }) => (
        <>
          <progress aria-label="Progress" max={total} value={done + refused} /> {done + refused} of {total}
          {refused > 0 && `, ${refused} refused`}
        </>
      ),
      Who: ({ requestedBy, reason }) => `${requestedBy}: ${reason}`,
      When: ({ requestedAt }) => <Time at={requestedAt} />,
      'What can be done': ({ id, state }) =>
        state === 'running' && <ActButton action={verb('operations', id, 'stop')} />,
    }}
  />
);

const Items = ({ id }: { readonly id: string }) => (
  <>
    <h2>What became of each thing</h2>
    <Listing<OperationItem>
      name="What became of each thing"
      path={`/v1/ops/operations/${encodeURIComponent(id)}/items`}
      keyOf={({ object }) => object}
      empty="It is about nothing."
      columns={{
        Thing: ({ object }) => <code>{object}</code>,
        State: ({ state }) => <Badge state={state === 'refused' ? 'failed' : state}>{state}</Badge>,
        Said: ({ detail }) => detail ?? '',
        When: ({ at }) => at && <Time at={at} />,
      }}
    />
  </>
);

const approvalStates = ['waiting', 'approved', 'done', 'failed', 'rejected'];

function Approvals() {
  const { approvals: state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Listing<Approval>
      name="For a second person"
      path="/v1/ops/approvals"
      wanted={{ state }}
      filters={[{ name: 'state', label: 'State', options: approvalStates }]}
      onWant={(wish, replace) =>
        void navigate({ search: (before) => ({ ...before, approvals: wish['state'] }), replace })
      }
      keyOf={({ id }) => id}
      empty="Nothing was asked for that needs a second person."
      columns={{
        What: ({ action, object }) => `${action} of ${object}`,
        State: (one) => <Badge state={one.state} />,
        'Asked for by': ({ requestedBy, reason }) => `${requestedBy}: ${reason}`,
        When: ({ requestedAt }) => <Time at={requestedAt} />,
        'What can be done': ({ id, ...one }) =>
          one.state === 'waiting' && (
            <span className="buttons">
              <ActButton action={verb('approvals', id, 'approve')} />
              <ActButton action={verb('approvals', id, 'reject')} />
            </span>
          ),
      }}
    />
  );
}
