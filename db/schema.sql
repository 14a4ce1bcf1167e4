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

table address_name (
  id uuid not null
  site_id uuid not null
  path ltree not null
  said text not null
  means text
  reason text not null default ''::text
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint address_name_outside_reason CHECK (((means IS NOT NULL) OR (reason <> ''::text)))
  constraint address_name_pk PRIMARY KEY (id)
  constraint address_name_said_once UNIQUE (site_id, said)
)
CREATE UNIQUE INDEX address_name_pk ON public.address_name USING btree (id)
CREATE UNIQUE INDEX address_name_said_once ON public.address_name USING btree (site_id, said)
policy address_name_system on address_name for ALL using (( SELECT linli_system() AS linli_system))
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
  population_source text
  population_year integer
  constraint area_code_once UNIQUE (site_id, code)
  constraint area_dates CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  constraint area_level_range CHECK (((level >= 1) AND (level <= 5)))
  constraint area_parent_fk FOREIGN KEY (parent_id) REFERENCES area(id)
  constraint area_pk PRIMARY KEY (id)
  constraint area_population_year CHECK (((population_year >= 1949) AND (population_year <= 2200)))
)
CREATE UNIQUE INDEX area_code_once ON public.area USING btree (site_id, code)
CREATE INDEX area_name ON public.area USING gin (name gin_trgm_ops)
CREATE INDEX area_parent ON public.area USING btree (parent_id)
CREATE INDEX area_path ON public.area USING gist (path)
CREATE UNIQUE INDEX area_pk ON public.area USING btree (id)

table area_group (
  id uuid not null
  site_id uuid not null
  name text not null
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint area_group_pk PRIMARY KEY (id)
  constraint area_group_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX area_group_name_once ON public.area_group USING btree (site_id, name) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX area_group_pk ON public.area_group USING btree (id)

table area_group_member (
  group_id uuid not null
  area_id uuid not null
  constraint area_group_member_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint area_group_member_group_fk FOREIGN KEY (group_id) REFERENCES area_group(id)
  constraint area_group_member_pk PRIMARY KEY (group_id, area_id)
)
CREATE INDEX area_group_member_area ON public.area_group_member USING btree (area_id)
CREATE UNIQUE INDEX area_group_member_pk ON public.area_group_member USING btree (group_id, area_id)

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

table booking (
  id uuid not null
  case_id uuid not null
  stage text not null
  kind text not null
  resource_id uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  constraint booking_case_fk FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
  constraint booking_kind_known CHECK ((kind = ANY (ARRAY['mediator'::text, 'room'::text])))
  constraint booking_pk PRIMARY KEY (id)
  constraint booking_times CHECK ((ends_at > starts_at))
)
CREATE INDEX booking_case ON public.booking USING btree (case_id)
CREATE UNIQUE INDEX booking_pk ON public.booking USING btree (id)
CREATE INDEX booking_resource ON public.booking USING btree (resource_id, starts_at)
policy booking_system on booking for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table bulletin (
  id uuid not null
  partner_id uuid not null
  site_id uuid not null
  origin text not null
  schedule_id uuid
  every text not null
  from_day date not null
  until_day date not null
  made_at timestamp with time zone not null
  content jsonb not null
  constraint bulletin_once UNIQUE (schedule_id, from_day)
  constraint bulletin_origin_known CHECK ((origin = ANY (ARRAY['ours'::text, 'theirs'::text])))
  constraint bulletin_partner_fk FOREIGN KEY (partner_id) REFERENCES partner(id)
  constraint bulletin_pk PRIMARY KEY (id)
)
CREATE INDEX bulletin_listed ON public.bulletin USING btree (site_id, made_at DESC, id)
CREATE UNIQUE INDEX bulletin_once ON public.bulletin USING btree (schedule_id, from_day)
CREATE UNIQUE INDEX bulletin_pk ON public.bulletin USING btree (id)

table bulletin_schedule (
  id uuid not null
  partner_id uuid not null
  every text not null
  type_codes text[] not null
  active boolean not null
  changed_at timestamp with time zone not null
  constraint bulletin_schedule_every_known CHECK ((every = ANY (ARRAY['week'::text, 'month'::text])))
  constraint bulletin_schedule_partner_fk FOREIGN KEY (partner_id) REFERENCES partner(id)
  constraint bulletin_schedule_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX bulletin_schedule_pk ON public.bulletin_schedule USING btree (id)

table caller_reveal (
  id uuid not null
  caller_id uuid not null
  by_account_id uuid not null
  by_words text not null
  reason text not null
  at timestamp with time zone not null
  constraint caller_reveal_caller_fk FOREIGN KEY (caller_id) REFERENCES case_caller(id)
  constraint caller_reveal_pk PRIMARY KEY (id)
)
CREATE INDEX caller_reveal_by ON public.caller_reveal USING btree (by_account_id, at)
CREATE INDEX caller_reveal_caller ON public.caller_reveal USING btree (caller_id)
CREATE UNIQUE INDEX caller_reveal_pk ON public.caller_reveal USING btree (id)
policy caller_reveal_system on caller_reveal for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table care_holding (
  id uuid not null
  subject_id uuid not null
  kind text not null
  class_code text not null
  grade_code text not null
  served boolean
  entered_at timestamp with time zone not null
  left_at timestamp with time zone
  constraint care_holding_kind_known CHECK ((kind = ANY (ARRAY['care'::text, 'policy'::text])))
  constraint care_holding_pk PRIMARY KEY (id)
  constraint care_holding_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX care_holding_class ON public.care_holding USING btree (kind, class_code, grade_code) WHERE (left_at IS NULL)
CREATE UNIQUE INDEX care_holding_once ON public.care_holding USING btree (subject_id, kind, class_code) WHERE (left_at IS NULL)
CREATE UNIQUE INDEX care_holding_pk ON public.care_holding USING btree (id)
policy care_holding_follows on care_holding for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = care_holding.subject_id)))))
policy care_holding_write on care_holding for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table care_sweep (
  site_id uuid not null
  definitions text not null
  day date not null
  after_id uuid
  done boolean not null
  constraint care_sweep_pk PRIMARY KEY (site_id)
  constraint care_sweep_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX care_sweep_pk ON public.care_sweep USING btree (site_id)

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

table case_call (
  id uuid not null
  site_id uuid not null
  type_code text not null
  topic text not null
  background text not null
  ways text not null
  opens_on date not null
  closes_on date not null
  created_by uuid
  created_at timestamp with time zone not null
  constraint case_call_created_fk FOREIGN KEY (created_by) REFERENCES account(id)
  constraint case_call_days CHECK ((closes_on >= opens_on))
  constraint case_call_pk PRIMARY KEY (id)
  constraint case_call_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE INDEX case_call_days ON public.case_call USING btree (site_id, closes_on DESC, id)
CREATE UNIQUE INDEX case_call_pk ON public.case_call USING btree (id)

table case_caller (
  id uuid not null
  case_id uuid not null
  order_number text not null default ''::text
  name_encrypted bytea
  phone_encrypted bytea
  phone_hash bytea
  anonymous boolean not null default false
  wants_answer boolean not null default true
  called_at timestamp with time zone not null
  added_by uuid
  answered_at timestamp with time zone
  answered_how text
  answered_by text
  constraint case_caller_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint case_caller_pk PRIMARY KEY (id)
)
CREATE INDEX case_caller_case ON public.case_caller USING btree (case_id, called_at, id)
CREATE UNIQUE INDEX case_caller_pk ON public.case_caller USING btree (id)
policy case_caller_system on case_caller for ALL using (( SELECT linli_system() AS linli_system))
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
  marks jsonb not null default '{}'::jsonb
  marked_from date
  marked_until date
  constraint case_fact_pk PRIMARY KEY (case_id)
)
CREATE INDEX case_fact_area2 ON public.case_fact USING btree (area2_id, marked_until, marked_from) WHERE (area2_id IS NOT NULL)
CREATE INDEX case_fact_area3 ON public.case_fact USING btree (area3_id, marked_until, marked_from) WHERE (area3_id IS NOT NULL)
CREATE INDEX case_fact_area4 ON public.case_fact USING btree (area4_id, marked_until, marked_from) WHERE (area4_id IS NOT NULL)
CREATE INDEX case_fact_overdue ON public.case_fact USING btree (site_id, holder, overdue_since) INCLUDE (area2_id, area3_id, area4_id) WHERE (overdue_since IS NOT NULL)
CREATE UNIQUE INDEX case_fact_pk ON public.case_fact USING btree (case_id)
CREATE INDEX case_fact_site ON public.case_fact USING btree (site_id, marked_until, marked_from)

table case_file (
  case_id uuid not null
  hash text not null
  phase text not null
  action_seq integer not null
  constraint case_file_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint case_file_pk PRIMARY KEY (case_id, hash, phase, action_seq)
)
CREATE INDEX case_file_hash ON public.case_file USING btree (hash)
CREATE UNIQUE INDEX case_file_pk ON public.case_file USING btree (case_id, hash, phase, action_seq)
policy case_file_follows on case_file for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM cases c
  WHERE (c.id = case_file.case_id)))))
