table account (
  id uuid not null
  kind text not null
  name text not null
  active boolean not null default true
  demo_key text
  created_at timestamp with time zone not null
  constraint account_kind_known CHECK ((kind = ANY (ARRAY['resident'::text, 'staff'::text])))
  constraint account_pk PRIMARY KEY (id)
)
CREATE INDEX account_demo ON public.account USING btree (demo_key) WHERE (demo_key IS NOT NULL)
CREATE UNIQUE INDEX account_pk ON public.account USING btree (id)
policy account_colleagues on account for SELECT using (((kind = 'staff'::text) AND (( SELECT linli_account() AS linli_account) IS NOT NULL)))
policy account_own on account for ALL using ((( SELECT linli_system() AS linli_system) OR (id = ( SELECT linli_account() AS linli_account))))
row level security forced

table area (
  id uuid not null
  site_id uuid not null
  parent_id uuid
  code text not null
  name text not null
  level smallint not null
  kind text not null
  path ltree not null
  population integer not null default 0
  area_m2 double precision not null default 0
  centre_lng double precision
  centre_lat double precision
  valid_from date not null
  valid_to date
  sort integer not null default 0
  constraint area_code_once UNIQUE (site_id, code)
  constraint area_dates CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  constraint area_level_range CHECK (((level >= 1) AND (level <= 5)))
  constraint area_parent_fk FOREIGN KEY (parent_id) REFERENCES area(id)
  constraint area_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX area_code_once ON public.area USING btree (site_id, code)
CREATE INDEX area_name ON public.area USING gin (name gin_trgm_ops)
CREATE INDEX area_parent ON public.area USING btree (parent_id)
CREATE INDEX area_path ON public.area USING gist (path)
CREATE UNIQUE INDEX area_pk ON public.area USING btree (id)

table area_successor (
  area_id uuid not null
  successor_id uuid not null
  constraint area_successor_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint area_successor_pk PRIMARY KEY (area_id, successor_id)
  constraint area_successor_successor_fk FOREIGN KEY (successor_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX area_successor_pk ON public.area_successor USING btree (area_id, successor_id)
CREATE INDEX area_successor_successor ON public.area_successor USING btree (successor_id)

table area_version (
  area_id uuid not null
  version integer not null
  valid_from date not null
  valid_to date
  name text not null
  geometry jsonb
  crs text not null default 'wgs84'::text
  reason text not null
  changed_by uuid
  at timestamp with time zone not null
  constraint area_version_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint area_version_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  constraint area_version_pk PRIMARY KEY (area_id, version)
)
CREATE UNIQUE INDEX area_version_pk ON public.area_version USING btree (area_id, version)

table building (
  id uuid not null
  site_id uuid not null
  area_id uuid not null
  path ltree not null
  name text not null
  address text not null
  kind text not null
  floors smallint not null
  lng double precision not null
  lat double precision not null
  footprint jsonb
  constraint building_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint building_pk PRIMARY KEY (id)
)
CREATE INDEX building_address ON public.building USING gin (address gin_trgm_ops)
CREATE INDEX building_area ON public.building USING btree (area_id)
CREATE INDEX building_path ON public.building USING gist (path)
CREATE UNIQUE INDEX building_pk ON public.building USING btree (id)

table case_action (
  case_id uuid not null
  seq integer not null
  kind text not null
  at timestamp with time zone not null
  actor_id uuid
  actor_unit_id uuid
  by_words text not null
  data jsonb not null default '{}'::jsonb
  due jsonb
  constraint case_action_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint case_action_pk PRIMARY KEY (case_id, seq)
)
CREATE UNIQUE INDEX case_action_pk ON public.case_action USING btree (case_id, seq)
policy case_action_follows on case_action for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM cases c
  WHERE (c.id = case_action.case_id)))))
