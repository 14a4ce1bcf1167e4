-- The privacy desk: what a person asks about their own data, what they agreed to, and the proof of what was deleted.

-- A request under PIPL art. 44-50. Only its asker and the product read it; the desk reads through the policy.
create table rights_request (
  id uuid not null,
  number text not null,
  site_id uuid not null,
  path ltree not null,
  -- Whom it is about; none: an account alone, or nobody found.
  subject_id uuid,
  account_id uuid not null,
  -- self | guardian | relative
  asker text not null,
  kind text not null,
  words text not null,
  -- Field codes asked for.
  fields text[] not null default '{}',
  -- New values of a correction, sealed as a whole.
  wanted_sealed bytea,
  -- Of a withdrawal: the purpose; of an explanation: the tag or care class.
  about text,
  state text not null,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  latest_at timestamptz not null,
  -- Set while the person has to bring something: the clock stands.
  waiting_since timestamptz,
  outcome text,
  ground text,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  revision integer not null default 1,
  constraint rights_request_pk primary key (id),
  constraint rights_request_number_once unique (number),
  constraint rights_request_site_fk foreign key (site_id) references area (id),
  constraint rights_request_state_known check (state in ('submitted', 'registered', 'verified', 'accepted', 'needs-more', 'answered', 'objection', 'taken-back')),
  constraint rights_request_asker_known check (asker in ('self', 'guardian', 'relative')),
  constraint rights_request_outcome_known check (outcome in ('granted', 'partly', 'refused')),
  constraint rights_request_refusal_has_ground check (outcome not in ('partly', 'refused') or (ground is not null and answer <> ''))
);
create index rights_request_open on rights_request (due_at, id) where state not in ('answered', 'taken-back');
create index rights_request_done on rights_request (answered_at desc, id) where state in ('answered', 'taken-back');
create index rights_request_account on rights_request (account_id, submitted_at desc);
create index rights_request_subject on rights_request (subject_id) where subject_id is not null;
alter table rights_request enable row level security;
alter table rights_request force row level security;
create policy rights_request_own on rights_request for select using (
  (select linli_system()) or account_id = (select linli_account()));
create policy rights_request_write on rights_request for all using ((select linli_system()));

-- Each step of a request: what, by whom in the words of their post, with what words.
create table rights_step (
  request_id uuid not null,
  n integer not null,
  at timestamptz not null,
  act text not null,
  state text not null,
  by_id uuid,
  by_words text not null,
  words text not null default '',
  constraint rights_step_pk primary key (request_id, n),
  constraint rights_step_request_fk foreign key (request_id) references rights_request (id)
);
alter table rights_step enable row level security;
alter table rights_step force row level security;
create policy rights_step_follows on rights_step for select using (
  (select linli_system()) or exists (select from rights_request r where r.id = rights_step.request_id));
create policy rights_step_write on rights_step for all using ((select linli_system()));

-- Running number of requests of a site and day.
create table rights_number (
  prefix text not null,
  last integer not null,
  constraint rights_number_pk primary key (prefix)
);

-- How many working days the desk of a site gives itself; the law's 30 days stand above it.
create table privacy_setting (
  site_id uuid not null,
  answer_work_days integer not null,
  constraint privacy_setting_pk primary key (site_id),
  constraint privacy_setting_site_fk foreign key (site_id) references area (id),
  constraint privacy_setting_days check (answer_work_days between 1 and 15)
);

-- What a person agreed to: the receipt, kept after the withdrawal as proof of both.
create table consent (
  id uuid not null,
  subject_id uuid not null,
  path ltree not null,
  purpose text not null,
  categories text[] not null,
  version integer not null,
  -- app | paper | verbal
  channel text not null,
  -- SHA-256 of the words agreed to.
  text_hash bytea not null,
  -- Who agreed: the person, or their guardian.
  given_by text not null,
  given_by_account uuid,
  evidence text not null default '',
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint consent_pk primary key (id),
  constraint consent_subject_fk foreign key (subject_id) references subject (id),
  constraint consent_channel_known check (channel in ('app', 'paper', 'verbal')),
  constraint consent_given_by_known check (given_by in ('self', 'guardian'))
);
create unique index consent_in_force on consent (subject_id, purpose) where withdrawn_at is null;
create index consent_subject on consent (subject_id, given_at desc);
alter table consent enable row level security;
alter table consent force row level security;
create policy consent_follows on consent for select using (
  (select linli_system()) or exists (select from subject s where s.id = consent.subject_id));
create policy consent_write on consent for all using ((select linli_system()));

-- Values the law wants kept and their person wants no more used: sealed away from every reader, list, tag, form and export.
create table restricted_value (
  subject_id uuid not null,
  field text not null,
  sealed bytea not null,
  source text not null,
  basis text not null,
  since date not null,
  recorded_at timestamptz not null,
  restricted_at timestamptz not null,
  request_id uuid,
  constraint restricted_value_pk primary key (subject_id, field),
  constraint restricted_value_subject_fk foreign key (subject_id) references subject (id)
);
alter table restricted_value enable row level security;
alter table restricted_value force row level security;
create policy restricted_value_own on restricted_value for select using (
  (select linli_system())
  or exists (select from subject_account a where a.subject_id = restricted_value.subject_id and a.account_id = (select linli_account())));
create policy restricted_value_write on restricted_value for all using ((select linli_system()));

-- That something was deleted: how many rows of what, under which rule, with a hash of their ids. Nothing of what they said.
create table deletion_proof (
  id uuid not null,
  site_id uuid not null,
  -- fact | secret | link | restricted | subject | account
  kind text not null,
  -- Retention group, or empty.
  field_group text not null default '',
  rows integer not null,
  ids_hash bytea not null,
  -- retention:<group>:<days> | consent:<purpose> | request
  rule text not null,
  request_id uuid,
  at timestamptz not null,
  constraint deletion_proof_pk primary key (id),
  constraint deletion_proof_rows check (rows > 0)
);
create index deletion_proof_at on deletion_proof (site_id, at desc, id);

-- A copy of one's own data that may be fetched for a short while, by whom it was made for.
create table data_copy (
  id uuid not null,
  subject_id uuid not null,
  account_id uuid not null,
  request_id uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint data_copy_pk primary key (id),
  constraint data_copy_subject_fk foreign key (subject_id) references subject (id)
);
create index data_copy_account on data_copy (account_id, expires_at desc);
alter table data_copy enable row level security;
alter table data_copy force row level security;
create policy data_copy_own on data_copy for select using (
  (select linli_system()) or account_id = (select linli_account()));
create policy data_copy_write on data_copy for all using ((select linli_system()));

-- What retention looks for.
create index fact_superseded on fact (superseded_at) where superseded_at is not null;
create index subject_ended on subject ((coalesce(until, (changed_at at time zone 'Asia/Shanghai')::date))) where state <> 'active';
create index subject_link_ended on subject_link (valid_to) where valid_to is not null;
