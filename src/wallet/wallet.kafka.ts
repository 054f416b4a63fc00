import { z } from 'zod';
import { currencyCode, money, uuid } from '../platform/core/schemas.js';
import { publishes } from '../platform/kafka/publication.js';
import { AccountClosed, AccountOpened, FundsDeposited, FundsWithdrawn } from './account.events.js';

const topic = 'waybill.payments.v1';
const account = { accountId: uuid };
const moved = z.object({ ...account, transferId: uuid, amount: money });
const publicMove = ({ accountId, transferId, amount }: FundsDeposited['data']): z.output<typeof moved> => ({
  ...{ accountId, transferId, amount },
});

/** What the wallet tells the outside. Key: the account. What people wrote about it stays here. */
export const walletPublications = [
  publishes(AccountOpened, {
    topic,
    type: 'waybill.account.opened',
    about: 'A customer has an account, in one currency.',
    schema: z.object({ ...account, ownerId: uuid, currency: currencyCode }),
    map: ({ event: { data } }) => ({
      accountId: data.accountId,
      ownerId: data.ownerId,
      currency: data.currency,
    }),
  }),
  publishes(FundsDeposited, {
    topic,
    type: 'waybill.account.deposited',
    about: 'Money was put in.',
    schema: moved,
    map: ({ event: { data } }) => publicMove(data),
  }),
  publishes(FundsWithdrawn, {
    topic,
    type: 'waybill.account.withdrawn',
    about: 'Money was paid out.',
    schema: moved,
    map: ({ event: { data } }) => publicMove(data),
  }),
  publishes(AccountClosed, {
    topic,
    type: 'waybill.account.closed',
    about: 'The account is empty and closed for good.',
    schema: z.object(account),
    map: ({ event: { data } }) => ({ accountId: data.accountId }),
  }),
];