policy case_action_write on case_action for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table case_fact (
  case_id uuid not null
  seq bigint not null
  site_id uuid not null
  area2_id uuid
  area3_id uuid
  area4_id uuid
  type_code text not null
  state text not null
  unit_id uuid
  holder text
  overdue_since timestamp with time zone
  fold jsonb not null
  constraint case_fact_pk PRIMARY KEY (case_id)
)
CREATE INDEX case_fact_area4 ON public.case_fact USING btree (area4_id)
CREATE INDEX case_fact_overdue ON public.case_fact USING btree (site_id, holder, overdue_since) INCLUDE (area2_id, area3_id, area4_id) WHERE (overdue_since IS NOT NULL)
CREATE UNIQUE INDEX case_fact_pk ON public.case_fact USING btree (case_id)

table case_file (
  case_id uuid not null
  hash text not null
  phase text not null
  action_seq integer not null
  constraint case_file_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint case_file_pk PRIMARY KEY (case_id, hash, phase)
)
CREATE INDEX case_file_hash ON public.case_file USING btree (hash)
CREATE UNIQUE INDEX case_file_pk ON public.case_file USING btree (case_id, hash, phase)
policy case_file_follows on case_file for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM cases c
  WHERE (c.id = case_file.case_id)))))
policy case_file_write on case_file for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table case_reporter (
  case_id uuid not null
  account_id uuid not null
  joined_at timestamp with time zone not null
  seen_at timestamp with time zone
  constraint case_reporter_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint case_reporter_pk PRIMARY KEY (case_id, account_id)
)
CREATE INDEX case_reporter_account ON public.case_reporter USING btree (account_id, joined_at DESC)
CREATE UNIQUE INDEX case_reporter_pk ON public.case_reporter USING btree (case_id, account_id)
policy case_reporter_own on case_reporter for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
row level security forced

table case_type (
  code text not null
  version integer not null
  pack text not null
  definition jsonb not null
  loaded_at timestamp with time zone not null
  constraint case_type_pk PRIMARY KEY (code, version)
)
CREATE INDEX case_type_pack ON public.case_type USING btree (pack)
CREATE UNIQUE INDEX case_type_pk ON public.case_type USING btree (code, version)

table cases (
  id uuid not null
  number text not null
  site_id uuid not null
  type_code text not null
  type_version integer not null
  title text not null
  words text not null
  form jsonb not null default '{}'::jsonb
  visibility text not null
  channel text not null
  urgent boolean not null default false
  state text not null
  round smallint not null default 1
  seq integer not null
  lng double precision
  lat double precision
  address text not null default ''::text
  path ltree not null
  area2_id uuid
  area3_id uuid
  area4_id uuid
  reporter_id uuid
  target_kind text
  target_unit_id uuid
  target_post_id uuid
  target_unit_kind text
  rule_key text
  rules_tried jsonb
  handler_id uuid
  handler_ids uuid[] not null default '{}'::uuid[]
  pending text
  supervised boolean not null default false
  urged_count integer not null default 0
  reporter_count integer not null default 1
  rework_count integer not null default 0
  result text
  rating smallint
  merged_into uuid
  due_clock text
  due_at timestamp with time zone
  promised_at timestamp with time zone
  ran_out_at timestamp with time zone
  reported_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  closed_at timestamp with time zone
  photo text
  is_open boolean not null
  constraint cases_merged_fk FOREIGN KEY (merged_into) REFERENCES cases(id)
  constraint cases_number_once UNIQUE (number, site_id)
  constraint cases_pk PRIMARY KEY (id)
  constraint cases_visibility_known CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
)
CREATE INDEX cases_area3_reported ON public.cases USING btree (area3_id, reported_at DESC, id)
CREATE INDEX cases_area4_reported ON public.cases USING btree (area4_id, reported_at DESC, id)
CREATE INDEX cases_changed ON public.cases USING btree (site_id, changed_at DESC, id)
CREATE INDEX cases_merged ON public.cases USING btree (merged_into) WHERE (merged_into IS NOT NULL)
CREATE UNIQUE INDEX cases_number_once ON public.cases USING btree (number, site_id)
CREATE INDEX cases_open_area3_due ON public.cases USING btree (area3_id, due_at, id) WHERE is_open
CREATE INDEX cases_open_due ON public.cases USING btree (site_id, due_at, id) WHERE is_open
CREATE INDEX cases_open_handler ON public.cases USING btree (handler_id, due_at, id) WHERE (is_open AND (handler_id IS NOT NULL))
CREATE INDEX cases_open_place ON public.cases USING btree (lng, lat) WHERE is_open
CREATE INDEX cases_open_post ON public.cases USING btree (target_post_id, due_at, id) WHERE (is_open AND (target_post_id IS NOT NULL))
CREATE INDEX cases_open_unit_due ON public.cases USING btree (target_unit_id, due_at, id) WHERE (is_open AND (target_unit_id IS NOT NULL))
CREATE UNIQUE INDEX cases_pk ON public.cases USING btree (id)
CREATE INDEX cases_pool ON public.cases USING btree (target_unit_kind, due_at, id) WHERE (is_open AND (target_kind = 'pool'::text))
CREATE INDEX cases_reported ON public.cases USING btree (site_id, reported_at DESC, id)
CREATE INDEX cases_state_reported ON public.cases USING btree (site_id, state, reported_at DESC, id)
CREATE INDEX cases_text ON public.cases USING gin ((((words || ' '::text) || address)) gin_trgm_ops)
CREATE INDEX cases_unit_reported ON public.cases USING btree (target_unit_id, reported_at DESC, id) WHERE (target_unit_id IS NOT NULL)
policy cases_insert on cases for INSERT check (( SELECT linli_system() AS linli_system))
policy cases_read on cases for SELECT using ((( SELECT linli_system() AS linli_system) OR (visibility = 'public'::text) OR (reporter_id = ( SELECT linli_account() AS linli_account)) OR (path <@ ( SELECT linli_paths() AS linli_paths)) OR (target_unit_id = ANY (( SELECT linli_units() AS linli_units)::uuid[])) OR (target_post_id = ANY (( SELECT linli_posts() AS linli_posts)::uuid[])) OR (handler_id = ( SELECT linli_account() AS linli_account)) OR ((target_kind = 'pool'::text) AND (target_unit_kind = ANY (( SELECT linli_pool_kinds() AS linli_pool_kinds)::text[])) AND (path <@ ( SELECT linli_pool_paths() AS linli_pool_paths))) OR (EXISTS ( SELECT
   FROM case_reporter r
  WHERE ((r.case_id = cases.id) AND (r.account_id = ( SELECT linli_account() AS linli_account)))))))
