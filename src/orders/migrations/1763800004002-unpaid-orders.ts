import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the unpaid orders of a customer hold, counted as they are confirmed: every append is stored under the one lock of
 * the log, so no two orders can pass a limit together.
 */
export class UnpaidOrders1763800004002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.unpaid_orders (
        order_id uuid primary key,
        customer_id uuid not null,
        kind text not null check (kind in ('transfer', 'other')),
        lines json not null
      )`);
    await runner.query(`create index unpaid_orders_of on orders.unpaid_orders (customer_id, kind)`);
    await runner.query(`
      create table orders.unpaid_units (
        customer_id uuid not null,
        kind text not null,
        sku text not null,
        units bigint not null check (units > 0),
        primary key (customer_id, kind, sku)
      ) with (fillfactor = 80)`);
    await runner.query(RELEASE);
    await runner.query(HOLD);
    await runner.query(`
      select orders.hold_unpaid(json_agg(json_build_object('orderId', order_id, 'customerId', h.customer_id,
        'kind', case l.state->'paymentMethod'->>'type' when 'bank_transfer' then 'transfer' else 'other' end,
        'version', h.version, 'lines', l.state->'items')))
      from orders.order_heads h join orders.order_list l using (order_id)
      where h.status = 'confirmed' having count(*) > 0`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const RELEASE = `
  create function orders.release_unpaid(ended uuid[]) returns void language sql as $$
    with gone as (
      delete from orders.unpaid_orders where order_id = any (ended) returning customer_id, kind, lines),
    less as (
      select customer_id, kind, line.sku, sum(line.quantity) as units
      from gone, json_to_recordset(gone.lines) as line(sku text, quantity bigint) group by 1, 2, 3),
    emptied as (
      delete from orders.unpaid_units held using less
      where (held.customer_id, held.kind, held.sku) = (less.customer_id, less.kind, less.sku)
        and held.units <= less.units)
    update orders.unpaid_units held set units = held.units - less.units from less
    where (held.customer_id, held.kind, held.sku) = (less.customer_id, less.kind, less.sku)
      and held.units > less.units
  $$`;

/** An order that has moved on in the same batch, before or after this, holds nothing any more. */
const HOLD = `
  create function orders.hold_unpaid(confirmed json) returns void language plpgsql as $$
  begin
    with fresh as (
      insert into orders.unpaid_orders (order_id, customer_id, kind, lines)
      select r."orderId", r."customerId", r.kind, r.lines
      from json_to_recordset(confirmed) as r("orderId" uuid, "customerId" uuid, kind text, lines json)
      on conflict do nothing returning customer_id, kind, lines)
    insert into orders.unpaid_units as held (customer_id, kind, sku, units)
    select fresh.customer_id, fresh.kind, line.sku, sum(line.quantity)
    from fresh, json_to_recordset(fresh.lines) as line(sku text, quantity bigint) group by 1, 2, 3
    on conflict (customer_id, kind, sku) do update set units = held.units + excluded.units;

    if exists (
      select from json_to_recordset(confirmed) as r("customerId" uuid, kind text, "maxOrders" bigint)
      where (select count(*) from orders.unpaid_orders o
        where o.customer_id = r."customerId" and o.kind = r.kind) > r."maxOrders")
    then
      raise exception 'too many unpaid orders of one customer'
        using errcode = 'check_violation', constraint = 'unpaid_orders_within_limit';
    end if;
    if exists (
      select from json_to_recordset(confirmed) as r("customerId" uuid, kind text, "maxUnits" bigint, lines json),
        json_to_recordset(r.lines) as line(sku text)
      join orders.unpaid_units held using (sku)
      where held.customer_id = r."customerId" and held.kind = r.kind and held.units > r."maxUnits")
    then
      raise exception 'too many units of one SKU in unpaid orders of one customer'
        using errcode = 'check_violation', constraint = 'unpaid_units_within_limit';
    end if;

    perform orders.release_unpaid(array(
      select head.order_id from orders.order_heads head
      join json_to_recordset(confirmed) as r("orderId" uuid, version int) on r."orderId" = head.order_id
      where head.version > r.version and head.status not in ('draft', 'confirmed')));
  end $$`;
