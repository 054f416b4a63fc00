export const problems = {
  'order.not-found': {
    status: 404,
    title: 'No such order',
    fix: 'Check the id, and that the order is yours. GET /v1/orders lists your orders.',
  },
  'order.item-not-found': {
    status: 404,
    title: 'The order has no line of this SKU',
    fix: 'Read the order; SKUs are case-sensitive.',
  },
  'order.customer-not-found': {
    status: 404,
    title: 'No such customer',
    fix: 'Ask for your own orders: the customerId is the subject of your token.',
  },
  'order.not-your-customer': {
    status: 403,
    title: 'You cannot order for somebody else',
    fix: 'Send your own customerId: it is the subject of your token.',
  },
  'order.fulfilment-only': {
    status: 403,
    title: 'Only fulfilment may report this',
    fix: 'Nothing to do: payment and dispatch are recorded when they happen.',
  },
  'order.already-exists': {
    status: 409,
    title: 'There is an order under this id',
    fix: 'Choose a new id for each order.',
  },
  'order.not-draft': {
    status: 409,
    title: 'The order is confirmed',
    fix: 'Items and payment method change only while the order is a draft. Cancel it and make a new one.',
  },
  'order.not-confirmed': {
    status: 409,
    title: 'The order is still a draft',
    fix: 'Confirm it with POST /v1/orders/{id}/confirm.',
  },
  'order.not-paid': {
    status: 409,
    title: 'The order is not paid yet',
    fix: 'Wait until its status is paid.',
  },
  'order.not-shipped': {
    status: 409,
    title: 'The order has not been shipped',
    fix: 'Only a shipped order can be delivered. Read its status and, under /fulfilment, what it waits for.',
  },
  'order.already-shipped': {
    status: 409,
    title: 'The parcel is on its way',
    fix: 'A shipped order cannot be changed or cancelled any more. Return it after delivery.',
  },
  'order.already-cancelled': {
    status: 409,
    title: 'The order is cancelled',
    fix: 'A cancelled order stays cancelled. Make a new one.',
  },
  'order.incomplete': {
    status: 422,
    title: 'Something is missing before the order can be confirmed',
    fix: 'Add what `errors` names: at least one item, a shipping address, a payment method.',
  },
  'order.unknown-product': {
    status: 422,
    title: 'A product is not in the catalogue',
    fix: 'Check the SKU: it is case-sensitive. GET /v1/products lists what is on sale.',
  },
  'order.product-archived': {
    status: 422,
    title: 'A product is no longer on sale',
    fix: 'Leave it out, or choose another one: GET /v1/products lists what is on sale.',
  },
  'order.currency-mismatch': {
    status: 422,
    title: 'A product is not sold in the currency of the order',
    fix: 'An order has one currency. Order what is priced in another currency separately.',
  },
  'order.too-many-lines': {
    status: 422,
    title: 'Too many lines',
    fix: 'An order holds at most 1,000 different SKUs. Split it.',
  },
  'order.quantity-too-large': {
    status: 422,
    title: 'Too many units of one SKU',
    fix: 'A line holds at most 10,000 units, all mentions of its SKU together. Split the order.',
  },
  'order.total-too-large': {
    status: 422,
    title: 'The total is past what can be charged',
    fix: 'The total is at most 9,007,199,254,740,991 minor units. Split the order.',
  },
  'order.wallet-unavailable': {
    status: 422,
    title: 'Wallets cannot pay yet',
    fix: 'Choose card, bank_transfer, paypal or crypto.',
  },
} as const;
export type OrderProblem = keyof typeof problems;
