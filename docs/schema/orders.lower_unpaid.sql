CREATE OR REPLACE FUNCTION orders.lower_unpaid(gone json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
  declare less record;
  begin
    for less in
      select o.order_id, o.customer_id, o.kind, line.sku, sum(line.quantity) as units
      from json_to_recordset(gone) as r("orderId" uuid, lines json)
      join orders.unpaid_orders o on o.order_id = r."orderId",
        json_to_recordset(r.lines) as line(sku text, quantity bigint)
      group by 1, 2, 3, 4
    loop
      update orders.unpaid_units held set units = held.units - less.units
      where held.customer_id = less.customer_id and held.kind = less.kind and held.sku = less.sku
        and held.units > less.units;
      if not found then
        delete from orders.unpaid_units held
        where held.customer_id = less.customer_id and held.kind = less.kind and held.sku = less.sku;
      end if;
    end loop;
    with taken as (
      select r."orderId" as order_id, line.sku, sum(line.quantity) as units
      from json_to_recordset(gone) as r("orderId" uuid, lines json),
        json_to_recordset(r.lines) as line(sku text, quantity bigint)
      group by 1, 2),
    rest as (
      select held.order_id, json_agg(json_build_object('sku', line.sku,
        'quantity', line.quantity - coalesce(taken.units, 0))) as lines
      from orders.unpaid_orders held
      cross join json_to_recordset(held.lines) as line(sku text, quantity bigint)
      left join taken on taken.order_id = held.order_id and taken.sku = line.sku
      where held.order_id = any (array(select distinct order_id from taken))
        and line.quantity > coalesce(taken.units, 0)
      group by 1)
    update orders.unpaid_orders held set lines = rest.lines from rest where held.order_id = rest.order_id;
  end $function$
;