policy cases_update on cases for UPDATE using ((( SELECT linli_system() AS linli_system) OR (reporter_id = ( SELECT linli_account() AS linli_account)) OR (path <@ ( SELECT linli_paths() AS linli_paths)) OR (target_unit_id = ANY (( SELECT linli_units() AS linli_units)::uuid[])) OR (target_post_id = ANY (( SELECT linli_posts() AS linli_posts)::uuid[])) OR (handler_id = ( SELECT linli_account() AS linli_account)) OR ((target_kind = 'pool'::text) AND (target_unit_kind = ANY (( SELECT linli_pool_kinds() AS linli_pool_kinds)::text[])) AND (path <@ ( SELECT linli_pool_paths() AS linli_pool_paths))) OR ((visibility = 'public'::text) AND (( SELECT linli_account() AS linli_account) IS NOT NULL)))) check (( SELECT linli_system() AS linli_system))
row level security forced

table consumer (
  name text not null
  xid xid8 not null
  seq bigint not null
  at timestamp with time zone not null
  constraint consumer_pk PRIMARY KEY (name)
)
CREATE UNIQUE INDEX consumer_pk ON public.consumer USING btree (name)

table credential (
  account_id uuid not null
  login text
  password_hash text
  phone_hash bytea
  phone_encrypted bytea
  constraint credential_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
  constraint credential_login_once UNIQUE (login)
  constraint credential_phone_once UNIQUE (phone_hash)
  constraint credential_pk PRIMARY KEY (account_id)
)
CREATE UNIQUE INDEX credential_login_once ON public.credential USING btree (login)
CREATE UNIQUE INDEX credential_phone_once ON public.credential USING btree (phone_hash)
CREATE UNIQUE INDEX credential_pk ON public.credential USING btree (account_id)
policy credential_system on credential for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table delivery (
  id uuid not null
  notice_id uuid
  channel text not null
  address_hash bytea
  template text not null
  state text not null
  tries integer not null default 0
  problem text
  at timestamp with time zone not null
  done_at timestamp with time zone
  constraint delivery_notice_fk FOREIGN KEY (notice_id) REFERENCES notice(id)
  constraint delivery_pk PRIMARY KEY (id)
)
CREATE INDEX delivery_notice ON public.delivery USING btree (notice_id)
CREATE UNIQUE INDEX delivery_pk ON public.delivery USING btree (id)
policy delivery_system on delivery for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table due (
  id bigint not null identity
  kind text not null
  key text not null
  at timestamp with time zone not null
  data jsonb not null default '{}'::jsonb
  tries integer not null default 0
  problem text
  constraint due_once UNIQUE (kind, key)
  constraint due_pk PRIMARY KEY (id)
)
CREATE INDEX due_at ON public.due USING btree (at, id)
CREATE UNIQUE INDEX due_once ON public.due USING btree (kind, key)
CREATE UNIQUE INDEX due_pk ON public.due USING btree (id)

