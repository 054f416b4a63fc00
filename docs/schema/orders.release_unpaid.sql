CREATE OR REPLACE FUNCTION orders.release_unpaid(ended uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
  end $function$
;