policy case_file_write on case_file for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table case_invitation (
  id uuid not null
  case_id uuid not null
  code_hash bytea not null
  made_by uuid not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  sent_to text
  used_by uuid
  used_at timestamp with time zone
  withdrawn_at timestamp with time zone
  constraint case_invitation_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint case_invitation_code_once UNIQUE (code_hash)
  constraint case_invitation_ends_once CHECK (((used_at IS NULL) OR (withdrawn_at IS NULL)))
  constraint case_invitation_maker_fk FOREIGN KEY (made_by) REFERENCES account(id)
  constraint case_invitation_pk PRIMARY KEY (id)
  constraint case_invitation_used CHECK (((used_at IS NULL) = (used_by IS NULL)))
  constraint case_invitation_user_fk FOREIGN KEY (used_by) REFERENCES account(id)
)
CREATE INDEX case_invitation_case ON public.case_invitation USING btree (case_id, made_at DESC)
CREATE UNIQUE INDEX case_invitation_code_once ON public.case_invitation USING btree (code_hash)
CREATE INDEX case_invitation_maker ON public.case_invitation USING btree (made_by)
CREATE UNIQUE INDEX case_invitation_pk ON public.case_invitation USING btree (id)
CREATE INDEX case_invitation_user ON public.case_invitation USING btree (used_by) WHERE (used_by IS NOT NULL)
policy case_invitation_system on case_invitation for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table case_mediator (
  case_id uuid not null
  mediator_id uuid not null
  constraint case_mediator_case_fk FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
  constraint case_mediator_mediator_fk FOREIGN KEY (mediator_id) REFERENCES mediator(id)
  constraint case_mediator_pk PRIMARY KEY (case_id, mediator_id)
)
CREATE INDEX case_mediator_of ON public.case_mediator USING btree (mediator_id, case_id)
CREATE UNIQUE INDEX case_mediator_pk ON public.case_mediator USING btree (case_id, mediator_id)
policy case_mediator_system on case_mediator for ALL using (( SELECT linli_system() AS linli_system))
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

table case_source (
  site_id uuid not null
  system text not null
  external_id text not null
  case_id uuid not null
  hash bytea not null
  run_id uuid
  at timestamp with time zone not null
  constraint case_source_pk PRIMARY KEY (site_id, system, external_id)
)
CREATE INDEX case_source_case ON public.case_source USING btree (case_id)
CREATE UNIQUE INDEX case_source_pk ON public.case_source USING btree (site_id, system, external_id)
policy case_source_system on case_source for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table case_type (
  code text not null
  version integer not null
  pack text not null
  definition jsonb not null
  loaded_at timestamp with time zone not null
  origin text not null default 'pack'::text
  by_id uuid
  by_words text not null default ''::text
  note text not null default ''::text
  constraint case_type_origin_known CHECK ((origin = ANY (ARRAY['pack'::text, 'import'::text, 'office'::text])))
  constraint case_type_pk PRIMARY KEY (code, version)
)
CREATE INDEX case_type_pack ON public.case_type USING btree (pack)
CREATE UNIQUE INDEX case_type_pk ON public.case_type USING btree (code, version)

table case_type_draft (
  code text not null
  base_version integer not null
  revision integer not null
  yaml text not null
  changed_at timestamp with time zone not null
  by_id uuid
  by_words text not null
  constraint case_type_draft_base_fk FOREIGN KEY (code, base_version) REFERENCES case_type(code, version)
  constraint case_type_draft_pk PRIMARY KEY (code)
)
CREATE UNIQUE INDEX case_type_draft_pk ON public.case_type_draft USING btree (code)

table case_type_offer (
  code text not null
  pack_version integer not null
  definition jsonb not null
  seen_at timestamp with time zone not null
  constraint case_type_offer_pk PRIMARY KEY (code)
)
CREATE UNIQUE INDEX case_type_offer_pk ON public.case_type_offer USING btree (code)

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
  stage text
  outcome text
  answer text
  published_at timestamp with time zone
  parent_id uuid
  part_unit_ids uuid[] not null default '{}'::uuid[]
  absences integer not null default 0
  excluded boolean not null default false
  call_id uuid
  about_unit_ids uuid[] not null default '{}'::uuid[]
  constraint cases_call_fk FOREIGN KEY (call_id) REFERENCES case_call(id)
  constraint cases_merged_fk FOREIGN KEY (merged_into) REFERENCES cases(id)
  constraint cases_number_once UNIQUE (number, site_id)
  constraint cases_parent_fk FOREIGN KEY (parent_id) REFERENCES cases(id)
  constraint cases_pk PRIMARY KEY (id)
  constraint cases_visibility_known CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text, 'sealed'::text])))
)
CREATE INDEX cases_answered ON public.cases USING btree (site_id, closed_at DESC, id) WHERE ((answer IS NOT NULL) AND (state = 'closed'::text))
CREATE INDEX cases_area3_reported ON public.cases USING btree (area3_id, reported_at DESC, id)
CREATE INDEX cases_area4_reported ON public.cases USING btree (area4_id, reported_at DESC, id)
CREATE INDEX cases_call ON public.cases USING btree (call_id) WHERE (call_id IS NOT NULL)
CREATE INDEX cases_changed ON public.cases USING btree (site_id, changed_at DESC, id)
CREATE INDEX cases_ended_procedure ON public.cases USING btree (type_code, closed_at) WHERE ((outcome IS NOT NULL) AND (state = 'closed'::text))
CREATE INDEX cases_excluded ON public.cases USING btree (site_id, reported_at DESC, id) WHERE excluded
CREATE INDEX cases_merged ON public.cases USING btree (merged_into) WHERE (merged_into IS NOT NULL)
CREATE UNIQUE INDEX cases_number_once ON public.cases USING btree (number, site_id)
CREATE INDEX cases_open_area3_due ON public.cases USING btree (area3_id, due_at, id) WHERE is_open
CREATE INDEX cases_open_due ON public.cases USING btree (site_id, due_at, id) WHERE is_open
CREATE INDEX cases_open_handler ON public.cases USING btree (handler_id, due_at, id) WHERE (is_open AND (handler_id IS NOT NULL))
CREATE INDEX cases_open_parts ON public.cases USING btree (due_at, id) WHERE (is_open AND (part_unit_ids <> '{}'::uuid[]))
CREATE INDEX cases_open_place ON public.cases USING btree (lng, lat) WHERE is_open
CREATE INDEX cases_open_post ON public.cases USING btree (target_post_id, due_at, id) WHERE (is_open AND (target_post_id IS NOT NULL))
CREATE INDEX cases_open_stage ON public.cases USING btree (site_id, stage, due_at, id) WHERE (is_open AND (stage IS NOT NULL))
CREATE INDEX cases_open_unit_due ON public.cases USING btree (target_unit_id, due_at, id) WHERE (is_open AND (target_unit_id IS NOT NULL))
CREATE INDEX cases_parent ON public.cases USING btree (parent_id) WHERE (parent_id IS NOT NULL)
CREATE UNIQUE INDEX cases_pk ON public.cases USING btree (id)
CREATE INDEX cases_pool ON public.cases USING btree (target_unit_kind, due_at, id) WHERE (is_open AND (target_kind = 'pool'::text))
CREATE INDEX cases_published ON public.cases USING btree (site_id, published_at DESC, id) WHERE (published_at IS NOT NULL)
CREATE INDEX cases_reported ON public.cases USING btree (site_id, reported_at DESC, id)
CREATE INDEX cases_sealed ON public.cases USING btree (site_id, due_at, id) WHERE (visibility = 'sealed'::text)
CREATE INDEX cases_state_reported ON public.cases USING btree (site_id, state, reported_at DESC, id)
CREATE INDEX cases_text ON public.cases USING gin ((((words || ' '::text) || address)) gin_trgm_ops) WITH (gin_pending_list_limit='32768')
CREATE INDEX cases_type_reported ON public.cases USING btree (site_id, type_code, reported_at DESC, id)
CREATE INDEX cases_unit_reported ON public.cases USING btree (target_unit_id, reported_at DESC, id) WHERE (target_unit_id IS NOT NULL)
policy cases_insert on cases for INSERT check (( SELECT linli_system() AS linli_system))
policy cases_read on cases for SELECT using ((( SELECT linli_system() AS linli_system) OR (visibility = 'public'::text) OR ((visibility <> 'sealed'::text) AND ((path <@ ( SELECT linli_paths() AS linli_paths)) OR ((target_kind = 'pool'::text) AND (target_unit_kind = ANY (( SELECT linli_pool_kinds() AS linli_pool_kinds)::text[])) AND (path <@ ( SELECT linli_pool_paths() AS linli_pool_paths))))) OR (((visibility <> 'sealed'::text) OR (NOT (about_unit_ids && ( SELECT linli_own_units() AS linli_own_units)))) AND ((reporter_id = ( SELECT linli_account() AS linli_account)) OR (target_unit_id = ANY (( SELECT linli_units() AS linli_units)::uuid[])) OR (target_post_id = ANY (( SELECT linli_posts() AS linli_posts)::uuid[])) OR (handler_id = ( SELECT linli_account() AS linli_account)) OR (part_unit_ids && ( SELECT linli_units() AS linli_units)) OR ((visibility = 'sealed'::text) AND (path <@ ( SELECT linli_sealed_paths() AS linli_sealed_paths))) OR (EXISTS ( SELECT
   FROM case_reporter r
  WHERE ((r.case_id = cases.id) AND (r.account_id = ( SELECT linli_account() AS linli_account)))))))))
