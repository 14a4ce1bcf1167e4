-- Cases: types as data, the case as folded state, its actions, reporters, photos and dues.
create table pack (
  pack text not null,
  version integer not null,
  definition jsonb not null,
  active boolean not null,
  loaded_at timestamptz not null,
  constraint pack_pk primary key (pack)
);

create table case_type (
  code text not null,
  version integer not null,
  pack text not null,
  definition jsonb not null,
  loaded_at timestamptz not null,
  constraint case_type_pk primary key (code, version)
);
create index case_type_pack on case_type (pack);

create sequence case_number;

create table cases (
  id uuid not null,
  number text not null,
  site_id uuid not null,
  type_code text not null,
  type_version integer not null,
  title text not null,
  words text not null,
  form jsonb not null default '{}',
  visibility text not null,
  channel text not null,
  urgent boolean not null default false,
  state text not null,
  round smallint not null default 1,
  seq integer not null,
  lng double precision,
  lat double precision,
  address text not null default '',
  path ltree not null,
  area2_id uuid,
  area3_id uuid,
  area4_id uuid,
  reporter_id uuid,
  target_kind text,
  target_unit_id uuid,
  target_post_id uuid,
  target_unit_kind text,
  rule_key text,
  rules_tried jsonb,
  handler_id uuid,
  handler_ids uuid[] not null default '{}',
  pending text,
  supervised boolean not null default false,
  urged_count integer not null default 0,
  reporter_count integer not null default 1,
  rework_count integer not null default 0,
  result text,
  rating smallint,
  merged_into uuid,
  due_clock text,
  due_at timestamptz,
  promised_at timestamptz,
  ran_out_at timestamptz,
  reported_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  photo text,
  is_open boolean not null,
  constraint cases_pk primary key (id),
  constraint cases_number_once unique (number, site_id),
  constraint cases_visibility_known check (visibility in ('public', 'private')),
  constraint cases_merged_fk foreign key (merged_into) references cases (id)
);
-- The inbox: open cases by what runs out next; all others by time. Columns of equality first: uuid and text equality is
-- leak-proof, so these indexes serve under row-level security too (ltree operators would not). Few on purpose: each one is paid
-- for with every report (bench/intake.ts).
create index cases_open_due on cases (site_id, due_at, id) where is_open;
create index cases_open_area3_due on cases (area3_id, due_at, id) where is_open;
create index cases_open_unit_due on cases (target_unit_id, due_at, id) where is_open and target_unit_id is not null;
create index cases_open_post on cases (target_post_id, due_at, id) where is_open and target_post_id is not null;
create index cases_open_handler on cases (handler_id, due_at, id) where is_open and handler_id is not null;
create index cases_pool on cases (target_unit_kind, due_at, id) where is_open and target_kind = 'pool';
create index cases_open_place on cases (lng, lat) where is_open;
create index cases_reported on cases (site_id, reported_at desc, id);
create index cases_changed on cases (site_id, changed_at desc, id);
create index cases_state_reported on cases (site_id, state, reported_at desc, id);
create index cases_area3_reported on cases (area3_id, reported_at desc, id);
create index cases_area4_reported on cases (area4_id, reported_at desc, id);
create index cases_unit_reported on cases (target_unit_id, reported_at desc, id) where target_unit_id is not null;
create index cases_merged on cases (merged_into) where merged_into is not null;
create index cases_text on cases using gin ((words || ' ' || address) gin_trgm_ops);

create table case_action (
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  actor_id uuid,
  actor_unit_id uuid,
  by_words text not null,
  data jsonb not null default '{}',
  due jsonb,
  constraint case_action_pk primary key (case_id, seq),
  constraint case_action_case_fk foreign key (case_id) references cases (id)
);

create table case_reporter (
  case_id uuid not null,
  account_id uuid not null,
  joined_at timestamptz not null,
  seen_at timestamptz,
  constraint case_reporter_pk primary key (case_id, account_id),
  constraint case_reporter_case_fk foreign key (case_id) references cases (id)
);
create index case_reporter_account on case_reporter (account_id, joined_at desc);

create table case_file (
  case_id uuid not null,
  hash text not null,
  phase text not null,
  action_seq integer not null,
  constraint case_file_pk primary key (case_id, hash, phase),
  constraint case_file_case_fk foreign key (case_id) references cases (id)
);

create table saved_view (
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  sort text not null,
  constraint saved_view_pk primary key (id),
  constraint saved_view_name_once unique (account_id, name),
  constraint saved_view_account_fk foreign key (account_id) references account (id)
);

create index case_file_hash on case_file (hash);

-- Second wall behind policy.ts: public cases, one's own, one's area, one's unit or post.
alter table cases enable row level security;
alter table cases force row level security;
create policy cases_read on cases for select using (
  (select linli_system())
  or visibility = 'public'
  or reporter_id = (select linli_account())
  or path <@ (select linli_paths())
  or target_unit_id = any ((select linli_units())::uuid[])
  or target_post_id = any ((select linli_posts())::uuid[])
  or handler_id = (select linli_account())
  or (target_kind = 'pool' and target_unit_kind = any ((select linli_pool_kinds())::text[]) and path <@ (select linli_pool_paths()))
  or exists (select from case_reporter r where r.case_id = cases.id and r.account_id = (select linli_account()))
);
create policy cases_insert on cases for insert with check ((select linli_system()));
-- Who may lock a case to act on it; what is then written is written by the product (docs/decisions/0006).
create policy cases_update on cases for update using (
  (select linli_system())
  or reporter_id = (select linli_account())
  or path <@ (select linli_paths())
  or target_unit_id = any ((select linli_units())::uuid[])
  or target_post_id = any ((select linli_posts())::uuid[])
  or handler_id = (select linli_account())
  or (target_kind = 'pool' and target_unit_kind = any ((select linli_pool_kinds())::text[]) and path <@ (select linli_pool_paths()))
  or (visibility = 'public' and (select linli_account()) is not null)
) with check ((select linli_system()));

alter table case_reporter enable row level security;
alter table case_reporter force row level security;
create policy case_reporter_own on case_reporter using ((select linli_system()) or account_id = (select linli_account()));
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_own on saved_view using ((select linli_system()) or account_id = (select linli_account()));
-- Actions and photos follow their case: readable exactly when the case is.
alter table case_action enable row level security;
alter table case_action force row level security;
create policy case_action_write on case_action using ((select linli_system()));
create policy case_action_follows on case_action for select using ((select linli_system()) or exists (select from cases c where c.id = case_action.case_id));
alter table case_file enable row level security;
alter table case_file force row level security;
create policy case_file_write on case_file using ((select linli_system()));
create policy case_file_follows on case_file for select using ((select linli_system()) or exists (select from cases c where c.id = case_file.case_id));

-- Words and numbers are searched by trigrams, which row-level security would not let an index do (the operators are not leak-proof).
-- Only ids leave; who asks still reads the cases themselves under their own scope.
create function search_case_ids(wanted text) returns setof uuid language plpgsql as $$
declare
  before text := coalesce(current_setting('linli.system', true), 'off');
  pattern text := '%' || replace(replace(replace(wanted, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  perform set_config('linli.system', 'on', true);
  return query select cases.id from cases
    where cases.words || ' ' || cases.address ilike pattern or cases.number = wanted
    order by cases.reported_at desc limit 1000;
  perform set_config('linli.system', before, true);
end $$;
