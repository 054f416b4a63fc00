import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import { OrderShipped } from '../orders/contract.js';
import { FindUnsettled, SettlePayment } from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { causedBy } from '../platform/event-store/recorded.js';
import { reactTo } from '../platform/subscriptions/react-to.js';
import type { Subscription } from '../platform/subscriptions/subscription.js';

/**
 * An order that is shipped takes the money that was only set aside for it. Choreographed: the saga ends with the
 * hand-over, after which nothing is taken back. The command is named after the event, so hearing it again does nothing.
 */
export const settlements = (commands: CommandBus, queries: QueryBus): Subscription => ({
  name: 'fulfilment.settlements',
  events: [OrderShipped],
  // Before there was a program that hears this, nothing was ever set aside.
  from: 'head',
  lingerMs: 250,
  async handle(batch) {
    const paymentOf = (event: unknown) => derivedId((event as OrderShipped).data.orderId, 'payment');
    const unsettled = new Set(
      await queries.execute(new FindUnsettled(batch.map(({ event }) => paymentOf(event)))),
    );
    await reactTo(batch, async (recorded) => {
      const paymentId = paymentOf(recorded.event);
      if (!unsettled.has(paymentId)) return;
      const by = systemContext('fulfilment', {
        commandId: derivedId(recorded.id, 'settle'),
        ...causedBy(recorded),
      });
      await commands.execute(new SettlePayment({ paymentId }, by));
    });
  },
});
