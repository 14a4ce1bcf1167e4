-- What every case counts for (docs/measures.md), so that any figure opens to exactly the cases it was counted from: figure -> unit
-- ('-' where none) -> the days, a day once for each time. It takes the place of the days of one figure.
drop index case_fact_area4;
alter table case_fact drop column handle_due_last, drop column handle_due;
drop function linli_last_day(date[]);
alter table case_fact add column marks jsonb not null default '{}';
-- The first and the last of these days: what lies outside a period is passed over without reading the marks.
alter table case_fact add column marked_from date, add column marked_until date;
create index case_fact_site on case_fact (site_id, marked_until, marked_from);
create index case_fact_area2 on case_fact (area2_id, marked_until, marked_from) where area2_id is not null;
create index case_fact_area3 on case_fact (area3_id, marked_until, marked_from) where area3_id is not null;
create index case_fact_area4 on case_fact (area4_id, marked_until, marked_from) where area4_id is not null;

-- Read once more from the journal when the product starts; until then the pages say that the figures are being counted.
truncate case_fact, figure_day, figure_now, figure_unit_day, figure_type_day;
update consumer set xid = '0', seq = 0, caught_up_at = null where name = 'measures';

select set_config('linli.system', 'on', true);
update saved_view set filter = filter - 'handleDueFrom' - 'handleDueUntil' || jsonb_build_object('counted', 'dueForHandling',
    'countedFrom', coalesce(filter->>'handleDueFrom', '2000-01-01'), 'countedUntil', coalesce(filter->>'handleDueUntil', '2099-12-31'))
  where filter ?| array['handleDueFrom', 'handleDueUntil'];
select set_config('linli.system', '', true);
