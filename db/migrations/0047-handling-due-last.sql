-- The last day on which handling of a case fell due, so that what a line of the ranking opens to is found by its area and days
-- instead of by asking every case of the area (docs/measures.md).
create function linli_last_day(days date[]) returns date language sql immutable parallel safe return (select max(day) from unnest(days) as day);
alter table case_fact add column handle_due_last date generated always as (linli_last_day(handle_due)) stored;
create index case_fact_area2 on case_fact (area2_id, handle_due_last) where handle_due_last is not null;
create index case_fact_area3 on case_fact (area3_id, handle_due_last) where handle_due_last is not null;
drop index case_fact_area4;
create index case_fact_area4 on case_fact (area4_id, handle_due_last);