policy cases_update on cases for UPDATE using ((( SELECT linli_system() AS linli_system) OR ((visibility <> 'sealed'::text) AND ((path <@ ( SELECT linli_paths() AS linli_paths)) OR ((target_kind = 'pool'::text) AND (target_unit_kind = ANY (( SELECT linli_pool_kinds() AS linli_pool_kinds)::text[])) AND (path <@ ( SELECT linli_pool_paths() AS linli_pool_paths))))) OR (((visibility <> 'sealed'::text) OR (NOT (about_unit_ids && ( SELECT linli_own_units() AS linli_own_units)))) AND ((reporter_id = ( SELECT linli_account() AS linli_account)) OR (target_unit_id = ANY (( SELECT linli_units() AS linli_units)::uuid[])) OR (target_post_id = ANY (( SELECT linli_posts() AS linli_posts)::uuid[])) OR (handler_id = ( SELECT linli_account() AS linli_account)) OR (part_unit_ids && ( SELECT linli_units() AS linli_units)) OR ((visibility = 'sealed'::text) AND (path <@ ( SELECT linli_sealed_paths() AS linli_sealed_paths))) OR (EXISTS ( SELECT
   FROM case_reporter r
  WHERE ((r.case_id = cases.id) AND (r.account_id = ( SELECT linli_account() AS linli_account))))))) OR ((visibility = 'public'::text) AND (( SELECT linli_account() AS linli_account) IS NOT NULL)))) check (( SELECT linli_system() AS linli_system))
row level security forced

table component_number (
  prefix text not null
  last integer not null
  constraint component_number_pk PRIMARY KEY (prefix)
)
CREATE UNIQUE INDEX component_number_pk ON public.component_number USING btree (prefix)

table consent (
  id uuid not null
  subject_id uuid not null
  path ltree not null
  purpose text not null
  categories text[] not null
  version integer not null
  channel text not null
  text_hash bytea not null
  given_by text not null
  given_by_account uuid
  evidence text not null default ''::text
  given_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawn_evidence text not null default ''::text
  constraint consent_channel_known CHECK ((channel = ANY (ARRAY['app'::text, 'paper'::text, 'verbal'::text])))
  constraint consent_given_by_known CHECK ((given_by = ANY (ARRAY['self'::text, 'guardian'::text])))
  constraint consent_pk PRIMARY KEY (id)
  constraint consent_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE UNIQUE INDEX consent_in_force ON public.consent USING btree (subject_id, purpose) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX consent_pk ON public.consent USING btree (id)
CREATE INDEX consent_subject ON public.consent USING btree (subject_id, given_at DESC)
policy consent_follows on consent for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = consent.subject_id)))))
policy consent_write on consent for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table consent_photo (
  consent_id uuid not null
  n integer not null
  hash text not null
  constraint consent_photo_consent_fk FOREIGN KEY (consent_id) REFERENCES consent(id)
  constraint consent_photo_file_fk FOREIGN KEY (hash) REFERENCES file(hash)
  constraint consent_photo_pk PRIMARY KEY (consent_id, n)
)
CREATE UNIQUE INDEX consent_photo_pk ON public.consent_photo USING btree (consent_id, n)
policy consent_photo_follows on consent_photo for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM consent c
  WHERE (c.id = consent_photo.consent_id)))))
policy consent_photo_write on consent_photo for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table consumer (
  name text not null
  xid xid8 not null
  seq bigint not null
  at timestamp with time zone not null
  caught_up_at timestamp with time zone
  constraint consumer_pk PRIMARY KEY (name)
)
CREATE UNIQUE INDEX consumer_pk ON public.consumer USING btree (name)

table correction (
  id uuid not null
  subject_id uuid not null
  field text not null
  value jsonb not null
  reason text not null
  owner text not null
  asked_by uuid
  asked_words text not null
  asked_at timestamp with time zone not null
  state text not null default 'open'::text
  decided_by uuid
  decided_words text
  decided_at timestamp with time zone
  answer text
  path ltree not null
  constraint correction_pk PRIMARY KEY (id)
  constraint correction_state_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text])))
  constraint correction_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX correction_open ON public.correction USING btree (asked_at, id) WHERE (state = 'open'::text)
CREATE INDEX correction_path ON public.correction USING gist (path)
CREATE UNIQUE INDEX correction_pk ON public.correction USING btree (id)
CREATE INDEX correction_subject ON public.correction USING btree (subject_id)
policy correction_follows on correction for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = correction.subject_id)))))
policy correction_write on correction for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table data_copy (
  id uuid not null
  subject_id uuid not null
  account_id uuid not null
  request_id uuid
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint data_copy_pk PRIMARY KEY (id)
  constraint data_copy_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX data_copy_account ON public.data_copy USING btree (account_id, expires_at DESC)
CREATE UNIQUE INDEX data_copy_pk ON public.data_copy USING btree (id)
policy data_copy_own on data_copy for SELECT using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
policy data_copy_write on data_copy for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table data_key (
  context text not null
  purpose text not null
  version integer not null
  suite text not null
  sealed bytea not null
  created_at timestamp with time zone not null
  usable_from timestamp with time zone not null
  retired_at timestamp with time zone
  constraint data_key_pk PRIMARY KEY (context, purpose, version)
  constraint data_key_purpose_known CHECK ((purpose = ANY (ARRAY['encrypt'::text, 'lookup'::text])))
  constraint data_key_suite_known CHECK ((suite = ANY (ARRAY['international'::text, 'sm'::text])))
  constraint data_key_version_fits CHECK (((version >= 0) AND (version <= 65535)))
)
CREATE UNIQUE INDEX data_key_pk ON public.data_key USING btree (context, purpose, version)
policy data_key_system on data_key for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table deletion_proof (
  id uuid not null
  site_id uuid not null
  kind text not null
  field_group text not null default ''::text
  rows integer not null
  ids_hash bytea not null
  rule text not null
  request_id uuid
  at timestamp with time zone not null
  constraint deletion_proof_pk PRIMARY KEY (id)
  constraint deletion_proof_rows CHECK ((rows > 0))
)
CREATE INDEX deletion_proof_at ON public.deletion_proof USING btree (site_id, at DESC, id)
CREATE UNIQUE INDEX deletion_proof_pk ON public.deletion_proof USING btree (id)
CREATE INDEX deletion_proof_request ON public.deletion_proof USING btree (request_id, at, id) WHERE (request_id IS NOT NULL)

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

table fact (
  id bigint not null identity
  subject_id uuid not null
  field text not null
  value jsonb not null
  source text not null
  source_id uuid
  basis text not null
  since date not null
  recorded_at timestamp with time zone not null
  recorded_by uuid
  superseded_at timestamp with time zone
  confirmed_at timestamp with time zone
  constraint fact_pk PRIMARY KEY (id)
  constraint fact_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX fact_history ON public.fact USING btree (subject_id, field, recorded_at) WHERE (superseded_at IS NOT NULL)
CREATE UNIQUE INDEX fact_in_force ON public.fact USING btree (subject_id, field) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX fact_pk ON public.fact USING btree (id)
CREATE INDEX fact_superseded ON public.fact USING btree (superseded_at) WHERE (superseded_at IS NOT NULL)
policy fact_follows on fact for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = fact.subject_id)))))
policy fact_write on fact for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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
  wanted_at timestamp with time zone not null default now()
  constraint file_pk PRIMARY KEY (hash)
)
CREATE UNIQUE INDEX file_pk ON public.file USING btree (hash)
CREATE INDEX file_thumb ON public.file USING btree (thumb_hash)

table form (
  id uuid not null
  site_id uuid not null
  unit_id uuid not null
  name text not null
  item_code text not null
  state text not null default 'draft'::text
  version integer not null default 0
  draft jsonb
  revision integer not null default 1
  made_by uuid
  made_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint form_pk PRIMARY KEY (id)
  constraint form_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint form_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'ended'::text])))
  constraint form_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE UNIQUE INDEX form_pk ON public.form USING btree (id)
