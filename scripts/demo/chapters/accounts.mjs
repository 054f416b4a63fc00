import { place, rests } from '../goods.mjs';
import { has } from '../seen.mjs';

export const accounts = {
  name: 'accounts',
  title: 'Accounts: money that customers keep here',
  about: `Every movement is booked twice, so that each currency adds up to nothing at any time. No account goes below
    zero. An order that is paid from an account holds the money first and takes it when the parcel is handed over.`,
  async walk(tour) {
    const account = await own(tour);
    await movements(tour, account);
    await transfers(tour, account);
    await order(tour, account);
    await frozenAndClosed(tour);
    await ledger(tour);
  },
};

async function own(tour) {
  const body = { ownerId: tour.customerId, currency: 'EUR', initialDepositMinor: 10_000 };
  const opened = await tour.step('An account is opened with 100.00 EUR', {
    ...{ post: '/v1/accounts', body: { ...body, description: `tour ${tour.mark}` }, status: 201 },
    ...{ see: { balanceMinor: 10_000, status: 'open' }, toSee: '201, balance 10000 (cents)' },
  });
  const account = `/v1/accounts/${opened.body.id}`;
  await tour.step('Its owner looks at it', {
    ...{ get: account, as: 'customer', see: { availableMinor: 10_000 }, toSee: '10000 available' },
  });
  await tour.step('Nobody else does', {
    ...{ get: account, as: 'otherCustomer', status: 404, toSee: '404' },
  });
  await tour.step('All accounts of the customer', {
    ...{ get: `/v1/accounts?ownerId=${tour.customerId}&status=open&limit=100`, as: 'customer', until: true },
    ...{ see: { items: has({ id: opened.body.id }) }, toSee: 'the new one among them' },
  });
  return account;
}

async function movements(tour, account) {
  await tour.step('Money comes in', {
    ...{
      post: `${account}/deposits`,
      as: 'service',
      body: { amountMinor: 2_000, description: 'at the desk' },
    },
    ...{ status: 201, see: { balanceMinor: 12_000 }, toSee: '12000' },
  });
  const out = { post: `${account}/withdrawals`, as: 'customer', key: `tour-${tour.mark}-out` };
  const body = { amountMinor: 1_000, description: 'pocket money' };
  await tour.step('Money goes out', {
    ...out,
    body,
    status: 201,
    see: { balanceMinor: 11_000 },
    toSee: '11000',
  });
  await tour.step('The same request again', {
    ...{ ...out, body, header: { 'idempotency-replayed': 'true' }, see: { balanceMinor: 11_000 } },
    toSee: 'still 11000: it is the same withdrawal',
  });
  await tour.step('Never more than there is', {
    ...{ post: `${account}/withdrawals`, as: 'customer', body: { amountMinor: 11_001 }, status: 409 },
    ...{ see: { code: 'account.insufficient-funds' }, toSee: '409 account.insufficient-funds' },
  });
}

async function transfers(tour, account) {
  const opened = await tour.step('Another customer has an account', {
    ...{ post: '/v1/accounts', as: 'otherCustomer', status: 201, toSee: '201, empty' },
    body: { ownerId: tour.otherCustomerId, currency: 'EUR' },
  });
  const [fromAccountId, toAccountId] = [account.split('/').at(-1), opened.body.id];
  const made = await tour.step('Money is sent there', {
    ...{ post: '/v1/transfers', as: 'customer', status: 201, see: { amountMinor: 3_000 }, toSee: '201' },
    body: { fromAccountId, toAccountId, amountMinor: 3_000, description: 'rent' },
  });
  await tour.step('The transfer, for the other side', {
    ...{ get: `/v1/transfers/${made.body.transferId}`, as: 'otherCustomer', see: { amountMinor: 3_000 } },
    toSee: 'what was sent and why',
  });
}

async function order(tour, account) {
  const accountId = account.split('/').at(-1);
  const over = { paymentMethod: { type: 'wallet', accountId } };
  const path = await place(tour, 'An order is paid from the account', { toSee: '202', over });
  await rests(tour, path, 'completed');
  await tour.step('The money was held, then taken', {
    ...{ get: `${account}/holds`, as: 'customer', until: true },
    ...{ see: { items: [{ orderId: path.split('/').at(-1), state: 'captured' }] }, toSee: 'captured' },
  });
  await tour.step('Every entry, newest first', {
    ...{ get: `${account}/entries`, as: 'customer' },
    see: { items: [{ kind: 'payment', amountMinor: -2_500, balanceAfterMinor: 5_500 }] },
    toSee: 'the payment of 25.00, and the balance after each entry',
  });
  await tour.step('A statement', {
    ...{ get: `${account}/statement`, as: 'customer', see: { closingBalanceMinor: 5_500 } },
    toSee: 'opening balance, entries, closing balance 5500',
  });
  await tour.step('The same as a table', {
    ...{ get: `${account}/statement`, as: 'customer', headers: { accept: 'text/csv' } },
    ...{ header: { 'content-type': /text\/csv/ }, see: /closing-balance/, toSee: 'CSV' },
  });
}

async function frozenAndClosed(tour) {
  const opened = await tour.step('An account that somebody looks into', {
    ...{
      post: '/v1/accounts',
      body: { ownerId: tour.customerId, currency: 'EUR', initialDepositMinor: 100 },
    },
    ...{ status: 201, toSee: '201' },
  });
  const account = `/v1/accounts/${opened.body.id}`;
  const why = { reason: 'a question of the bank' };
  await tour.step('Is frozen', {
    ...{ post: `${account}/freeze`, body: why, see: { status: 'frozen' }, toSee: 'frozen' },
  });
  await tour.step('Nothing goes out', {
    ...{
      post: `${account}/withdrawals`,
      as: 'customer',
      body: { amountMinor: 100 },
      status: 409,
      toSee: '409',
    },
  });
  await tour.step('Is open again', {
    ...{ post: `${account}/unfreeze`, body: why, see: { status: 'open' }, toSee: 'open' },
  });
  await closed(tour, account);
}

async function closed(tour, account) {
  await tour.step('Cannot be closed with money on it', {
    ...{ post: `${account}/close`, as: 'customer', body: { reason: 'moving' }, status: 409 },
    ...{ see: { code: 'account.not-empty' }, toSee: '409 account.not-empty' },
  });
  await tour.step('Is emptied', {
    ...{
      post: `${account}/withdrawals`,
      as: 'customer',
      body: { amountMinor: 100 },
      status: 201,
      toSee: '201',
    },
  });
  await tour.step('Is closed for good', {
    ...{ post: `${account}/close`, as: 'customer', body: { reason: 'moving' }, see: { status: 'closed' } },
    toSee: 'closed',
  });
}

const ledger = (tour) =>
  tour.step('The whole ledger adds up to nothing', {
    ...{
      get: '/v1/ledger/trial-balance',
      see: { totals: (all) => all.every((one) => one.balanceMinor === 0) },
    },
    toSee: 'every currency: 0',
  });
