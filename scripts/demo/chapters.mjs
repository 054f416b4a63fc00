/** The chapters of the tour, in their order. Each stands by itself. */
import { accounts } from './chapters/accounts.mjs';
import { analytics } from './chapters/analytics.mjs';
import { catalogue } from './chapters/catalogue.mjs';
import { customers } from './chapters/customers.mjs';
import { failures } from './chapters/failures.mjs';
import { fulfilment } from './chapters/fulfilment.mjs';
import { history } from './chapters/history.mjs';
import { notifications } from './chapters/notifications.mjs';
import { operations } from './chapters/operations.mjs';
import { orders } from './chapters/orders.mjs';
import { payments } from './chapters/payments.mjs';
import { repair } from './chapters/repair.mjs';
import { returns } from './chapters/returns.mjs';
import { shipments } from './chapters/shipments.mjs';
import { stock } from './chapters/stock.mjs';
import { contracts, system } from './chapters/system.mjs';
import { webhooks } from './chapters/webhooks.mjs';

export const chapters = [
  ...[catalogue, stock, orders, fulfilment, failures, history, payments, accounts, shipments, returns],
  ...[notifications, customers, webhooks, analytics, operations, repair, contracts, system],
];