CREATE INDEX form_site ON public.form USING btree (site_id, state, id)
CREATE INDEX form_unit ON public.form USING btree (unit_id, id)

table form_ask (
  id uuid not null
  site_id uuid not null
  area_id uuid not null
  path ltree not null
  unit_id uuid not null
  way text not null
  words text not null
  headings text[] not null
  form_id uuid
  asked_on date not null
  state text not null default 'open'::text
  article text
  answer text
  registered_by uuid not null
  registered_at timestamp with time zone not null
  refused_by uuid
  refused_at timestamp with time zone
  constraint form_ask_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint form_ask_pk PRIMARY KEY (id)
  constraint form_ask_state_known CHECK ((state = ANY (ARRAY['open'::text, 'refused'::text])))
  constraint form_ask_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE INDEX form_ask_area ON public.form_ask USING btree (area_id, registered_at DESC)
CREATE UNIQUE INDEX form_ask_pk ON public.form_ask USING btree (id)
CREATE INDEX form_ask_site ON public.form_ask USING btree (site_id, registered_at DESC, id)

table form_behind (
  return_id uuid not null
  row_key uuid not null
  col smallint not null
  ordinals integer[] not null
  constraint form_behind_pk PRIMARY KEY (return_id, row_key, col)
  constraint form_behind_row_fk FOREIGN KEY (return_id, row_key) REFERENCES form_row(return_id, row_key) ON DELETE CASCADE
)
CREATE UNIQUE INDEX form_behind_pk ON public.form_behind USING btree (return_id, row_key, col)
policy form_behind_follows on form_behind for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM form_row w
  WHERE ((w.return_id = form_behind.return_id) AND (w.row_key = form_behind.row_key) AND (w.path <@ ( SELECT linli_register_paths() AS linli_register_paths)))))))
policy form_behind_write on form_behind for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table form_burden (
  form_id uuid not null
  area_id uuid not null
  week date not null
  seconds integer not null
  answers integer not null
  constraint form_burden_form_fk FOREIGN KEY (form_id) REFERENCES form(id)
  constraint form_burden_pk PRIMARY KEY (form_id, area_id, week)
)
CREATE UNIQUE INDEX form_burden_pk ON public.form_burden USING btree (form_id, area_id, week)
CREATE INDEX form_burden_week ON public.form_burden USING btree (week, area_id)

table form_pull (
  id uuid not null
  form_id uuid not null
  period text not null
  unit_id uuid not null
  by_id uuid
  by_words text not null
  at timestamp with time zone not null
  way text not null
  row_count integer not null
  return_ids uuid[] not null
  sealed text[] not null
  law text not null
  constraint form_pull_form_fk FOREIGN KEY (form_id) REFERENCES form(id)
  constraint form_pull_pk PRIMARY KEY (id)
  constraint form_pull_way_known CHECK ((way = ANY (ARRAY['operation'::text, 'file'::text])))
)
CREATE INDEX form_pull_form ON public.form_pull USING btree (form_id, at DESC)
CREATE UNIQUE INDEX form_pull_pk ON public.form_pull USING btree (id)

table form_question (
  subject_id uuid not null
  field text not null
  noun text not null
  site_id uuid not null
  area_id uuid not null
  path ltree not null
  asked_at timestamp with time zone not null
  state text not null default 'open'::text
  reason text
  answered_at timestamp with time zone
  constraint form_question_pk PRIMARY KEY (subject_id, field)
  constraint form_question_state_known CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'unknown'::text])))
  constraint form_question_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX form_question_open ON public.form_question USING btree (area_id, subject_id, field) WHERE (state = 'open'::text)
CREATE UNIQUE INDEX form_question_pk ON public.form_question USING btree (subject_id, field)
CREATE INDEX form_question_unknown ON public.form_question USING btree (field) WHERE (state = 'unknown'::text)
policy form_question_read on form_question for SELECT using ((( SELECT linli_system() AS linli_system) OR (path <@ ( SELECT linli_register_paths() AS linli_register_paths))))
policy form_question_write on form_question for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table form_return (
  id uuid not null
  form_id uuid not null
  version integer not null
  site_id uuid not null
  area_id uuid not null
  path ltree not null
  period text not null
  due_on date not null
  state text not null default 'waiting'::text
  filled_at timestamp with time zone not null
  row_count integer not null default 0
  cell_count integer not null default 0
  filled_count integer not null default 0
  stale_count integer not null default 0
  missing_count integer not null default 0
  unknown_count integer not null default 0
  checked_by uuid
  given_at timestamp with time zone
  approved_by uuid
  approved_at timestamp with time zone
  pulled_at timestamp with time zone
  revision integer not null default 1
  constraint form_return_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint form_return_once UNIQUE (form_id, area_id, period)
  constraint form_return_pk PRIMARY KEY (id)
  constraint form_return_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'checked'::text, 'given'::text, 'approved'::text, 'sent-back'::text])))
  constraint form_return_version_fk FOREIGN KEY (form_id, version) REFERENCES form_version(form_id, version)
)
CREATE INDEX form_return_area ON public.form_return USING btree (area_id, due_on, id)
CREATE UNIQUE INDEX form_return_once ON public.form_return USING btree (form_id, area_id, period)
CREATE UNIQUE INDEX form_return_pk ON public.form_return USING btree (id)
CREATE INDEX form_return_site ON public.form_return USING btree (site_id, state, due_on, id)

table form_row (
  return_id uuid not null
  row_key uuid not null
  path ltree not null
  sort text not null
  cells jsonb not null
  facts bigint[] not null
  marks text not null
  constraint form_row_pk PRIMARY KEY (return_id, row_key)
)
CREATE UNIQUE INDEX form_row_pk ON public.form_row USING btree (return_id, row_key)
CREATE INDEX form_row_subject ON public.form_row USING btree (row_key)
policy form_row_read on form_row for SELECT using ((( SELECT linli_system() AS linli_system) OR (path <@ ( SELECT linli_register_paths() AS linli_register_paths)) OR (EXISTS ( SELECT
   FROM (form_return r
     JOIN form f ON ((f.id = r.form_id)))
  WHERE ((r.id = form_row.return_id) AND (r.state = 'approved'::text) AND (f.unit_id = ANY (( SELECT linli_units() AS linli_units)::uuid[])))))))
policy form_row_write on form_row for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table form_step (
  id uuid not null
  return_id uuid not null
  at timestamp with time zone not null
  act text not null
  by_id uuid
  by_words text not null
  words text not null default ''::text
  constraint form_step_pk PRIMARY KEY (id)
  constraint form_step_return_fk FOREIGN KEY (return_id) REFERENCES form_return(id)
)
CREATE UNIQUE INDEX form_step_pk ON public.form_step USING btree (id)
CREATE INDEX form_step_return ON public.form_step USING btree (return_id, at)

