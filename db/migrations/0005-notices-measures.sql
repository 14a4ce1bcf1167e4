-- Notices: what a person should know, and how it reached them. Measures: figures kept by a consumer of the journal.
create table notice (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  noun text not null,
  noun_id uuid,
  params jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  source_seq bigint,
  constraint notice_pk primary key (id),
  constraint notice_account_fk foreign key (account_id) references account (id),
  constraint notice_once unique (account_id, source_seq, kind)
);
create index notice_account_at on notice (account_id, at desc, id);
create index notice_unread on notice (account_id) where read_at is null;

create table delivery (
  id uuid not null,
  notice_id uuid,
  channel text not null,
  address_hash bytea,
  template text not null,
  state text not null,
  tries integer not null default 0,
  problem text,
  at timestamptz not null,
  done_at timestamptz,
  constraint delivery_pk primary key (id),
  constraint delivery_notice_fk foreign key (notice_id) references notice (id)
);
create index delivery_notice on delivery (notice_id);

alter table notice enable row level security;
alter table notice force row level security;
create policy notice_own on notice using ((select linli_system()) or account_id = (select linli_account()));
alter table delivery enable row level security;
alter table delivery force row level security;
create policy delivery_system on delivery using ((select linli_system()));

-- One row per case with what its figures are made of, folded from its journal; rebuilt by rewinding the consumer.
-- seq = the last journal row folded in; holder = who must act now; overdue_since = the earliest deadline now missed.
create table case_fact (
  case_id uuid not null,
  seq bigint not null,
  site_id uuid not null,
  area2_id uuid,
  area3_id uuid,
  area4_id uuid,
  type_code text not null,
  state text not null,
  unit_id uuid,
  holder text,
  overdue_since timestamptz,
  fold jsonb not null,
  constraint case_fact_pk primary key (case_id)
);
create index case_fact_overdue on case_fact (site_id, holder, overdue_since) include (area2_id, area3_id, area4_id)
  where overdue_since is not null;
create index case_fact_area4 on case_fact (area4_id);

-- Counts per day, kept by difference: what a screen shows never counts cases. One row for each area a case lies in, levels 1 to 4.
create table figure_day (
  area_id uuid not null,
  key text not null,
  day date not null,
  count integer not null,
  constraint figure_day_pk primary key (area_id, key, day)
) with (fillfactor = 80);

-- What stands now: open, overdue.
create table figure_now (
  area_id uuid not null,
  key text not null,
  count integer not null,
  constraint figure_now_pk primary key (area_id, key)
) with (fillfactor = 80);

-- The same by unit and by type; area_id is the area of level 3 (or above, for a case that lies no deeper).
create table figure_unit_day (
  area_id uuid not null,
  unit_id uuid not null,
  key text not null,
  day date not null,
  count integer not null,
  constraint figure_unit_day_pk primary key (area_id, unit_id, key, day)
) with (fillfactor = 80);

create table figure_type_day (
  area_id uuid not null,
  type_code text not null,
  key text not null,
  day date not null,
  count integer not null,
  constraint figure_type_day_pk primary key (area_id, type_code, key, day)
) with (fillfactor = 80);