table figure_day (
  area_id uuid not null
  key text not null
  day date not null
  count integer not null
  constraint figure_day_pk PRIMARY KEY (area_id, key, day)
)
CREATE UNIQUE INDEX figure_day_pk ON public.figure_day USING btree (area_id, key, day)

table figure_now (
  area_id uuid not null
  key text not null
  count integer not null
  constraint figure_now_pk PRIMARY KEY (area_id, key)
)
CREATE UNIQUE INDEX figure_now_pk ON public.figure_now USING btree (area_id, key)

table figure_type_day (
  area_id uuid not null
  type_code text not null
  key text not null
  day date not null
  count integer not null
  constraint figure_type_day_pk PRIMARY KEY (area_id, type_code, key, day)
)
CREATE UNIQUE INDEX figure_type_day_pk ON public.figure_type_day USING btree (area_id, type_code, key, day)

table figure_unit_day (
  area_id uuid not null
  unit_id uuid not null
  key text not null
  day date not null
  count integer not null
  constraint figure_unit_day_pk PRIMARY KEY (area_id, unit_id, key, day)
)
CREATE UNIQUE INDEX figure_unit_day_pk ON public.figure_unit_day USING btree (area_id, unit_id, key, day)

table file (
  hash text not null
  kind text not null
  content_type text not null
  bytes integer not null
  width integer
  height integer
  thumb_hash text
  created_at timestamp with time zone not null
  created_by uuid
  constraint file_pk PRIMARY KEY (hash)
)
CREATE UNIQUE INDEX file_pk ON public.file USING btree (hash)

table holding (
  id uuid not null
  post_id uuid not null
  account_id uuid not null
  valid_from date not null
  valid_to date
  deputy boolean not null default false
  constraint holding_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint holding_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  constraint holding_once EXCLUDE USING gist (post_id WITH =, account_id WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint holding_pk PRIMARY KEY (id)
  constraint holding_post_fk FOREIGN KEY (post_id) REFERENCES post(id)
)
CREATE INDEX holding_account ON public.holding USING btree (account_id)
CREATE INDEX holding_once ON public.holding USING gist (post_id, account_id, daterange(valid_from, valid_to))
CREATE UNIQUE INDEX holding_pk ON public.holding USING btree (id)
CREATE INDEX holding_post ON public.holding USING btree (post_id)

table holiday_year (
  year integer not null
  holidays date[] not null
  make_up_days date[] not null
  source text not null
  loaded_at timestamp with time zone not null
  constraint holiday_year_pk PRIMARY KEY (year)
)
CREATE UNIQUE INDEX holiday_year_pk ON public.holiday_year USING btree (year)

table home (
  id uuid not null
  building_id uuid not null
  room text not null
  area_cm2 bigint not null
  constraint home_building_fk FOREIGN KEY (building_id) REFERENCES building(id)
  constraint home_pk PRIMARY KEY (id)
  constraint home_room_once UNIQUE (building_id, room)
)
CREATE UNIQUE INDEX home_pk ON public.home USING btree (id)
CREATE UNIQUE INDEX home_room_once ON public.home USING btree (building_id, room)

table journal (
  seq bigint not null identity
  xid xid8 not null default pg_current_xact_id()
  at timestamp with time zone not null
  kind text not null
  noun text not null
  noun_id uuid not null
  path ltree not null
  actor_id uuid
  request_id uuid
  data jsonb not null default '{}'::jsonb
  constraint journal_pk PRIMARY KEY (seq)
)
CREATE INDEX journal_noun ON public.journal USING btree (noun_id, seq)
CREATE UNIQUE INDEX journal_order ON public.journal USING btree (xid, seq)
CREATE UNIQUE INDEX journal_pk ON public.journal USING btree (seq)
CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE ON public.journal FOR EACH ROW EXECUTE FUNCTION journal_refuse_change()
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse_change()

table journal_seal (
  number bigint not null
  from_xid xid8 not null
  from_seq bigint not null
  until_xid xid8 not null
  until_seq bigint not null
  rows integer not null
  hash bytea not null
  at timestamp with time zone not null
  constraint journal_seal_pk PRIMARY KEY (number)
)
CREATE UNIQUE INDEX journal_seal_pk ON public.journal_seal USING btree (number)

table migration (
  name text not null
  hash text not null
  at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)
)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)

