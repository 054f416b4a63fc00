export const problems = {
  'account.not-found': {
    status: 404,
    title: 'No such account',
    fix: 'Check the id, and that the account is yours. GET /v1/accounts lists your accounts.',
  },
  'account.not-your-owner': {
    status: 403,
    title: 'You cannot open an account for somebody else',
    fix: 'Send your own ownerId: it is the subject of your token.',
  },
  'account.deposit-refused': {
    status: 403,
    title: 'Customers do not deposit by themselves',
    fix: 'Open the account without a first deposit; an operator or a machine that has received the money deposits it.',
  },
  'account.already-exists': {
    status: 409,
    title: 'There is an account under this id',
    fix: 'Choose a new id for each account.',
  },
  'account.insufficient-funds': {
    status: 409,
    title: 'There is not enough money on the account',
    fix: 'Spend at most `availableMinor`, the balance less what is held, or deposit first.',
  },
  'account.frozen': {
    status: 409,
    title: 'The account is frozen',
    fix: 'Money comes in and none goes out. An operator unfreezes it: POST /v1/accounts/{id}/unfreeze.',
  },
  'account.closed': {
    status: 409,
    title: 'The account is closed',
    fix: 'A closed account stays closed. Open another one: POST /v1/accounts.',
  },
  'account.not-empty': {
    status: 409,
    title: 'There is money on the account',
    fix: 'Withdraw the balance, and wait until the orders whose money is held are shipped or cancelled.',
  },
  'account.balance-too-large': {
    status: 422,
    title: 'The balance is past what can be counted exactly',
    fix: 'An account holds at most 9,007,199,254,740,991 minor units. Use another account.',
  },
  'account.statement-too-long': {
    status: 422,
    title: 'Too many entries for one statement',
    fix: 'Ask for a shorter period with `from` and `to`, or page through GET /v1/accounts/{id}/entries.',
  },
  'transfer.not-found': {
    status: 404,
    title: 'No such transfer',
    fix: 'Check the id, and that one of its accounts is yours.',
  },
  'transfer.id-taken': {
    status: 409,
    title: 'Another transfer was made under this id',
    fix: 'Choose a new transferId for each transfer. The same id with the same content answers what it did.',
  },
  'transfer.same-account': {
    status: 422,
    title: 'The money is there already',
    fix: 'Name two different accounts.',
  },
  'transfer.currency-mismatch': {
    status: 422,
    title: 'The accounts are in different currencies',
    fix: 'Transfers do not exchange money: choose two accounts of one currency.',
  },
  'hold.not-found': {
    status: 404,
    title: 'No such hold',
    fix: 'Check the id. GET /v1/accounts/{id}/holds lists the holds of an account.',
  },
  'hold.not-held': {
    status: 409,
    title: 'The hold is over',
    fix: 'A hold is resolved once: captured, released or expired.',
  },
  'hold.already-captured': {
    status: 409,
    title: 'The money of the hold was taken',
    fix: 'What was captured is given back as a refund.',
  },
  'hold.exceeded': {
    status: 422,
    title: 'More than what is left of the hold',
    fix: 'Take or give back at most what is left of it.',
  },
} as const;
export type WalletProblem = keyof typeof problems;
