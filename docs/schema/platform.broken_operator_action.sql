CREATE OR REPLACE FUNCTION platform.broken_operator_action()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
        select seq from (
          select a.seq, a.prev_hash, a.hash, platform.operator_action_hash(a) as right_hash,
            lag(a.hash, 1, repeat('0', 64)) over (order by a.seq) as right_prev, row_number() over (order by a.seq) as nth
          from platform.operator_actions a) checked
        where hash <> right_hash or prev_hash <> right_prev or seq <> nth
        order by seq limit 1
      $function$
;