table form_template (
  id uuid not null
  site_id uuid not null
  unit_id uuid not null
  name text not null
  kind text not null
  bytes bytea not null
  layout jsonb not null
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint form_template_kind_known CHECK ((kind = ANY (ARRAY['xlsx'::text, 'docx'::text])))
  constraint form_template_pk PRIMARY KEY (id)
  constraint form_template_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE UNIQUE INDEX form_template_pk ON public.form_template USING btree (id)
CREATE INDEX form_template_unit ON public.form_template USING btree (unit_id)

table form_version (
  form_id uuid not null
  version integer not null
  definition jsonb not null
  published_by uuid
  published_at timestamp with time zone not null
  again_of uuid
  again_reason text
  constraint form_version_again_fk FOREIGN KEY (again_of) REFERENCES form(id)
  constraint form_version_form_fk FOREIGN KEY (form_id) REFERENCES form(id)
  constraint form_version_pk PRIMARY KEY (form_id, version)
)
CREATE UNIQUE INDEX form_version_pk ON public.form_version USING btree (form_id, version)

table guardian_wait (
  ward_id uuid not null
  guardian_id uuid not null
  relation text not null
  paper text not null
  proof text not null
  since date not null
  by_id uuid not null
  at timestamp with time zone not null
  constraint guardian_wait_guardian_fk FOREIGN KEY (guardian_id) REFERENCES subject(id)
  constraint guardian_wait_pk PRIMARY KEY (ward_id, guardian_id)
  constraint guardian_wait_ward_fk FOREIGN KEY (ward_id) REFERENCES subject(id)
)
CREATE INDEX guardian_wait_guardian ON public.guardian_wait USING btree (guardian_id)
CREATE UNIQUE INDEX guardian_wait_pk ON public.guardian_wait USING btree (ward_id, guardian_id)
policy guardian_wait_follows on guardian_wait for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = guardian_wait.ward_id)))))
policy guardian_wait_write on guardian_wait for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table import_mapping (
  id uuid not null
  site_id uuid not null
  name text not null
  version integer not null
  definition jsonb not null
  changed_at timestamp with time zone not null
  changed_by uuid
  kind text not null default 'orders'::text
  constraint import_mapping_kind_known CHECK ((kind = ANY (ARRAY['orders'::text, 'home'::text, 'household'::text, 'person'::text, 'entity'::text, 'asset'::text])))
  constraint import_mapping_name_once UNIQUE (site_id, kind, name)
  constraint import_mapping_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX import_mapping_name_once ON public.import_mapping USING btree (site_id, kind, name)
CREATE UNIQUE INDEX import_mapping_pk ON public.import_mapping USING btree (id)
policy import_mapping_system on import_mapping for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table import_number (
  run_id uuid not null
  number text not null
  line integer not null
  constraint import_number_pk PRIMARY KEY (run_id, number)
  constraint import_number_run_fk FOREIGN KEY (run_id) REFERENCES import_run(id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX import_number_pk ON public.import_number USING btree (run_id, number)
policy import_number_system on import_number for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table import_problem (
  run_id uuid not null
  n integer not null
  nr integer not null
  line integer not null
  heading text not null
  code text not null
  params jsonb not null default '{}'::jsonb
  constraint import_problem_pk PRIMARY KEY (run_id, n, nr)
  constraint import_problem_run_fk FOREIGN KEY (run_id) REFERENCES import_run(id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX import_problem_pk ON public.import_problem USING btree (run_id, n, nr)
policy import_problem_system on import_problem for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table import_row (
  run_id uuid not null
  n integer not null
  line integer not null
  sealed bytea not null
  constraint import_row_pk PRIMARY KEY (run_id, n)
  constraint import_row_run_fk FOREIGN KEY (run_id) REFERENCES import_run(id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX import_row_pk ON public.import_row USING btree (run_id, n)
policy import_row_system on import_row for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table import_run (
  id uuid not null
  site_id uuid not null
  path ltree not null
  file_name text not null
  format text not null
  encoding text not null
  headings text[] not null
  row_count integer not null
  state text not null
  mapping jsonb
  cursor_n integer not null default 0
  added integer not null default 0
  same integer not null default 0
  changed integer not null default 0
  chased integer not null default 0
  bad integer not null default 0
  uploaded_by uuid not null
  uploaded_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  kind text not null default 'orders'::text
  area_id uuid
  constraint import_run_kind_known CHECK ((kind = ANY (ARRAY['orders'::text, 'home'::text, 'household'::text, 'person'::text, 'entity'::text, 'asset'::text])))
  constraint import_run_pk PRIMARY KEY (id)
  constraint import_run_state_known CHECK ((state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text])))
)
CREATE UNIQUE INDEX import_run_pk ON public.import_run USING btree (id)
CREATE INDEX import_run_site ON public.import_run USING btree (site_id, uploaded_at DESC, id)
policy import_run_system on import_run for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table legal_item (
  site_id uuid not null
  code text not null
  name text not null
  law text not null
  fields text[] not null
  units text[] not null default '{}'::text[]
  active boolean not null default true
  changed_by uuid
  changed_at timestamp with time zone not null
  constraint legal_item_pk PRIMARY KEY (site_id, code)
  constraint legal_item_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX legal_item_pk ON public.legal_item USING btree (site_id, code)

table letting_check (
  id uuid not null
  home_id uuid not null
  on_day date not null
  failed text[] not null
  mend_by date
  by_id uuid not null
  by_words text not null
  at timestamp with time zone not null
  superseded_at timestamp with time zone
  reminded_at timestamp with time zone
  constraint letting_check_home_fk FOREIGN KEY (home_id) REFERENCES subject(id)
  constraint letting_check_mend CHECK (((cardinality(failed) = 0) = (mend_by IS NULL)))
  constraint letting_check_pk PRIMARY KEY (id)
)
CREATE INDEX letting_check_due ON public.letting_check USING btree (mend_by) WHERE ((superseded_at IS NULL) AND (reminded_at IS NULL))
CREATE INDEX letting_check_home ON public.letting_check USING btree (home_id, at)
CREATE UNIQUE INDEX letting_check_in_force ON public.letting_check USING btree (home_id) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX letting_check_pk ON public.letting_check USING btree (id)
policy letting_check_follows on letting_check for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = letting_check.home_id)))))
policy letting_check_write on letting_check for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table mediator (
  id uuid not null
  site_id uuid not null
  unit_id uuid not null
  path ltree not null
  name text not null
  kinds text[] not null
  languages text[] not null
  certificate text not null
  room_ids uuid[] not null
  valid_from date not null
  valid_to date
  active boolean not null
  changed_at timestamp with time zone not null
  constraint mediator_days CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  constraint mediator_pk PRIMARY KEY (id)
  constraint mediator_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint mediator_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE UNIQUE INDEX mediator_pk ON public.mediator USING btree (id)
policy mediator_system on mediator for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table partner (
  id uuid not null
  site_id uuid not null
  path ltree not null
  code text not null
  name text not null
  base_url text not null
  public_key text not null
  active boolean not null
  out_seq bigint not null default 0
  acked_seq bigint not null default 0
  in_seq bigint not null default 0
  heard_at timestamp with time zone
  problem text
  made_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  constraint partner_acked_sent CHECK ((acked_seq <= out_seq))
  constraint partner_code_once UNIQUE (site_id, code)
  constraint partner_pk PRIMARY KEY (id)
  constraint partner_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX partner_code_once ON public.partner USING btree (site_id, code)
CREATE UNIQUE INDEX partner_pk ON public.partner USING btree (id)

table partner_inbox (
  partner_id uuid not null
  seq bigint not null
  message_id uuid not null
  kind text not null
  refused text
  received_at timestamp with time zone not null
  constraint partner_inbox_message_once UNIQUE (partner_id, message_id)
  constraint partner_inbox_partner_fk FOREIGN KEY (partner_id) REFERENCES partner(id)
  constraint partner_inbox_pk PRIMARY KEY (partner_id, seq)
)
CREATE UNIQUE INDEX partner_inbox_message_once ON public.partner_inbox USING btree (partner_id, message_id)
CREATE UNIQUE INDEX partner_inbox_pk ON public.partner_inbox USING btree (partner_id, seq)
policy partner_inbox_system on partner_inbox for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table partner_key (
  site_id uuid not null
  public_key text not null
  private_key_encrypted bytea not null
  made_at timestamp with time zone not null
  constraint partner_key_pk PRIMARY KEY (site_id)
  constraint partner_key_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX partner_key_pk ON public.partner_key USING btree (site_id)
policy partner_key_system on partner_key for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table partner_outbox (
  partner_id uuid not null
  seq bigint not null
  message_id uuid not null
  kind text not null
  data jsonb not null
  source_seq bigint not null
  made_at timestamp with time zone not null
  constraint partner_outbox_partner_fk FOREIGN KEY (partner_id) REFERENCES partner(id)
  constraint partner_outbox_pk PRIMARY KEY (partner_id, seq)
  constraint partner_outbox_source_once UNIQUE (partner_id, source_seq, kind)
)
CREATE UNIQUE INDEX partner_outbox_pk ON public.partner_outbox USING btree (partner_id, seq)
CREATE UNIQUE INDEX partner_outbox_source_once ON public.partner_outbox USING btree (partner_id, source_seq, kind)
policy partner_outbox_system on partner_outbox for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table place_report (
  case_id uuid not null
  site_id uuid not null
  area2_id uuid
  area3_id uuid
  area4_id uuid
  type_code text not null
  reported_at timestamp with time zone not null
  lng double precision not null
  lat double precision not null
  constraint place_report_pk PRIMARY KEY (case_id)
)
CREATE UNIQUE INDEX place_report_pk ON public.place_report USING btree (case_id)
CREATE INDEX place_report_window ON public.place_report USING btree (site_id, type_code, reported_at) INCLUDE (area2_id, area3_id, area4_id, lng, lat)

table post (
  id uuid not null
  role text not null
  area_id uuid not null
  path ltree not null
  unit_id uuid
  active boolean not null default true
  sealed boolean not null default false
  constraint post_area_fk FOREIGN KEY (area_id) REFERENCES area(id)
  constraint post_pk PRIMARY KEY (id)
  constraint post_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE INDEX post_area ON public.post USING btree (area_id, role)
CREATE UNIQUE INDEX post_pk ON public.post USING btree (id)
CREATE INDEX post_unit ON public.post USING btree (unit_id)

table privacy_setting (
  site_id uuid not null
  answer_work_days integer not null
  constraint privacy_setting_days CHECK (((answer_work_days >= 1) AND (answer_work_days <= 15)))
  constraint privacy_setting_pk PRIMARY KEY (site_id)
  constraint privacy_setting_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX privacy_setting_pk ON public.privacy_setting USING btree (site_id)

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

table restricted_value (
  subject_id uuid not null
  field text not null
  sealed bytea not null
  source text not null
  basis text not null
  since date not null
  recorded_at timestamp with time zone not null
  restricted_at timestamp with time zone not null
  request_id uuid
  constraint restricted_value_pk PRIMARY KEY (subject_id, field)
  constraint restricted_value_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE UNIQUE INDEX restricted_value_pk ON public.restricted_value USING btree (subject_id, field)
policy restricted_value_own on restricted_value for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject_account a
  WHERE ((a.subject_id = restricted_value.subject_id) AND (a.account_id = ( SELECT linli_account() AS linli_account)))))))
policy restricted_value_write on restricted_value for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

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

table rights_number (
  prefix text not null
  last integer not null
  constraint rights_number_pk PRIMARY KEY (prefix)
)
CREATE UNIQUE INDEX rights_number_pk ON public.rights_number USING btree (prefix)

table rights_request (
  id uuid not null
  number text not null
  site_id uuid not null
  path ltree not null
  subject_id uuid
  account_id uuid not null
  asker text not null
  kind text not null
  words text not null
  fields text[] not null default '{}'::text[]
  wanted_sealed bytea
  about text
  state text not null
  submitted_at timestamp with time zone not null
  due_at timestamp with time zone not null
  latest_at timestamp with time zone not null
  waiting_since timestamp with time zone
  outcome text
  ground text
  answer text
  answered_at timestamp with time zone
  answered_by uuid
  revision integer not null default 1
  constraint rights_request_asker_known CHECK ((asker = ANY (ARRAY['self'::text, 'guardian'::text, 'relative'::text])))
  constraint rights_request_number_once UNIQUE (number)
  constraint rights_request_outcome_known CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text])))
  constraint rights_request_pk PRIMARY KEY (id)
  constraint rights_request_refusal_has_ground CHECK (((outcome <> ALL (ARRAY['partly'::text, 'refused'::text])) OR ((ground IS NOT NULL) AND (answer <> ''::text))))
  constraint rights_request_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint rights_request_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'registered'::text, 'verified'::text, 'accepted'::text, 'needs-more'::text, 'answered'::text, 'objection'::text, 'taken-back'::text])))
)
CREATE INDEX rights_request_account ON public.rights_request USING btree (account_id, submitted_at DESC)
CREATE INDEX rights_request_done ON public.rights_request USING btree (answered_at DESC, id) WHERE (state = ANY (ARRAY['answered'::text, 'taken-back'::text]))
CREATE UNIQUE INDEX rights_request_number_once ON public.rights_request USING btree (number)
CREATE INDEX rights_request_open ON public.rights_request USING btree (due_at, id) WHERE (state <> ALL (ARRAY['answered'::text, 'taken-back'::text]))
CREATE UNIQUE INDEX rights_request_pk ON public.rights_request USING btree (id)
CREATE INDEX rights_request_subject ON public.rights_request USING btree (subject_id) WHERE (subject_id IS NOT NULL)
policy rights_request_own on rights_request for SELECT using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
policy rights_request_write on rights_request for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table rights_step (
  request_id uuid not null
  n integer not null
  at timestamp with time zone not null
  act text not null
  state text not null
  by_id uuid
  by_words text not null
  words text not null default ''::text
  constraint rights_step_pk PRIMARY KEY (request_id, n)
  constraint rights_step_request_fk FOREIGN KEY (request_id) REFERENCES rights_request(id)
)
CREATE UNIQUE INDEX rights_step_pk ON public.rights_step USING btree (request_id, n)
policy rights_step_follows on rights_step for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM rights_request r
  WHERE (r.id = rights_step.request_id)))))
