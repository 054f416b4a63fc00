create or replace view audit.stock as
 SELECT sku,
    'main'::text AS location,
    received,
    on_hand,
    reserved,
    shipped,
    written_off,
    returned
   FROM inventory.stock_levels;
