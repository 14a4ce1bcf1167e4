-- Let homes looked at against the letting standards; the check in force of a home is the one nothing came after.
create table letting_check (
  id uuid not null,
  home_id uuid not null,
  on_day date not null,
  failed text[] not null,
  mend_by date,
  by_id uuid not null,
  by_words text not null,
  at timestamptz not null,
  superseded_at timestamptz,
  reminded_at timestamptz,
  constraint letting_check_pk primary key (id),
  constraint letting_check_home_fk foreign key (home_id) references subject (id),
  constraint letting_check_mend check ((cardinality(failed) = 0) = (mend_by is null))
);
create unique index letting_check_in_force on letting_check (home_id) where superseded_at is null;
create index letting_check_home on letting_check (home_id, at);
create index letting_check_due on letting_check (mend_by) where superseded_at is null and reminded_at is null;
alter table letting_check enable row level security;
alter table letting_check force row level security;
create policy letting_check_follows on letting_check for select using (
  (select linli_system()) or exists (select from subject s where s.id = letting_check.home_id));
create policy letting_check_write on letting_check for all using ((select linli_system()));
