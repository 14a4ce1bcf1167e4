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

-- One row per case with the facts indicators count; folded from the journal, rebuilt by rewinding the consumer.
create table case_fact (
  case_id uuid not null,
  site_id uuid not null,
  type_code text not null,
  area1_id uuid not null,
  area2_id uuid,
  area3_id uuid,
  area4_id uuid,
  unit_id uuid,
  state text not null,
  is_open boolean not null,
  channel text not null,
  reported_day date not null,
  accepted_day date,
  dispatched_day date,
  handled_day date,
  checked_day date,
  rated_day date,
  closed_day date,
  handle_due_day date,
  handle_due_at timestamptz,
  total_due_at timestamptz,
  handled_at timestamptz,
  closed_at timestamptz,
  handled_on_time boolean,
  closed_on_time boolean,
  returns smallint not null default 0,
  rework smallint not null default 0,
  extensions smallint not null default 0,
  suspended boolean not null default false,
  rating smallint,
  constraint case_fact_pk primary key (case_id)
);

-- Counts per day and place, kept incrementally: what a screen shows never counts cases.
create table figure_day (
  site_id uuid not null,
  area_id uuid not null,
  day date not null,
  key text not null,
  count integer not null,
  constraint figure_day_pk primary key (area_id, day, key)
);
create index figure_day_site on figure_day (site_id, day, key);

create table figure_unit_day (
  site_id uuid not null,
  unit_id uuid not null,
  day date not null,
  key text not null,
  count integer not null,
  constraint figure_unit_day_pk primary key (unit_id, day, key)
);
create index figure_unit_day_site on figure_unit_day (site_id, day, key);

create table figure_type_day (
  site_id uuid not null,
  type_code text not null,
  day date not null,
  key text not null,
  count integer not null,
  constraint figure_type_day_pk primary key (site_id, type_code, day, key)
);
