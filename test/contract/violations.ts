/** What an outsider finds with SQL on the audit views alone, as the auditor; names as in the list of invariants. */
export const violations: readonly (readonly [string, string])[] = [
  [
    'E1: a stream with a gap',
    `select stream_id from audit.events group by stream_id
     having count(*) <> max(version) or min(version) <> 1 or count(distinct version) <> count(*)`,
  ],
  ['E2: an event twice', 'select event_id from audit.events group by event_id having count(*) > 1'],
  [
    'E6: a cause that does not lie earlier in the log',
    `select e.event_id from audit.events e left join audit.events c on c.event_id = e.causation_id
     where e.causation_id is not null and (c.event_id is null or c.global_pos >= e.global_pos)`,
  ],
  [
    'I1: stock below zero, or promised twice',
    'select * from audit.stock where not (0 <= reserved and reserved <= on_hand)',
  ],
  [
    'I2: more promised than there was, at any moment',
    `select * from (
       select stream_id, version, sum(arrived) over w as on_hand, sum(promised) over w as reserved from (
         select stream_id, version, ${change({ StockReceived: 1, StockAdjusted: 1, UnitsConsumed: -1, UnitsReturned: 1 })} as arrived,
           ${change({ UnitsReserved: 1, UnitsReleased: -1, UnitsConsumed: -1 })} as promised
         from audit.events where stream_type = 'stock') moves
       window w as (partition by stream_id order by version)) prefixes
     where not (0 <= reserved and reserved <= on_hand)`,
  ],
  [
    'I3: units not conserved',
    `select * from audit.stock where received + returned <> on_hand + shipped + written_off or least(received,
       returned, shipped, written_off) < 0`,
  ],
  [
    'I4: a reservation that ended twice',
    `select stream_id from audit.events where stream_type = 'reservation' group by stream_id
     having count(*) filter (where event_type = 'StockReserved') > 1
       or count(*) filter (where event_type in ('StockReleased', 'StockConsumed')) > 1`,
  ],
  [
    'I5: a cancelled order that holds stock, or a shipped one whose stock is here',
    `select * from audit.orders join audit.reservations r using (order_id)
     where (status = 'cancelled' and r.state <> 'released')
       or (status in ('shipped', 'delivered', 'returned') and r.state <> 'committed')`,
  ],
  [
    'I5: lines and reservations of a shipped order that differ',
    `select * from (
       select order_id, line->>'sku' as sku, sum((line->>'quantity')::int * sign) as ordered
       from (
         select (payload->>'orderId')::uuid as order_id, payload->'items' as items,
           case event_type when 'OrderConfirmed' then 1 else -1 end as sign
         from audit.events where event_type in ('OrderConfirmed', 'OrderUnitsCancelled') offset 0) told,
         json_array_elements(items) line
       group by 1, 2) lines
     join audit.orders o using (order_id) left join audit.reservations r using (order_id, sku)
     where o.status in ('shipped', 'delivered', 'returned') and ordered is distinct from coalesce(r.qty, 0)`,
  ],
  [
    'M1: a transfer that does not add up to nothing',
    `select transfer_id, currency from audit.ledger_entries group by transfer_id, currency
     having sum(amount_minor) <> 0 or count(*) < 2`,
  ],
  [
    'M2: a balance that is not the sum of its entries, a hold that is not counted, or more held than there is',
    `select w.account_id from audit.wallets w
       left join (select account_id, sum(amount_minor) as total from audit.ledger_entries group by account_id) e
         using (account_id)
       left join (select account_id, sum(left_minor) as held from audit.holds where state = 'held'
         group by account_id) h using (account_id)
     where w.balance_minor <> coalesce(e.total, 0) or w.held_minor <> coalesce(h.held, 0)
       or w.balance_minor < w.held_minor or w.held_minor < 0`,
  ],
  [
    'M2: an entry of the ledger without its event, or of another account',
    `select l.entry_id from audit.ledger_entries l left join audit.events e using (event_id)
     where e.event_id is null or (l.account_kind = 'customer' and e.stream_id <> 'account-' || l.account_id)`,
  ],
  [
    'M2: money of a customer that moved without an entry',
    `select e.event_id from audit.events e where e.event_type in ('FundsDeposited', 'FundsWithdrawn', 'TransferSent',
       'TransferReceived', 'HeldFundsTaken', 'FundsRefunded')
     and not exists (select from audit.ledger_entries l where l.event_id = e.event_id and l.account_kind = 'customer')`,
  ],
  [
    'M3: charged twice, or more than the total',
    `select order_id from audit.payments join audit.orders using (order_id) group by order_id
     having sum(captured_minor) > max(total_minor + cancelled_minor) or count(*) filter (where captured_minor > 0) > 1`,
  ],
  [
    'I7: more came back than was delivered, or other units than stock has taken in',
    `select sku from audit.returnable_units where not (came_back <= claimed and claimed <= delivered)
     union all
     select sku from audit.stock s where returned <> (
       select coalesce(sum(came_back), 0) from audit.returnable_units u where u.sku = s.sku)`,
  ],
  ['M4: more given back than taken', 'select * from audit.payments where refunded_minor > captured_minor'],
  [
    'M4: an order that keeps more money than it costs, because units of it were cancelled',
    `select order_id from audit.orders join audit.payments using (order_id)
     where status in ('shipped', 'delivered', 'returned') and captured_minor - refunded_minor > total_minor`,
  ],
  [
    'I5: a parcel with other units than its order has',
    `select o.order_id from audit.orders o join audit.shipments s using (order_id)
       cross join lateral (
         select payload->'lines' as lines, archived_in from audit.events
         where stream_id = 'shipment-' || s.shipment_id and event_type in ('ShipmentRequested', 'ShipmentReduced')
         order by version desc limit 1) parcel
     where o.status in ('shipped', 'delivered', 'returned') and parcel.archived_in is null
       and (select sum((line->>'quantity')::int) from json_array_elements(parcel.lines) line) is distinct from
         (select sum(qty) from audit.reservations r where r.order_id = o.order_id)`,
  ],
  [
    'M4: a cancelled order that keeps money',
    `select * from audit.orders join audit.payments using (order_id)
     where status = 'cancelled' and captured_minor <> refunded_minor`,
  ],
  [
    'M4: money still set aside for an order that has ended',
    `select h.hold_id from audit.holds h join audit.orders o using (order_id)
     where h.state = 'held' and o.status in ('shipped', 'delivered', 'cancelled')`,
  ],
  [
    'M8: an order that two pay whose parts are not the whole, or that an account paid otherwise than its hold says',
    `select p.payment_id from audit.payments p left join audit.holds h on h.hold_id = p.gateway_key
     where not (p.wallet_part_minor between 0 and p.amount_minor
         and p.wallet_part_refunded_minor between 0 and least(p.wallet_part_minor, p.refunded_minor)
         and p.refunded_minor - p.wallet_part_refunded_minor <= greatest(p.captured_minor - p.wallet_part_minor, 0))
       or (p.wallet_part_minor > 0 and p.captured_minor > 0 and (h.amount_minor is distinct from p.wallet_part_minor
         or h.left_minor + h.captured_minor - h.refunded_minor <> p.wallet_part_minor - p.wallet_part_refunded_minor))`,
  ],
  [
    'M8: money given back to an account while the card it shared an order with had some left, and did not refuse it',
    `select payment_id from audit.payments p
     where wallet_part_refunded_minor > 0 and refunded_minor - wallet_part_refunded_minor
         < captured_minor - wallet_part_minor
       and not exists (select from audit.events e where e.stream_id = 'payment-' || p.payment_id
         and e.event_type = 'RefundRefused')`,
  ],
  [
    'M5: a total that is not the sum of its lines, or another currency',
    `select e.stream_id from audit.events e join audit.orders o on e.stream_id = 'order-' || o.order_id
       cross join lateral (
         select sum((line->>'quantity')::bigint * (line->'unitPrice'->>'amountMinor')::bigint) as due,
           bool_and(line->'unitPrice'->>'currency' = o.currency) as is_one_currency
         from json_array_elements(e.payload->'items') line) lines
     where e.event_type = 'OrderConfirmed' and not (is_one_currency and o.total_minor + o.cancelled_minor = due
       and due = (e.payload->'total'->>'amountMinor')::bigint)`,
  ],
  [
    'M6: a payment without an outcome, or a doubt without evidence of how it was settled',
    `select payment_id::text from audit.payments where state in ('requested', 'unknown')
     union all
     select u.stream_id from audit.events u where u.event_type = 'PaymentOutcomeUnknown' and not exists (
       select from audit.events s where s.stream_id = u.stream_id and s.version > u.version
         and s.event_type in ('PaymentCaptured', 'PaymentDeclined', 'PaymentVoided')
         and (s.payload->>'evidence' <> '' or s.archived_in is not null))`,
  ],
  [
    'M7: a hold that ended twice',
    `select stream_id from audit.events where stream_type = 'hold' group by stream_id
     having count(*) filter (where event_type = 'HoldPlaced') > 1
       or count(*) filter (where event_type in ('HoldCaptured', 'HoldReleased', 'HoldExpired')) > 1`,
  ],
  [
    'W1: a queue of webhooks that does not count what waits in it',
    `select * from (
       select endpoint_id, sequence, count(*) as waiting from audit.webhook_deliveries
       where state = 'pending' and endpoint_state <> 'deleted' group by endpoint_id, sequence) d
     full join audit.webhook_queues q using (endpoint_id, sequence)
     where d.waiting is distinct from q.pending::bigint`,
  ],
  [
    'W2: a webhook, or a mail, about what is not in the log',
    `select delivery_id::text from audit.webhook_deliveries w
     where w.global_pos is not null and not exists (select from audit.events e where e.event_id = w.event_id)
     union all
     select notification_id::text from audit.notifications n
     where not exists (select from audit.events e where e.event_id = n.event_id and e.event_type = n.event_type)`,
  ],
  [
    'S1: an order that is neither at its end nor anybody’s',
    `select * from audit.orders left join audit.sagas using (order_id)
     where status not in ('draft', 'shipped', 'delivered', 'returned', 'cancelled') or state in ('running', 'compensating')`,
  ],
  [
    'S2: not exactly one saga of a confirmed order, or not exactly one outcome of a saga',
    `select c.stream_id from audit.events c
       left join audit.sagas s on c.stream_id = 'order-' || s.order_id where c.event_type = 'OrderConfirmed'
     group by c.stream_id having count(s.saga_id) <> 1
     union all
     select stream_id from audit.events where stream_type = 'fulfilment' group by stream_id
     having count(*) filter (where event_type in ('SagaCompleted', 'SagaCompensated')) <> 1`,
  ],
  [
    'S3: a step that began before the one before it was done',
    `select later.* from (values ('reserve', 'pay'), ('pay', 'ship')) as pair(first, second)
       join audit.saga_steps later on later.step = second and later.direction = 'forward' and later.outcome = 'started'
     where not exists (
       select from audit.saga_steps done where done.saga_id = later.saga_id and done.step = first
         and done.direction = 'forward' and done.outcome = 'done' and done.at_global_pos < later.at_global_pos)`,
  ],
  [
    'S4: taken back not exactly once what took effect, or something else',
    `select saga_id, step from audit.saga_steps join audit.sagas s using (saga_id) group by saga_id, step, s.state
     having count(*) filter (where direction = 'compensate' and outcome = 'done') <>
       count(distinct external_key) filter (where direction = 'forward' and outcome in ('done', 'unknown'))
         - (s.state <> 'compensated' and bool_or(direction = 'forward' and outcome = 'done'))::int`,
  ],
  [
    'S4: taken back in another than the reverse order',
    `select early.* from (values ('reserve', 'pay'), ('reserve', 'ship'), ('pay', 'ship')) as pair(first, second)
       join audit.saga_steps early on early.step = first and early.direction = 'compensate'
       join audit.saga_steps late on late.saga_id = early.saga_id and late.step = second
         and late.direction = 'compensate' and late.at_global_pos > early.at_global_pos`,
  ],
  [
    'S5: something taken back after the parcel was handed over',
    `select back.* from audit.saga_steps back join audit.saga_steps sent using (saga_id)
     where back.direction = 'compensate' and sent.step = 'ship' and sent.direction = 'forward'
       and sent.outcome = 'done' and back.at_global_pos > sent.at_global_pos`,
  ],
  [
    'S6: a fencing token that goes back',
    `select * from (
       select stream_id, fencing_token, max(fencing_token) over (partition by stream_id order by version) as highest
       from audit.events where stream_type = 'fulfilment') e where fencing_token < highest`,
  ],
  [
    'S7: something after the end of an order',
    `select later.* from audit.events ended join audit.events later using (stream_id)
     where later.version > ended.version and (
       ended.event_type in ('OrderCancelled', 'OrderReturned')
       or (ended.event_type = 'OrderDelivered' and later.event_type <> 'OrderReturned')
       or (ended.event_type = 'OrderShipped' and later.event_type not in ('OrderDelivered', 'OrderReturned')))`,
  ],
  [
    'S8: both cancelled and shipped',
    `select stream_id from audit.events where event_type in ('OrderShipped', 'OrderCancelled')
     group by stream_id having count(*) > 1
     union all
     select 'parcel of ' || order_id from audit.orders join audit.shipments s using (order_id)
     where status = 'cancelled' and s.state not in ('refused', 'cancelled')`,
  ],
  ['S11: an order under way that nothing and nobody can end', 'select saga_id from audit.unwatched_sagas'],
  [
    'S12: goods and money both gone, or both kept, by nobody’s decision',
    `select o.order_id from audit.orders o
       join audit.shipments s on s.order_id = o.order_id and s.state not in ('requested', 'unknown', 'refused', 'cancelled')
       left join audit.payments p on p.order_id = o.order_id
     where (o.status = 'cancelled' or exists (
         select from audit.events e where e.stream_id = 'payment-' || p.payment_id
           and e.event_type = 'RefundRequested' and e.payload->>'wayBack' = 'true'))
       and not exists (
         select from audit.events e where e.stream_id = 'fulfilment-' || o.order_id
           and e.event_type = 'OperatorStepped'
           and (e.payload->>'verb' = 'resolve' or e.archived_in is not null))`,
  ],
  [
    'S14: a parcel that goes somewhere else than its order says',
    `select o.order_id from audit.orders o join audit.shipments s using (order_id)
       cross join lateral (
         select payload->'address' as address from audit.events
         where stream_id = 'shipment-' || s.shipment_id and event_type = 'ShipmentRequested'
         order by version desc limit 1) parcel
       cross join lateral (
         select payload->'shippingAddress' as address from audit.events
         where stream_id = 'order-' || o.order_id and payload->'shippingAddress' is not null
         order by version desc limit 1) said
     where o.status in ('shipped', 'delivered', 'returned') and parcel.address::jsonb <> said.address::jsonb`,
  ],
  [
    'E10: a checkpoint beyond the head of the log',
    `select * from audit.checkpoints where position > (select coalesce(max(global_pos), 0) from audit.events)`,
  ],
  [
    'E11: an event that no running program can read, and that does not wait for one which can',
    `select event_id from audit.events e
     where exists (select from audit.programs)
       and (event_type, schema_version) not in (
         select event_type, v from audit.programs, generate_series(1, schema_version) v)
       and not exists (
         select from audit.parked p join audit.parked first using (consumer, msg_key)
         where p.message_id = e.event_id::text and p.resolved_at is null
           and first.reason_code = 'newer-program' and first.resolved_at is null)`,
  ],
  [
    'P2: a checkpoint that is not at the head of the log',
    `select * from audit.checkpoints where position <> (select max(global_pos) from audit.events) or epoch < 1`,
  ],
  ['H6: an answer that was none', 'select * from audit.idempotency where http_status >= 500'],
  ['something set aside', 'select * from audit.parked where resolved_at is null'],
];

