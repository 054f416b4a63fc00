CREATE OR REPLACE FUNCTION orders.hold_unpaid(confirmed json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
  end $function$
;
