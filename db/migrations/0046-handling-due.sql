-- The days on which handling of a case fell due, as the share handled in time counts it: what a ranking opens to (docs/measures.md).
-- One for each round that counts; empty while nothing of it counts. The consumer writes it from here on.
alter table case_fact add column handle_due date[] not null default '{}';
update case_fact set handle_due = array(
    select (fold->'handled'->>'dueDay')::date where fold->'handled'->>'dueDay' is not null
    union all
    select ((fold->'ranOut'->>'handle')::timestamptz at time zone 'Asia/Shanghai')::date
      where fold->'ranOut'->>'handle' is not null and fold->>'handled' is null and state in ('reported', 'accepted', 'dispatched', 'in-hand', 'handled')
    union all
    select (mark->>1)::date from jsonb_array_elements(fold->'settled') as mark where mark->>0 in ('handled', 'overdueUnhandled') and (mark->>3)::int > 0)
  where state <> 'void' and coalesce((fold->>'excluded')::boolean, false) is false;
