import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { trialBalance } from '../api/queries.js';
import type { Account, StockItem } from '../api/lists.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Loaded } from '../parts/Loaded.js';
import { Money } from '../parts/Money.js';
import { Table } from '../parts/Table.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/stock');

/** What is there and what it is worth: every sum comes from the events and is held to add up. */
export function Stock() {
  return (
    <>
      <Title about="What is there and what it is worth. Every sum comes from the events, and is held to add up.">
        Stock and money
      </Title>
      <h2>Stock</h2>
      <Shelf />
      <h2>Ledger</h2>
      <Balance />
      <h2>Accounts</h2>
      <Accounts />
    </>
  );
}

function Shelf() {
  return (
    <Listing<StockItem>
      name="Stock"
      path="/v1/stock"
      isHeard
      keyOf={({ sku }) => sku}
      empty="No SKU has stock."
      columns={{
        SKU: ({ sku }) => (
          <Link to="/events" search={{ stream: `stock-${sku}` }} data-stop="">
            {sku}
          </Link>
        ),
        'On hand': ({ onHand }) => onHand,
        Reserved: ({ reserved }) => reserved,
        Available: ({ available }) => available,
        Orders: ({ sku }) => (
          <Link to="/orders" search={{ sku }}>
            orders with it
          </Link>
        ),
        Sum: ({ onHand, reserved, available }) => (
          <Badge state={onHand - reserved === available ? 'done' : 'mismatch'}>
            {onHand - reserved === available ? 'adds up' : 'does not add up'}
          </Badge>
        ),
      }}
    />
  );
}

function Accounts() {
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Listing<Account>
      name="Accounts"
      path="/v1/accounts"
      wanted={{ status }}
      filters={[{ name: 'status', label: 'Status', options: ['open', 'frozen', 'closed'] }]}
      isHeard
      onWant={(wish, replace) => void navigate({ search: wish, replace })}
      keyOf={({ id }) => id}
      empty="Nobody has an account."
      columns={{
        Account: ({ id }) => (
          <Link to="/events" search={{ stream: `account-${id}` }} data-stop="">
            <code>{id}</code>
          </Link>
        ),
        Owner: ({ ownerId }) => (
          <Link to="/orders" search={{ customerId: ownerId }}>
            <code>{ownerId}</code>
          </Link>
        ),
        Status: (account) => (
          <Badge state={account.status === 'open' ? 'running' : 'paused'}>{account.status}</Badge>
        ),
        Balance: ({ balanceMinor, currency }) => <Money amount={{ amountMinor: balanceMinor, currency }} />,
        Held: ({ heldMinor, currency }) => <Money amount={{ amountMinor: heldMinor, currency }} />,
        'Can be spent': ({ availableMinor, currency }) => (
          <Money amount={{ amountMinor: availableMinor, currency }} />
        ),
      }}
    />
  );
}

function Balance() {
  return (
    <Loaded query={useQuery(trialBalance)}>
      {({ items, totals }) => (
        <>
          {totals.map(({ currency, balanceMinor }) => (
            <p key={currency} className={balanceMinor === 0 ? 'note good' : 'note bad'}>
              {currency}:{' '}
              {balanceMinor === 0 ? 'all accounts add up to 0' : `off by ${balanceMinor} minor units`}
            </p>
          ))}
          <Table
            name="Ledger by kind"
            rows={items}
            keyOf={({ kind, currency }) => `${kind} ${currency}`}
            empty={<p>No money has moved.</p>}
            columns={{
              Kind: ({ kind }) => kind,
              Out: ({ debitMinor, currency }) => <Money amount={{ amountMinor: debitMinor, currency }} />,
              In: ({ creditMinor, currency }) => <Money amount={{ amountMinor: creditMinor, currency }} />,
              Balance: ({ balanceMinor, currency }) => (
                <Money amount={{ amountMinor: balanceMinor, currency }} />
              ),
            }}
          />
        </>
      )}
    </Loaded>
  );
}