policy rights_step_write on rights_step for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table room (
  id uuid not null
  site_id uuid not null
  unit_id uuid not null
  path ltree not null
  name text not null
  address text not null
  capacity integer not null
  active boolean not null
  changed_at timestamp with time zone not null
  constraint room_capacity CHECK ((capacity > 0))
  constraint room_pk PRIMARY KEY (id)
  constraint room_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint room_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)
)
CREATE UNIQUE INDEX room_pk ON public.room USING btree (id)
policy room_system on room for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table same_pair (
  id uuid not null
  one_id uuid not null
  other_id uuid not null
  ground text not null
  score real not null
  agreed jsonb not null
  state text not null default 'open'::text
  decided_by uuid
  decided_at timestamp with time zone
  path ltree not null
  found_at timestamp with time zone not null
  constraint same_pair_once UNIQUE (one_id, other_id)
  constraint same_pair_one_fk FOREIGN KEY (one_id) REFERENCES subject(id)
  constraint same_pair_other_fk FOREIGN KEY (other_id) REFERENCES subject(id)
  constraint same_pair_pk PRIMARY KEY (id)
  constraint same_pair_state_known CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'different'::text])))
)
CREATE UNIQUE INDEX same_pair_once ON public.same_pair USING btree (one_id, other_id)
CREATE INDEX same_pair_open ON public.same_pair USING btree (score DESC, id) WHERE (state = 'open'::text)
CREATE INDEX same_pair_other ON public.same_pair USING btree (other_id)
CREATE UNIQUE INDEX same_pair_pk ON public.same_pair USING btree (id)
policy same_pair_follows on same_pair for SELECT using ((( SELECT linli_system() AS linli_system) OR ((EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = same_pair.one_id))) AND (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = same_pair.other_id))))))
policy same_pair_write on same_pair for ALL using (( SELECT linli_system() AS linli_system))
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

table shared_case (
  id uuid not null
  partner_id uuid not null
  case_id uuid not null
  site_id uuid not null
  number text not null
  origin text not null
  type_code text not null
  section text
  summary text not null
  our_part text not null
  their_part text not null
  fields text[] not null
  shared_at timestamp with time zone not null
  told boolean not null default false
  seen_xid xid8 not null default '0'::xid8
  seen_seq bigint not null default 0
  our_state text
  our_state_at timestamp with time zone
  our_on_time boolean
  their_state text
  their_state_at timestamp with time zone
  their_on_time boolean
  their_number text
  problem text
  constraint shared_case_case_fk FOREIGN KEY (case_id) REFERENCES cases(id)
  constraint shared_case_case_once UNIQUE (case_id, partner_id)
  constraint shared_case_number_once UNIQUE (partner_id, number)
  constraint shared_case_origin_known CHECK ((origin = ANY (ARRAY['ours'::text, 'theirs'::text])))
  constraint shared_case_partner_fk FOREIGN KEY (partner_id) REFERENCES partner(id)
  constraint shared_case_pk PRIMARY KEY (id)
)
CREATE UNIQUE INDEX shared_case_case_once ON public.shared_case USING btree (case_id, partner_id)
CREATE INDEX shared_case_listed ON public.shared_case USING btree (site_id, shared_at DESC, id)
CREATE UNIQUE INDEX shared_case_number_once ON public.shared_case USING btree (partner_id, number)
CREATE UNIQUE INDEX shared_case_pk ON public.shared_case USING btree (id)
policy shared_case_follows on shared_case for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM cases c
  WHERE (c.id = shared_case.case_id)))))
policy shared_case_write on shared_case for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table shared_words (
  id uuid not null
  shared_case_id uuid not null
  origin text not null
  words text not null
  said_at timestamp with time zone not null
  constraint shared_words_case_fk FOREIGN KEY (shared_case_id) REFERENCES shared_case(id)
  constraint shared_words_origin_known CHECK ((origin = ANY (ARRAY['ours'::text, 'theirs'::text])))
  constraint shared_words_pk PRIMARY KEY (id)
)
CREATE INDEX shared_words_case ON public.shared_words USING btree (shared_case_id, said_at, id)
CREATE UNIQUE INDEX shared_words_pk ON public.shared_words USING btree (id)
policy shared_words_follows on shared_words for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM shared_case s
  WHERE (s.id = shared_words.shared_case_id)))))
policy shared_words_write on shared_words for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table sharing_need (
  id uuid not null
  site_id uuid not null
  unit_id uuid
  partner_id uuid
  asker text not null
  noun text not null
  rows_when text not null
  fields text[] not null
  area_ids uuid[] not null
  purpose text not null
  law text not null
  until date not null
  state text not null default 'filed'::text
  key_hash bytea
  filed_by uuid not null
  filed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  answer text
  ended_at timestamp with time zone
  key_made_at timestamp with time zone
  constraint sharing_need_key_once UNIQUE (key_hash)
  constraint sharing_need_pk PRIMARY KEY (id)
  constraint sharing_need_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint sharing_need_state_known CHECK ((state = ANY (ARRAY['filed'::text, 'approved'::text, 'refused'::text, 'ended'::text])))
)
CREATE UNIQUE INDEX sharing_need_key_once ON public.sharing_need USING btree (key_hash)
CREATE UNIQUE INDEX sharing_need_pk ON public.sharing_need USING btree (id)
CREATE INDEX sharing_need_site ON public.sharing_need USING btree (site_id, filed_at DESC, id)

