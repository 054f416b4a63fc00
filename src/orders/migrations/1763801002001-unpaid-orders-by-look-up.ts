import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the unpaid orders of a customer hold, as before, by look-ups whose plan is made once for each session: as a
 * function in SQL the release was planned with each order, and a join that was planned while the tables were empty may
 * read them through for ever. All of it runs in the one section of an append that is serial.
 */
export class UnpaidOrdersByLookUp1763801002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RELEASE);
    await runner.query(HOLD);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const RELEASE = `
  create or replace function orders.release_unpaid(ended uuid[]) returns void language plpgsql as $$
  declare less record;
  begin
    if coalesce(cardinality(ended), 0) = 0 then
      return;
    end if;
    for less in
      with gone as (
        delete from orders.unpaid_orders where order_id = any (array(select unnest(ended)))
        returning customer_id, kind, lines)
      select customer_id, kind, line.sku, sum(line.quantity) as units
      from gone, json_to_recordset(gone.lines) as line(sku text, quantity bigint) group by 1, 2, 3
    loop
      update orders.unpaid_units held set units = held.units - less.units
      where held.customer_id = less.customer_id and held.kind = less.kind and held.sku = less.sku
        and held.units > less.units;
      if not found then
        delete from orders.unpaid_units held
        where held.customer_id = less.customer_id and held.kind = less.kind and held.sku = less.sku;
      end if;
    end loop;
  end $$`;

/** An order that has moved on in the same batch, before or after this, holds nothing any more. */
const HOLD = `
  create or replace function orders.hold_unpaid(confirmed json) returns void language plpgsql as $$
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
      where r."maxOrders" is not null and exists (
        select from orders.unpaid_orders o where o.customer_id = r."customerId" and o.kind = r.kind
        offset r."maxOrders"))
    then
      raise exception 'too many unpaid orders of one customer'
        using errcode = 'check_violation', constraint = 'unpaid_orders_within_limit';
    end if;
    if exists (
      select from json_to_recordset(confirmed) as r("customerId" uuid, kind text, "maxUnits" bigint, lines json),
        json_to_recordset(r.lines) as line(sku text)
      where r."maxUnits" < (
        select held.units from orders.unpaid_units held
        where held.customer_id = r."customerId" and held.kind = r.kind and held.sku = line.sku))
    then
      raise exception 'too many units of one SKU in unpaid orders of one customer'
        using errcode = 'check_violation', constraint = 'unpaid_units_within_limit';
    end if;

    perform orders.release_unpaid(array(
      select r."orderId" from json_to_recordset(confirmed) as r("orderId" uuid, version int)
      where (select head.version > r.version and head.status not in ('draft', 'confirmed')
        from orders.order_heads head where head.order_id = r."orderId")));
  end $$`;
