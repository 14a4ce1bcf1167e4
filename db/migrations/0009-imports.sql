-- Imports: how another system's table is read, one run over one file with its rows, and where each order came from; everyone who
-- called about a case. Rows of files and callers are encrypted: they hold names and telephone numbers.
create table import_mapping (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  version integer not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint import_mapping_pk primary key (id),
  constraint import_mapping_name_once unique (site_id, name)
);

create table import_run (
  id uuid not null,
  site_id uuid not null,
  path ltree not null,
  file_name text not null,
  format text not null,
  encoding text not null,
  headings text[] not null,
  row_count integer not null,
  state text not null,
  mapping jsonb,
  -- The last row that is done; moves in the transaction of its batch.
  cursor_n integer not null default 0,
  added integer not null default 0,
  same integer not null default 0,
  changed integer not null default 0,
  chased integer not null default 0,
  bad integer not null default 0,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  changed_at timestamptz not null,
  constraint import_run_pk primary key (id),
  constraint import_run_state_known check (state in ('uploaded', 'checking', 'checked', 'running', 'paused', 'done', 'cancelled'))
);
create index import_run_site on import_run (site_id, uploaded_at desc, id);

create table import_row (
  run_id uuid not null,
  n integer not null,
  line integer not null,
  sealed bytea not null,
  constraint import_row_pk primary key (run_id, n),
  constraint import_row_run_fk foreign key (run_id) references import_run (id) on delete cascade
);

-- Numbers met by a dry run: the second row of one number is named with the line of the first.
create table import_number (
  run_id uuid not null,
  number text not null,
  line integer not null,
  constraint import_number_pk primary key (run_id, number),
  constraint import_number_run_fk foreign key (run_id) references import_run (id) on delete cascade
);

create table import_problem (
  run_id uuid not null,
  n integer not null,
  nr integer not null,
  line integer not null,
  heading text not null,
  code text not null,
  params jsonb not null default '{}',
  constraint import_problem_pk primary key (run_id, n, nr),
  constraint import_problem_run_fk foreign key (run_id) references import_run (id) on delete cascade
);

-- One order of another system is one case for ever; `hash` tells whether the order has changed since.
create table case_source (
  site_id uuid not null,
  system text not null,
  external_id text not null,
  case_id uuid not null,
  hash bytea not null,
  run_id uuid,
  at timestamptz not null,
  constraint case_source_pk primary key (site_id, system, external_id)
);
create index case_source_case on case_source (case_id);

create table case_caller (
  id uuid not null,
  case_id uuid not null,
  order_number text not null default '',
  name_encrypted bytea,
  phone_encrypted bytea,
  phone_hash bytea,
  anonymous boolean not null default false,
  wants_answer boolean not null default true,
  called_at timestamptz not null,
  added_by uuid,
  answered_at timestamptz,
  answered_how text,
  answered_by text,
  constraint case_caller_pk primary key (id),
  constraint case_caller_case_fk foreign key (case_id) references cases (id)
);
create index case_caller_case on case_caller (case_id, called_at, id);

create table caller_reveal (
  id uuid not null,
  caller_id uuid not null,
  by_account_id uuid not null,
  by_words text not null,
  reason text not null,
  at timestamptz not null,
  constraint caller_reveal_pk primary key (id),
  constraint caller_reveal_caller_fk foreign key (caller_id) references case_caller (id)
);
create index caller_reveal_by on caller_reveal (by_account_id, at);
create index caller_reveal_caller on caller_reveal (caller_id);

-- All of this is read and written by the product after a policy said yes.
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy import_mapping_system on import_mapping using ((select linli_system()));
alter table import_run enable row level security;
alter table import_run force row level security;
create policy import_run_system on import_run using ((select linli_system()));
alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_system on import_row using ((select linli_system()));
alter table import_number enable row level security;
alter table import_number force row level security;
create policy import_number_system on import_number using ((select linli_system()));
alter table import_problem enable row level security;
alter table import_problem force row level security;
create policy import_problem_system on import_problem using ((select linli_system()));
alter table case_source enable row level security;
alter table case_source force row level security;
create policy case_source_system on case_source using ((select linli_system()));
alter table case_caller enable row level security;
alter table case_caller force row level security;
create policy case_caller_system on case_caller using ((select linli_system()));
alter table caller_reveal enable row level security;
alter table caller_reveal force row level security;
create policy caller_reveal_system on caller_reveal using ((select linli_system()));
