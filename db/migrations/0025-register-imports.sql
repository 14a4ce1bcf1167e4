-- Imports of registers: what a run's rows are, and what a mapping reads. Orders are as they were.
alter table import_mapping add column kind text not null default 'orders';
alter table import_mapping add constraint import_mapping_kind_known
  check (kind in ('orders', 'home', 'household', 'person', 'entity', 'asset'));
alter table import_mapping drop constraint import_mapping_name_once;
alter table import_mapping add constraint import_mapping_name_once unique (site_id, kind, name);

alter table import_run add column kind text not null default 'orders';
alter table import_run add constraint import_run_kind_known
  check (kind in ('orders', 'home', 'household', 'person', 'entity', 'asset'));
-- The area the rows of a register must lie in; none for orders, which are the site's.
alter table import_run add column area_id uuid;
-- Lists of owners and of the housing office name a home by its own number.
create index subject_unit_no on subject (site_id, (fields ->> 'unitNo')) where noun = 'home' and fields ? 'unitNo';
