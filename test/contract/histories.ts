/** The outsider's own picture of what can follow what; anything else in a stream is misplaced. */
const any = (state: string, ...events: string[]) => Object.fromEntries(events.map((event) => [event, state]));

type Machine = Readonly<Record<string, Readonly<Record<string, string>>>>;

const undecided = {
  PaymentCaptured: 'captured',
  PaymentDeclined: 'declined',
  PaymentOutcomeUnknown: 'unknown',
  PaymentVoided: 'voided',
};
const parcel = {
  ShipmentDispatched: 'dispatched',
  ShipmentRefused: 'refused',
  ShipmentOutcomeUnknown: 'unknown',
  ShipmentCancelled: 'cancelled',
};
const tracked = { ShipmentInTransit: 'dispatched', ShipmentDelivered: 'delivered', ShipmentLost: 'lost' };
const steps = [
  'ContextChanged',
  'StepAsked',
  'StepSucceeded',
  'StepFailed',
  'StepGivenUp',
  'TellAsked',
  'Told',
];

/** What happens to the money of an account, frozen or not. */
const moves = [
  ...['FundsDeposited', 'TransferReceived', 'FundsRefunded'],
  ...['HeldFundsReleased', 'HeldFundsTaken'],
];

const machines: Readonly<Record<string, Machine>> = {
  product: {
    '': { ProductCreated: 'on-sale' },
    'on-sale': { ProductChanged: 'on-sale', ProductArchived: 'archived' },
  },
  stock: {
    '': { StockReceived: 'known', StockAdjusted: 'known' },
    known: any(
      'known',
      'StockReceived',
      'StockAdjusted',
      'UnitsReserved',
      'UnitsReleased',
      'UnitsConsumed',
      'UnitsReturned',
    ),
  },
  reservation: {
    '': { StockReserved: 'held', StockReservationRejected: 'rejected', StockReleased: 'released' },
    held: { StockReleased: 'released', StockConsumed: 'committed' },
    rejected: { StockReleased: 'released' },
  },
  order: {
    '': { OrderCreated: 'draft' },
    draft: {
      ...any(
        'draft',
        'OrderItemAdded',
        'OrderItemRemoved',
        'OrderRepriced',
        'OrderAddressChanged',
        'OrderPaymentMethodChanged',
      ),
      ...{ OrderConfirmed: 'confirmed', OrderCancelled: 'cancelled' },
    },
    confirmed: {
      ...any('confirmed', 'OrderAddressChanged', 'OrderCancellationRequested'),
      ...{ OrderPaid: 'paid', OrderCancelled: 'cancelled' },
    },
    paid: {
      ...any('paid', 'OrderAddressChanged', 'OrderCancellationRequested'),
      ...{ OrderShipped: 'shipped', OrderCancelled: 'cancelled' },
    },
    shipped: { OrderDelivered: 'delivered' },
    delivered: { OrderReturned: 'returned' },
  },
  payment: {
    '': { PaymentRequested: 'requested', PaymentVoided: 'voided' },
    requested: { ...undecided, PaymentVoidRequested: 'requested' },
    unknown: { ...undecided, PaymentVoidRequested: 'unknown' },
    declined: { PaymentVoided: 'voided', PaymentCaptured: 'captured' },
    voided: { PaymentCaptured: 'captured' },
    captured: {
      ...any('captured', 'RefundRequested', 'RefundRefused', 'PaymentPartiallyRefunded'),
      ...any('captured', 'SurplusReceived', 'SurplusReturned', 'SurplusReturnRefused', 'PaymentSettled'),
      PaymentRefunded: 'refunded',
    },
    refunded: any('refunded', 'SurplusReceived', 'SurplusReturned', 'SurplusReturnRefused'),
  },
  account: {
    '': { AccountOpened: 'open' },
    open: {
      ...any('open', ...moves, 'FundsWithdrawn', 'TransferSent', 'FundsHeld'),
      ...{ AccountFrozen: 'frozen', AccountClosed: 'closed' },
    },
    frozen: { ...any('frozen', ...moves), AccountUnfrozen: 'open', AccountClosed: 'closed' },
  },
  transfer: { '': { TransferMade: 'made' } },
  hold: {
    '': { HoldPlaced: 'held', HoldDeclined: 'declined', HoldReleased: 'released' },
    held: { HoldReduced: 'held', HoldCaptured: 'captured', HoldReleased: 'released', HoldExpired: 'expired' },
    captured: { HoldRefunded: 'captured' },
  },
  shipment: {
    '': { ShipmentRequested: 'requested', ShipmentCancelled: 'cancelled' },
    requested: { ...parcel, ShipmentCancelRequested: 'requested' },
    unknown: { ...parcel, ShipmentCancelRequested: 'unknown' },
    refused: { ShipmentCancelled: 'cancelled' },
    dispatched: {
      ...{ ...tracked, ShipmentCancelRequested: 'dispatched', ShipmentCancelled: 'cancelled' },
      ShipmentCancelRefused: 'dispatched',
    },
    delivered: { ShipmentCancelRefused: 'delivered' },
    cancelled: {
      ShipmentDispatched: 'dispatched',
      ShipmentRequested: 'requested',
      ShipmentCancelled: 'cancelled',
    },
    lost: { ShipmentDelivered: 'delivered' },
  },
  return: {
    '': { ReturnRequested: 'requested' },
    requested: { ReturnApproved: 'approved', ReturnRejected: 'rejected', ReturnCancelled: 'cancelled' },
    approved: { ReturnReceived: 'received', ReturnCancelled: 'cancelled' },
    received: { ReturnRefunded: 'refunded', ReturnRefundRefused: 'refund-refused' },
    'refund-refused': { ReturnRefundRetried: 'received', ReturnRefunded: 'refunded' },
  },
  returnable: {
    '': { UnitsClaimed: 'known' },
    known: any('known', 'UnitsClaimed', 'UnitsGivenUp', 'UnitsCameBack'),
  },
  fulfilment: {
    '': { SagaStarted: 'running' },
    running: {
      ...any('running', ...steps, 'AttentionNeeded', 'OperatorStepped'),
      ...{ CompensationStarted: 'compensating', StepStands: 'running', SagaCompleted: 'completed' },
    },
    compensating: {
      ...any('compensating', ...steps, 'AttentionNeeded', 'OperatorStepped'),
      StepStands: 'running',
      SagaCompensated: 'compensated',
    },
    completed: any('completed', 'AttentionNeeded', 'OperatorStepped'),
    compensated: any('compensated', 'AttentionNeeded', 'OperatorStepped'),
  },
};

/** @param events of the whole log, in order @returns what cannot follow what came before it in its stream */
export function misplaced(
  events: readonly { stream_id: string; stream_type: string; event_type: string }[],
): string[] {
  const states = new Map<string, string>();
  const found: string[] = [];
  for (const { stream_id: stream, stream_type: kind, event_type: event } of events) {
    const state = states.get(stream) ?? '';
    const next = machines[kind]?.[state]?.[event];
    if (next === undefined) found.push(`${event} in ${stream} that is ${state || 'new'}`);
    states.set(stream, next ?? state);
  }
  return found;
}