table notice (
  id uuid not null
  account_id uuid not null
  kind text not null
  noun text not null
  noun_id uuid
  params jsonb not null default '{}'::jsonb
  at timestamp with time zone not null
  read_at timestamp with time zone
  source_seq bigint
  constraint notice_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint notice_once UNIQUE (account_id, source_seq, kind)
  constraint notice_pk PRIMARY KEY (id)
)
CREATE INDEX notice_account_at ON public.notice USING btree (account_id, at DESC, id)
CREATE UNIQUE INDEX notice_once ON public.notice USING btree (account_id, source_seq, kind)
CREATE UNIQUE INDEX notice_pk ON public.notice USING btree (id)
CREATE INDEX notice_unread ON public.notice USING btree (account_id) WHERE (read_at IS NULL)
policy notice_own on notice for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
row level security forced

table pack (
  pack text not null
  version integer not null
  definition jsonb not null
  active boolean not null
  loaded_at timestamp with time zone not null
  constraint pack_pk PRIMARY KEY (pack)
)
CREATE UNIQUE INDEX pack_pk ON public.pack USING btree (pack)

table phone_code (
  phone_hash bytea not null
  code_hash bytea not null
  tries integer not null default 0
  sent_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint phone_code_pk PRIMARY KEY (phone_hash)
)
CREATE UNIQUE INDEX phone_code_pk ON public.phone_code USING btree (phone_hash)
policy phone_code_system on phone_code for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table post (
  id uuid not null
  role text not null
  area_id uuid not null
  path ltree not null
  unit_id uuid
  active boolean not null default true
  constraint post_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint post_pk PRIMARY KEY (id)
  constraint post_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE INDEX post_area ON public.post USING btree (area_id, role)
CREATE UNIQUE INDEX post_pk ON public.post USING btree (id)
CREATE INDEX post_unit ON public.post USING btree (unit_id)

table request (
  request_id uuid not null
  actor_key text not null
  operation text not null
  input_hash bytea not null
  response jsonb
  at timestamp with time zone not null
  constraint request_pk PRIMARY KEY (request_id, actor_key)
)
CREATE INDEX request_at ON public.request USING btree (at)
CREATE UNIQUE INDEX request_pk ON public.request USING btree (request_id, actor_key)

table reveal (
  id uuid not null
  account_id uuid not null
  by_account_id uuid not null
  by_words text not null
  unit_words text
  reason text not null
  noun text not null
  noun_id uuid not null
  at timestamp with time zone not null
  constraint reveal_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint reveal_by_fk FOREIGN KEY (by_account_id) REFERENCES account(id)
  constraint reveal_pk PRIMARY KEY (id)
)
CREATE INDEX reveal_account ON public.reveal USING btree (account_id, at DESC)
CREATE INDEX reveal_by ON public.reveal USING btree (by_account_id, at DESC)
CREATE UNIQUE INDEX reveal_pk ON public.reveal USING btree (id)
policy reveal_own on reveal for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account)) OR (by_account_id = ( SELECT linli_account() AS linli_account))))
row level security forced

