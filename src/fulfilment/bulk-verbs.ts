import type { BulkVerb, Telling } from '../platform/bulk/bulk-verbs.js';
import type { OperatorVerb } from '../platform/core/saga-signals.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import type { OperatorLog } from '../platform/ops/operator-log.js';
import type { SagaAdmin } from '../platform/sagas/saga-admin.js';

const signalOf = (verb: 'retry' | 'compensate', reason: string): OperatorVerb => ({
  kind: 'operator',
  verb,
  reason,
});

const contextOf = ({ commandId, actor, operation, reason }: Telling): CommandContext => ({
  ...{ commandId, actor, reason },
  at: new Date().toISOString(),
  correlationId: operation,
  causationId: null,
});

/** What can be told to many stuck orders: each is told, and recorded, as if it were the only one. */
export const bulkVerbs = (admin: SagaAdmin, operators: OperatorLog): readonly BulkVerb[] =>
  (['retry', 'compensate'] as const).map((verb) => ({
    verb: `saga.${verb}`,
    isFinal: verb === 'compensate',
    things: (filter, limit) => admin.stuck('fulfilment', filter, limit),
    look: async (orderId, actor) => {
      const telling = { actor, reason: 'to see what would follow', commandId: orderId, operation: orderId };
      await admin.preview('fulfilment', orderId, signalOf(verb, telling.reason), contextOf(telling));
    },
    tell: (orderId, telling) => {
      const { actor, reason, operation } = telling;
      const action = { action: `saga.${verb}`, object: orderId, reason, details: { operation } };
      return operators.around(actor, action, () =>
        admin.tell('fulfilment', orderId, signalOf(verb, reason), contextOf(telling)),
      );
    },
  }));
