/** What orders refuse, and what to do about it. */
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
    title: 'The order is no longer a draft',
    fix: 'Items and payment method change only while the order is a draft. Make a new one.',
  },
  'order.price-changed': {
    status: 409,
    title: 'Prices have changed since the draft was made',
    fix: 'A draft keeps its prices for a time. Show the customer what `errors` names, then POST /v1/orders/{id}/reprice and confirm again.',
  },
  'order.too-many-unpaid': {
    status: 409,
    title: 'Too many unpaid orders',
    fix: 'Pay or cancel one first. Bank transfers have a limit of their own, because they hold their goods for days.',
  },
  'order.too-many-unpaid-units': {
    status: 409,
    title: 'Unpaid orders may not hold so many units of one SKU',
    fix: 'Order fewer, pay what is open first, or choose a way to pay that is quicker than a bank transfer.',
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
  'order.not-delivered': {
    status: 409,
    title: 'The order has not been delivered',
    fix: 'Only what was delivered can come back. Read the status of the order first.',
  },
  'order.already-shipped': {
    status: 409,
    title: 'The carrier has the parcel, or has delivered it',
    fix: 'A shipped order cannot be confirmed, changed or cancelled any more. Return it after delivery.',
  },
  'order.being-cancelled': {
    status: 409,
    title: 'The order is being cancelled',
    fix: 'It takes no changes any more. GET /v1/orders/{id} shows how it ends: cancelled, or shipped if the parcel was faster.',
  },
  'order.already-cancelled': {
    status: 409,
    title: 'The order is cancelled',
    fix: 'A cancelled order stays cancelled. Make a new one.',
  },
  'order.being-handed-over': {
    status: 409,
    title: 'The carrier was asked to take the parcel and has not answered yet',
    fix: 'Try again in a moment: if the carrier takes it, return the units after delivery. The whole order can still be cancelled; its parcel is then called back.',
  },
  'order.too-many-cancellations': {
    status: 409,
    title: 'Units were taken out of the order too often',
    fix: 'Cancel the whole order, or return the units after delivery.',
  },
  'order.too-few-units': {
    status: 422,
    title: 'The order does not have so many units',
    fix: 'Cancel at most what `left` says is in the order now; `errors` names what was too much.',
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
    title: 'The account cannot pay for the order',
    fix: 'Name an open account of the customer in the currency of the order, or choose another payment method.',
  },
} as const;
export type OrderProblem = keyof typeof problems;