table saved_view (
  id uuid not null
  account_id uuid not null
  name text not null
  filter jsonb not null
  sort text not null
  constraint saved_view_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint saved_view_name_once UNIQUE (account_id, name)
  constraint saved_view_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX saved_view_name_once ON public.saved_view USING btree (account_id, name)
CREATE UNIQUE INDEX saved_view_pk ON public.saved_view USING btree (id)
policy saved_view_own on saved_view for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
row level security forced

table scenery (
  id uuid not null
  site_id uuid not null
  kind text not null
  name text
  geometry jsonb not null
  constraint scenery_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX scenery_pk ON public.scenery USING btree (id)
CREATE INDEX scenery_site ON public.scenery USING btree (site_id)

table session (
  token_hash bytea not null
  account_id uuid not null
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint session_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint session_pk PRIMARY KEY (token_hash)
)
CREATE INDEX session_account ON public.session USING btree (account_id)
CREATE INDEX session_expiry ON public.session USING btree (expires_at)
CREATE UNIQUE INDEX session_pk ON public.session USING btree (token_hash)
policy session_own on session for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
row level security forced

table setting (
  key text not null
  value jsonb not null
  changed_at timestamp with time zone not null
  constraint setting_pk PRIMARY KEY (key)
)
CREATE UNIQUE INDEX setting_pk ON public.setting USING btree (key)

table sign_in_try (
  key_hash bytea not null
  at timestamp with time zone not null
)
CREATE INDEX sign_in_try_key ON public.sign_in_try USING btree (key_hash, at)
policy sign_in_try_system on sign_in_try for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table unit (
  id uuid not null
  site_id uuid not null
  key text not null
  name text not null
  kind text not null
  path ltree not null
  active boolean not null default true
  constraint unit_key_once UNIQUE (site_id, key)
  constraint unit_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX unit_key_once ON public.unit USING btree (site_id, key)
CREATE UNIQUE INDEX unit_pk ON public.unit USING btree (id)

table unit_area (
  unit_id uuid not null
  area_id uuid not null
  constraint unit_area_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint unit_area_pk PRIMARY KEY (unit_id, area_id)
  constraint unit_area_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE INDEX unit_area_area ON public.unit_area USING btree (area_id)
CREATE UNIQUE INDEX unit_area_pk ON public.unit_area USING btree (unit_id, area_id)

sequence case_number
sequence due_id_seq
sequence journal_seq_seq

CREATE OR REPLACE FUNCTION public.journal_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if coalesce(current_setting('linli.journal_repair', true), '') = 'on' then
    return coalesce(new, old);
  end if;
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end $function$

CREATE OR REPLACE FUNCTION public.linli_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('linli.account'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION public.linli_paths()
 RETURNS ltree[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.paths'::text, true), ''::text), '{}'::text))::ltree[]

CREATE OR REPLACE FUNCTION public.linli_pool_kinds()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.pool_kinds'::text, true), ''::text), '{}'::text))::text[]

CREATE OR REPLACE FUNCTION public.linli_pool_paths()
 RETURNS ltree[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.pool_paths'::text, true), ''::text), '{}'::text))::ltree[]

CREATE OR REPLACE FUNCTION public.linli_posts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.posts'::text, true), ''::text), '{}'::text))::uuid[]

CREATE OR REPLACE FUNCTION public.linli_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('linli.system'::text, true), ''::text) = 'on'::text)

CREATE OR REPLACE FUNCTION public.linli_units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.units'::text, true), ''::text), '{}'::text))::uuid[]

CREATE OR REPLACE FUNCTION public.search_case_ids(wanted text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
declare
  before text := coalesce(current_setting('linli.system', true), 'off');
  pattern text := '%' || replace(replace(replace(wanted, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  perform set_config('linli.system', 'on', true);
  return query select cases.id from cases
    where cases.words || ' ' || cases.address ilike pattern or cases.number = wanted
    order by cases.reported_at desc limit 1000;
  perform set_config('linli.system', before, true);
end $function$

