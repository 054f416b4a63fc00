import type { MigrationClass } from './platform/event-store/migrate.js';
import { EventLog1763700000100 } from './platform/event-store/migrations/1763700000100-event-log.js';
import { Append1763700000101 } from './platform/event-store/migrations/1763700000101-append.js';
import { Audit1763700000102 } from './platform/event-store/migrations/1763700000102-audit.js';
import { AuditTypes1763700000103 } from './platform/event-store/migrations/1763700000103-audit-types.js';
import { IdleWriters1763700000104 } from './platform/event-store/migrations/1763700000104-idle-writers.js';
import { Rebuilds1763700000202 } from './platform/read-models/migrations/1763700000202-rebuilds.js';
import { SwitchTables1763700000203 } from './platform/read-models/migrations/1763700000203-switch-tables.js';
import { OperatorActions1763700000204 } from './platform/ops/migrations/1763700000204-operator-actions.js';
import { Idempotency1763700000300 } from './platform/http/migrations/1763700000300-idempotency.js';
import { RateLimits1763700000301 } from './platform/http/migrations/1763700000301-rate-limits.js';
import { Subscriptions1763700000200 } from './platform/subscriptions/migrations/1763700000200-subscriptions.js';
import { Parked1763700000201 } from './platform/subscriptions/migrations/1763700000201-parked.js';
import { Checkpoint1763700000290 } from './platform/subscriptions/migrations/1763700000290-checkpoint.js';
import { TrueCheckpoints1763800006001 } from './platform/subscriptions/migrations/1763800006001-true-checkpoints.js';
import { ParkedReasons1763800006002 } from './platform/subscriptions/migrations/1763800006002-parked-reasons.js';
import { VersionAt1763800006003 } from './platform/event-store/migrations/1763800006003-version-at.js';
import { Discarded1763800006004 } from './platform/subscriptions/migrations/1763800006004-discarded.js';
import { Sagas1763700000400 } from './platform/sagas/migrations/1763700000400-sagas.js';
import { Outbox1763700000500 } from './platform/kafka/migrations/1763700000500-outbox.js';
import { Inbox1763700000501 } from './platform/kafka/migrations/1763700000501-inbox.js';
import { ParkedView1763700000502 } from './platform/kafka/migrations/1763700000502-parked-view.js';
import { Answers1763700000503 } from './platform/kafka/migrations/1763700000503-answers.js';
import { AppendToTheTrueLog1763801002000 } from './platform/event-store/migrations/1763801002000-append-to-the-true-log.js';
import { UnpaidOrdersByLookUp1763801002001 } from './orders/migrations/1763801002001-unpaid-orders-by-look-up.js';
import { AppendTogether1763800008001 } from './platform/event-store/migrations/1763800008001-append-together.js';
import { CheckpointPlan1763800008002 } from './platform/subscriptions/migrations/1763800008002-checkpoint-plan.js';
import { OpenWork1763800008000 } from './platform/sagas/migrations/1763800008000-open-work.js';
import { SagaViews1763700000510 } from './platform/sagas/migrations/1763700000510-saga-views.js';
import { NotYet1763800008502 } from './platform/subscriptions/migrations/1763800008502-not-yet.js';
import { Programs1763800009002 } from './platform/installation/migrations/1763800009002-programs.js';
import { SnapshotRebuilds1763800009001 } from './platform/snapshots/migrations/1763800009001-snapshot-rebuilds.js';
import { ParkedForAnUpgrade1763800009000 } from './platform/subscriptions/migrations/1763800009000-parked-for-an-upgrade.js';
import { PartyQueues1763800008501 } from './platform/sagas/migrations/1763800008501-party-queues.js';
import { WatchedSagas1763800005002 } from './platform/sagas/migrations/1763800005002-watched-sagas.js';
import { ParcelsGone1763800005003 } from './shipping/migrations/1763800005003-parcels-gone.js';
import { Effects1763800005006 } from './platform/outside/migrations/1763800005006-effects.js';
import { SagaQueue1763800005001 } from './platform/sagas/migrations/1763800005001-saga-queue.js';
import { ProductList1763700001000 } from './catalog/migrations/1763700001000-product-list.js';
import { SearchWords1763800004000 } from './catalog/migrations/1763800004000-search-words.js';
import { StockLevels1763700001100 } from './inventory/migrations/1763700001100-stock-levels.js';
import { Reservations1763700001101 } from './inventory/migrations/1763700001101-reservations.js';
import { ReservationIds1763700001102 } from './inventory/migrations/1763700001102-reservation-ids.js';
import { OrderHeads1763700001200 } from './orders/migrations/1763700001200-order-heads.js';
import { OrderList1763700001201 } from './orders/migrations/1763700001201-order-list.js';
import { OrderBytes1763800004001 } from './orders/migrations/1763800004001-order-bytes.js';
import { UnpaidOrders1763800004002 } from './orders/migrations/1763800004002-unpaid-orders.js';
import { Payments1763700001300 } from './payments/migrations/1763700001300-payments.js';
import { SimulatedGateway1763700001301 } from './payments/migrations/1763700001301-simulated-gateway.js';
import { RefusedRefunds1763700001302 } from './payments/migrations/1763700001302-refused-refunds.js';
import { Shipments1763700001400 } from './shipping/migrations/1763700001400-shipments.js';
import { SimulatedCarrier1763700001401 } from './shipping/migrations/1763700001401-simulated-carrier.js';
import { EventsByType1763800002002 } from './platform/event-store/migrations/1763800002002-events-by-type.js';
import { TimeInTheLog1763800002003 } from './platform/event-store/migrations/1763800002003-time-in-the-log.js';
import { SagasByChange1763800002004 } from './platform/sagas/migrations/1763800002004-sagas-by-change.js';
import { Retention1763800002005 } from './platform/retention/migrations/1763800002005-retention.js';
import { EndedRows1763800002006 } from './platform/retention/migrations/1763800002006-ended-rows.js';
import { OutgrownSnapshots1763801006000 } from './platform/retention/migrations/1763801006000-outgrown-snapshots.js';
import { LostShipments1763800002001 } from './shipping/migrations/1763800002001-lost-shipments.js';
import { Timeline1763700001500 } from './fulfilment/migrations/1763700001500-timeline.js';
import { TimelineBytes1763800004003 } from './fulfilment/migrations/1763800004003-timeline-bytes.js';
import { TimelineFromTheLog1763801003000 } from './fulfilment/migrations/1763801003000-timeline-from-the-log.js';
import { Installation1763800007000 } from './platform/installation/migrations/1763800007000-installation.js';
import { WhereReadingGoesOn1763800003000 } from './platform/kafka/migrations/1763800003000-where-reading-goes-on.js';
import { DeadLettersOfAnyTopic1763800003001 } from './platform/kafka/migrations/1763800003001-dead-letters-of-any-topic.js';