table sharing_pull (
  id bigint not null identity
  need_id uuid not null
  at timestamp with time zone not null
  way text not null
  row_count integer not null
  account_id uuid
  key_made_at timestamp with time zone
  goes_on boolean not null default false
  sealed_of uuid[] not null default '{}'::uuid[]
  constraint sharing_pull_need_fk FOREIGN KEY (need_id) REFERENCES sharing_need(id)
  constraint sharing_pull_pk PRIMARY KEY (id)
)
CREATE INDEX sharing_pull_need ON public.sharing_pull USING btree (need_id, at DESC)
CREATE UNIQUE INDEX sharing_pull_pk ON public.sharing_pull USING btree (id)
CREATE INDEX sharing_pull_sealed ON public.sharing_pull USING gin (sealed_of)

table sign_in_try (
  key_hash bytea not null
  at timestamp with time zone not null
)
CREATE INDEX sign_in_try_key ON public.sign_in_try USING btree (key_hash, at)
policy sign_in_try_system on sign_in_try for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table sorting_model (
  site_id uuid not null
  trained_at timestamp with time zone not null
  cases integer not null
  accuracy double precision
  classes jsonb not null
  model bytea
  constraint sorting_model_pk PRIMARY KEY (site_id)
  constraint sorting_model_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX sorting_model_pk ON public.sorting_model USING btree (site_id)

table sorting_setting (
  site_id uuid not null
  floor double precision not null
  changed_at timestamp with time zone not null
  changed_by uuid
  constraint sorting_setting_floor CHECK (((floor > (0)::double precision) AND (floor < (1)::double precision)))
  constraint sorting_setting_pk PRIMARY KEY (site_id)
  constraint sorting_setting_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX sorting_setting_pk ON public.sorting_setting USING btree (site_id)

table subject (
  id uuid not null
  ordinal integer not null identity
  site_id uuid not null
  noun text not null
  kind text not null
  name text not null
  path ltree not null
  area2_id uuid
  area3_id uuid
  area4_id uuid
  building_id uuid
  home_id uuid
  household_id uuid
  lng double precision
  lat double precision
  born date
  fields jsonb not null default '{}'::jsonb
  tags integer[] not null default '{}'::integer[]
  state text not null default 'active'::text
  since date
  until date
  merged_into uuid
  revision integer not null default 1
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  constraint subject_building_fk FOREIGN KEY (building_id) REFERENCES building(id)
  constraint subject_dates CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since)))
  constraint subject_noun_known CHECK ((noun = ANY (ARRAY['home'::text, 'household'::text, 'person'::text, 'entity'::text, 'asset'::text])))
  constraint subject_ordinal_once UNIQUE (ordinal)
  constraint subject_pk PRIMARY KEY (id)
  constraint subject_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint subject_state_known CHECK ((state = ANY (ARRAY['active'::text, 'left'::text, 'dead'::text, 'ended'::text, 'merged'::text])))
)
CREATE INDEX subject_area2 ON public.subject USING btree (area2_id, noun, id)
CREATE INDEX subject_area3 ON public.subject USING btree (area3_id, noun, id)
CREATE INDEX subject_area4 ON public.subject USING btree (area4_id, noun, id)
CREATE INDEX subject_building ON public.subject USING btree (building_id) WHERE (building_id IS NOT NULL)
CREATE INDEX subject_changed ON public.subject USING btree (site_id, changed_at, id)
CREATE UNIQUE INDEX subject_component_code ON public.subject USING btree (((fields ->> 'code'::text))) WHERE ((noun = 'asset'::text) AND (state <> 'merged'::text))
CREATE INDEX subject_ended ON public.subject USING btree (COALESCE(until, ((changed_at AT TIME ZONE 'Asia/Shanghai'::text))::date)) WHERE (state <> 'active'::text)
CREATE INDEX subject_home ON public.subject USING btree (home_id) WHERE (home_id IS NOT NULL)
CREATE INDEX subject_household ON public.subject USING btree (household_id) WHERE (household_id IS NOT NULL)
CREATE INDEX subject_merged_into ON public.subject USING btree (merged_into) WHERE (merged_into IS NOT NULL)
CREATE UNIQUE INDEX subject_ordinal_once ON public.subject USING btree (ordinal)
CREATE UNIQUE INDEX subject_pk ON public.subject USING btree (id)
CREATE INDEX subject_same_birth ON public.subject USING btree (site_id, born, name) WHERE (noun = 'person'::text)
CREATE INDEX subject_site ON public.subject USING btree (site_id, noun, id)
CREATE INDEX subject_site_name ON public.subject USING btree (site_id, noun, name, id)
CREATE INDEX subject_unit_no ON public.subject USING btree (site_id, ((fields ->> 'unitNo'::text))) WHERE ((noun = 'home'::text) AND (fields ? 'unitNo'::text))
policy subject_read on subject for SELECT using ((( SELECT linli_system() AS linli_system) OR (path <@ ( SELECT linli_register_paths() AS linli_register_paths)) OR (EXISTS ( SELECT
   FROM subject_account s
  WHERE ((s.subject_id = subject.id) AND (s.account_id = ( SELECT linli_account() AS linli_account)))))))
policy subject_write on subject for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table subject_account (
  subject_id uuid not null
  account_id uuid not null
  role text not null default 'self'::text
  proved_by text not null
  since timestamp with time zone not null
  guardian_id uuid
  constraint subject_account_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint subject_account_guardian_fk FOREIGN KEY (guardian_id) REFERENCES subject(id)
  constraint subject_account_pk PRIMARY KEY (subject_id, account_id)
  constraint subject_account_role_known CHECK ((role = ANY (ARRAY['self'::text, 'guardian'::text])))
  constraint subject_account_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX subject_account_account ON public.subject_account USING btree (account_id)
CREATE INDEX subject_account_guardian ON public.subject_account USING btree (guardian_id) WHERE (guardian_id IS NOT NULL)
CREATE UNIQUE INDEX subject_account_pk ON public.subject_account USING btree (subject_id, account_id)
policy subject_account_own on subject_account for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
row level security forced

table subject_link (
  id uuid not null
  from_id uuid not null
  to_id uuid not null
  kind text not null
  role text not null default ''::text
  valid_from date not null
  valid_to date
  source text not null
  paper text not null default ''::text
  proof text not null default ''::text
  constraint subject_link_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  constraint subject_link_from_fk FOREIGN KEY (from_id) REFERENCES subject(id)
  constraint subject_link_kind_known CHECK ((kind = ANY (ARRAY['member'::text, 'owner'::text, 'tenant'::text, 'guardian'::text, 'runs'::text, 'responsible'::text])))
  constraint subject_link_pk PRIMARY KEY (id)
  constraint subject_link_to_fk FOREIGN KEY (to_id) REFERENCES subject(id)
)
CREATE INDEX subject_link_ended ON public.subject_link USING btree (valid_to) WHERE (valid_to IS NOT NULL)
CREATE INDEX subject_link_from ON public.subject_link USING btree (from_id, kind)
CREATE INDEX subject_link_guardian ON public.subject_link USING btree (to_id) WHERE ((kind = 'guardian'::text) AND (valid_to IS NULL))
CREATE UNIQUE INDEX subject_link_once ON public.subject_link USING btree (from_id, to_id, kind) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX subject_link_pk ON public.subject_link USING btree (id)
CREATE INDEX subject_link_to ON public.subject_link USING btree (to_id, kind)
policy subject_link_follows on subject_link for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = subject_link.from_id))) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = subject_link.to_id)))))
policy subject_link_write on subject_link for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table subject_merge (
  id uuid not null
  kept_id uuid not null
  gone_id uuid not null
  moved jsonb not null
  by_id uuid
  by_words text not null
  at timestamp with time zone not null
  undone_at timestamp with time zone
  reason text not null default ''::text
  undone_words text
  undone_reason text
  constraint subject_merge_gone_fk FOREIGN KEY (gone_id) REFERENCES subject(id)
  constraint subject_merge_kept_fk FOREIGN KEY (kept_id) REFERENCES subject(id)
  constraint subject_merge_pk PRIMARY KEY (id)
)
CREATE INDEX subject_merge_gone ON public.subject_merge USING btree (gone_id)
CREATE INDEX subject_merge_kept ON public.subject_merge USING btree (kept_id)
CREATE UNIQUE INDEX subject_merge_pk ON public.subject_merge USING btree (id)
policy subject_merge_follows on subject_merge for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = subject_merge.kept_id)))))
policy subject_merge_write on subject_merge for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table subject_reveal (
  id uuid not null
  subject_id uuid not null
  field text not null
  by_account_id uuid not null
  by_words text not null
  unit_words text
  reason text not null
  at timestamp with time zone not null
  post_id uuid
  constraint subject_reveal_pk PRIMARY KEY (id)
  constraint subject_reveal_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX subject_reveal_at ON public.subject_reveal USING btree (at DESC, id DESC)
CREATE INDEX subject_reveal_by ON public.subject_reveal USING btree (by_account_id, at DESC)
CREATE UNIQUE INDEX subject_reveal_pk ON public.subject_reveal USING btree (id)
CREATE INDEX subject_reveal_subject ON public.subject_reveal USING btree (subject_id, at DESC)
policy subject_reveal_own on subject_reveal for ALL using ((( SELECT linli_system() AS linli_system) OR (by_account_id = ( SELECT linli_account() AS linli_account)) OR (EXISTS ( SELECT
   FROM subject_account s
  WHERE ((s.subject_id = subject_reveal.subject_id) AND (s.account_id = ( SELECT linli_account() AS linli_account)))))))
row level security forced

table subject_secret (
  subject_id uuid not null
  field text not null
  kind text not null default ''::text
  sealed bytea not null
  hash bytea not null
  source text not null
  basis text not null
  since date not null
  recorded_at timestamp with time zone not null
  recorded_by uuid
  constraint subject_secret_pk PRIMARY KEY (subject_id, field)
  constraint subject_secret_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
)
CREATE INDEX subject_secret_hash ON public.subject_secret USING btree (hash, field)
CREATE UNIQUE INDEX subject_secret_pk ON public.subject_secret USING btree (subject_id, field)
policy subject_secret_system on subject_secret for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table tag (
  id integer not null identity
  site_id uuid not null
  path ltree not null
  code text not null
  group_code text not null
  group_name jsonb not null
  name jsonb not null
  nouns text[] not null
  purpose jsonb not null
  sensitivity smallint not null
  rule text
  words text[] not null default '{}'::text[]
  expiry_days integer
  state text not null
  version integer not null
  tried_version integer
  pack text
  changed_at timestamp with time zone not null
  changed_by uuid
  changed_words text not null
  constraint tag_once UNIQUE (site_id, code)
  constraint tag_pk PRIMARY KEY (id)
  constraint tag_sensitivity_known CHECK (((sensitivity >= 1) AND (sensitivity <= 4)))
  constraint tag_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint tag_state_known CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])))
)
CREATE UNIQUE INDEX tag_once ON public.tag USING btree (site_id, code)
CREATE UNIQUE INDEX tag_pk ON public.tag USING btree (id)