/**
 * @param patienceSeconds how long payments may take; without it, what came two seconds before the end was in time
 * @returns S13 of the list of invariants
 */
export const unheard = (patienceSeconds?: number): readonly [string, string] => {
  const inTime =
    patienceSeconds === undefined
      ? `g.recorded_at - interval '2 seconds'`
      : `asked.recorded_at + interval '${patienceSeconds} seconds'`;
  return [
    'S13: given up as too late although the money had come in time, by a saga that had not heard of it',
    `select g.stream_id from audit.events g
     join audit.events asked on asked.stream_id = g.stream_id and asked.event_type = 'StepAsked'
       and asked.payload->>'step' = 'pay' and asked.payload->>'direction' = 'do'
     join audit.events paid
       on paid.event_type = 'PaymentCaptured' and 'fulfilment-' || (paid.payload->>'orderId') = g.stream_id
     where g.event_type = 'StepGivenUp' and g.payload->>'code' = 'payment-timeout'
       and paid.recorded_at < ${inTime}`,
  ];
};

/** The units by which an event changes a sum: its quantity or delta, with a sign. */
function change(signs: Record<string, 1 | -1>): string {
  const cases = Object.entries(signs).map(([type, sign]) => `when '${type}' then ${sign}`);
  return `case event_type ${cases.join(' ')} else 0 end
    * coalesce((payload->>'quantity')::bigint, (payload->>'delta')::bigint, (payload->>'sellable')::bigint)`;
}