/** Every migration ever shipped, in order. Append only: one that has run somewhere never changes. */
export const migrations: readonly MigrationClass[] = [
  EventLog1763700000100,
  Append1763700000101,
  Audit1763700000102,
  AuditTypes1763700000103,
  IdleWriters1763700000104,
  Subscriptions1763700000200,
  Parked1763700000201,
  Rebuilds1763700000202,
  SwitchTables1763700000203,
  OperatorActions1763700000204,
  Checkpoint1763700000290,
  Idempotency1763700000300,
  RateLimits1763700000301,
  Sagas1763700000400,
  Outbox1763700000500,
  Inbox1763700000501,
  ParkedView1763700000502,
  Answers1763700000503,
  SagaViews1763700000510,
  ProductList1763700001000,
  StockLevels1763700001100,
  Reservations1763700001101,
  ReservationIds1763700001102,
  OrderHeads1763700001200,
  OrderList1763700001201,
  Payments1763700001300,
  SimulatedGateway1763700001301,
  RefusedRefunds1763700001302,
  Shipments1763700001400,
  SimulatedCarrier1763700001401,
  Timeline1763700001500,
  LostShipments1763800002001,
  EventsByType1763800002002,
  TimeInTheLog1763800002003,
  SagasByChange1763800002004,
  Retention1763800002005,
  EndedRows1763800002006,
  SearchWords1763800004000,
  OrderBytes1763800004001,
  UnpaidOrders1763800004002,
  TimelineBytes1763800004003,
  TrueCheckpoints1763800006001,
  ParkedReasons1763800006002,
  VersionAt1763800006003,
  Discarded1763800006004,
  Installation1763800007000,
  SagaQueue1763800005001,
  WatchedSagas1763800005002,
  ParcelsGone1763800005003,
  Effects1763800005006,
  OpenWork1763800008000,
  PartyQueues1763800008501,
  NotYet1763800008502,
  AppendTogether1763800008001,
  CheckpointPlan1763800008002,
  WhereReadingGoesOn1763800003000,
  DeadLettersOfAnyTopic1763800003001,
  ParkedForAnUpgrade1763800009000,
  SnapshotRebuilds1763800009001,
  Programs1763800009002,
  TimelineFromTheLog1763801003000,
  AppendToTheTrueLog1763801002000,
  UnpaidOrdersByLookUp1763801002001,
  OutgrownSnapshots1763801006000,
];