table tag_export (
  id uuid not null
  site_id uuid not null
  path ltree not null
  noun text not null
  expression jsonb not null
  reason text not null
  subjects integer not null
  state text not null
  asked_by uuid not null
  asked_words text not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_words text
  decided_at timestamp with time zone
  decided_note text
  until timestamp with time zone
  downloads integer not null default 0
  constraint tag_export_asked_fk FOREIGN KEY (asked_by) REFERENCES account(id)
  constraint tag_export_pk PRIMARY KEY (id)
  constraint tag_export_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
  constraint tag_export_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text])))
  constraint tag_export_two_people CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)))
)
CREATE INDEX tag_export_asked ON public.tag_export USING btree (asked_by, asked_at DESC)
CREATE INDEX tag_export_path ON public.tag_export USING gist (path)
CREATE UNIQUE INDEX tag_export_pk ON public.tag_export USING btree (id)
policy tag_export_own on tag_export for ALL using ((( SELECT linli_system() AS linli_system) OR (asked_by = ( SELECT linli_account() AS linli_account))))
row level security forced

table tag_hand (
  id uuid not null
  subject_id uuid not null
  tag_id integer not null
  why text not null
  until date
  set_by uuid
  set_words text not null
  set_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  ended_words text
  ended_why text
  constraint tag_hand_pk PRIMARY KEY (id)
  constraint tag_hand_subject_fk FOREIGN KEY (subject_id) REFERENCES subject(id)
  constraint tag_hand_tag_fk FOREIGN KEY (tag_id) REFERENCES tag(id)
)
CREATE UNIQUE INDEX tag_hand_once ON public.tag_hand USING btree (subject_id, tag_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX tag_hand_pk ON public.tag_hand USING btree (id)
CREATE INDEX tag_hand_subject ON public.tag_hand USING btree (subject_id, set_at DESC)
CREATE INDEX tag_hand_tag ON public.tag_hand USING btree (tag_id) WHERE (ended_at IS NULL)
CREATE INDEX tag_hand_until ON public.tag_hand USING btree (until) WHERE ((ended_at IS NULL) AND (until IS NOT NULL))
policy tag_hand_follows on tag_hand for SELECT using ((( SELECT linli_system() AS linli_system) OR (EXISTS ( SELECT
   FROM subject s
  WHERE (s.id = tag_hand.subject_id)))))
policy tag_hand_write on tag_hand for ALL using (( SELECT linli_system() AS linli_system))
row level security forced

table tag_run (
  site_id uuid not null
  day date not null
  finished_at timestamp with time zone
  constraint tag_run_pk PRIMARY KEY (site_id)
  constraint tag_run_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX tag_run_pk ON public.tag_run USING btree (site_id)

table tag_version (
  tag_id integer not null
  version integer not null
  definition jsonb not null
  at timestamp with time zone not null
  by_id uuid
  by_words text not null
  constraint tag_version_pk PRIMARY KEY (tag_id, version)
  constraint tag_version_tag_fk FOREIGN KEY (tag_id) REFERENCES tag(id)
)
CREATE UNIQUE INDEX tag_version_pk ON public.tag_version USING btree (tag_id, version)

table tag_view (
  id uuid not null
  site_id uuid not null
  account_id uuid not null
  name text not null
  noun text not null
  level smallint not null
  expression jsonb not null
  shared boolean not null
  by_words text not null
  changed_at timestamp with time zone not null
  constraint tag_view_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint tag_view_once UNIQUE (account_id, name)
  constraint tag_view_pk PRIMARY KEY (id)
  constraint tag_view_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX tag_view_once ON public.tag_view USING btree (account_id, name)
CREATE UNIQUE INDEX tag_view_pk ON public.tag_view USING btree (id)
CREATE INDEX tag_view_shared ON public.tag_view USING btree (site_id, name) WHERE shared
policy tag_view_own on tag_view for ALL using ((( SELECT linli_system() AS linli_system) OR (account_id = ( SELECT linli_account() AS linli_account))))
policy tag_view_shared on tag_view for SELECT using ((shared AND (( SELECT linli_account() AS linli_account) IS NOT NULL)))
row level security forced

table topic (
  id uuid not null
  site_id uuid not null
  weeks smallint not null
  heat double precision not null
  case_ids uuid[] not null
  place_words text[] not null
  constraint topic_pk PRIMARY KEY (id)
  constraint topic_run_fk FOREIGN KEY (site_id, weeks) REFERENCES topic_run(site_id, weeks) ON DELETE CASCADE
)
CREATE INDEX topic_heat ON public.topic USING btree (site_id, weeks, heat DESC)
CREATE UNIQUE INDEX topic_pk ON public.topic USING btree (id)

table topic_run (
  site_id uuid not null
  weeks smallint not null
  computed_at timestamp with time zone not null
  newest_case_at timestamp with time zone
  constraint topic_run_pk PRIMARY KEY (site_id, weeks)
  constraint topic_run_site_fk FOREIGN KEY (site_id) REFERENCES area(id)
)
CREATE UNIQUE INDEX topic_run_pk ON public.topic_run USING btree (site_id, weeks)

table unit (
  id uuid not null
  site_id uuid not null
  key text not null
  name text not null
  kind text not null
  path ltree not null
  active boolean not null default true
  phone text
  constraint unit_key_once UNIQUE (site_id, key)
  constraint unit_phone_check CHECK (((char_length(phone) >= 3) AND (char_length(phone) <= 20)))
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
sequence fact_id_seq
sequence journal_seq_seq
sequence sharing_pull_id_seq
sequence subject_ordinal_seq
sequence tag_id_seq

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

CREATE OR REPLACE FUNCTION public.linli_own_units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.own_units'::text, true), ''::text), '{}'::text))::uuid[]

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

CREATE OR REPLACE FUNCTION public.linli_register_paths()
 RETURNS ltree[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.register_paths'::text, true), ''::text), '{}'::text))::ltree[]

CREATE OR REPLACE FUNCTION public.linli_sealed_paths()
 RETURNS ltree[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('linli.sealed_paths'::text, true), ''::text), '{}'::text))::ltree[]

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
  if char_length(wanted) < 3 then
    return query select newest.id from area, lateral (
        select c.id, c.words, c.address, c.reported_at from cases c
        where c.site_id = area.id order by c.reported_at desc, c.id limit 60000) newest
      where area.level = 1 and newest.words || ' ' || newest.address ilike pattern
      order by newest.reported_at desc limit 1000;
  else
    return query select cases.id from cases
      where cases.words || ' ' || cases.address ilike pattern or cases.number = wanted
      order by cases.reported_at desc limit 1000;
  end if;
  perform set_config('linli.system', before, true);
end $function$

