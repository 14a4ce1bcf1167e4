-- Forms: ledgers a department files once and the registers fill; questions asked once; returns; pulls; asks outside the list; sharing.

-- What a department may ask committees for, with the law and the fields of people it may see. Rows here stand before those of the packs.
create table legal_item (
  site_id uuid not null,
  code text not null,
  name text not null,
  law text not null,
  -- 'noun.field' of the registers, level 3 and 4 only if named here.
  fields text[] not null,
  -- Keys of units that may use it; empty = every department.
  units text[] not null default '{}',
  active boolean not null default true,
  changed_by uuid,
  changed_at timestamptz not null,
  constraint legal_item_pk primary key (site_id, code),
  constraint legal_item_site_fk foreign key (site_id) references area (id)
);

-- A department's own file as the layout of a form: the empty sheet or document, never one with people in it.
create table form_template (
  id uuid not null,
  site_id uuid not null,
  unit_id uuid not null,
  name text not null,
  kind text not null,
  bytes bytea not null,
  layout jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint form_template_pk primary key (id),
  constraint form_template_unit_fk foreign key (unit_id) references unit (id),
  constraint form_template_kind_known check (kind in ('xlsx', 'docx'))
);
create index form_template_unit on form_template (unit_id);

create table form (
  id uuid not null,
  site_id uuid not null,
  unit_id uuid not null,
  name text not null,
  item_code text not null,
  state text not null default 'draft',
  -- The published version; 0 = none yet.
  version integer not null default 0,
  draft jsonb,
  revision integer not null default 1,
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint form_pk primary key (id),
  constraint form_site_fk foreign key (site_id) references area (id),
  constraint form_unit_fk foreign key (unit_id) references unit (id),
  constraint form_state_known check (state in ('draft', 'published', 'ended'))
);
create index form_site on form (site_id, state, id);
create index form_unit on form (unit_id, id);

create table form_version (
  form_id uuid not null,
  version integer not null,
  definition jsonb not null,
  published_by uuid,
  published_at timestamptz not null,
  constraint form_version_pk primary key (form_id, version),
  constraint form_version_form_fk foreign key (form_id) references form (id)
);

-- What one committee gives for one form and period. No person is in it: counts and states.
create table form_return (
  id uuid not null,
  form_id uuid not null,
  version integer not null,
  site_id uuid not null,
  area_id uuid not null,
  path ltree not null,
  period text not null,
  due_on date not null,
  state text not null default 'waiting',
  filled_at timestamptz not null,
  row_count integer not null default 0,
  cell_count integer not null default 0,
  filled_count integer not null default 0,
  stale_count integer not null default 0,
  missing_count integer not null default 0,
  unknown_count integer not null default 0,
  checked_by uuid,
  given_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  pulled_at timestamptz,
  revision integer not null default 1,
  constraint form_return_pk primary key (id),
  constraint form_return_once unique (form_id, area_id, period),
  constraint form_return_version_fk foreign key (form_id, version) references form_version (form_id, version),
  constraint form_return_area_fk foreign key (area_id) references area (id),
  constraint form_return_state_known check (state in ('waiting', 'checked', 'given', 'approved', 'sent-back'))
);
create index form_return_area on form_return (area_id, due_on, id);
create index form_return_site on form_return (site_id, state, due_on, id);

create table form_step (
  id uuid not null,
  return_id uuid not null,
  at timestamptz not null,
  act text not null,
  by_id uuid,
  by_words text not null,
  words text not null default '',
  constraint form_step_pk primary key (id),
  constraint form_step_return_fk foreign key (return_id) references form_return (id)
);
create index form_step_return on form_step (return_id, at);

-- A row of a return: a subject of the registers, or an area with figures. Sealed values are never here, only that they are known.
create table form_row (
  return_id uuid not null,
  -- The subject or area.
  row_key uuid not null,
  path ltree not null,
  sort text not null,
  -- Values by column; null where sealed or empty.
  cells jsonb not null,
  -- The fact behind each cell, where it is a field of the register.
  facts bigint[] not null,
  -- One letter for each column: f filled, s stale, x sealed and known, c computed, a asked here, o empty means no, n may be empty,
  -- m missing and asked, u said to be unknown, g missing and not askable.
  marks text not null,
  -- No foreign key to the return: written only by the statement that reads the returns, a million rows at a time.
  constraint form_row_pk primary key (return_id, row_key)
);
create index form_row_subject on form_row (row_key);
alter table form_row enable row level security;
alter table form_row force row level security;
create policy form_row_read on form_row for select using (
  (select linli_system())
  or path <@ (select linli_register_paths())
  or exists (select from form_return r join form f on f.id = r.form_id
    where r.id = form_row.return_id and r.state = 'approved' and f.unit_id = any((select linli_units())::uuid[])));
create policy form_row_write on form_row for all using ((select linli_system()));

-- The subjects behind a counted or summed cell, by their place in the registers.
create table form_behind (
  return_id uuid not null,
  row_key uuid not null,
  col smallint not null,
  ordinals integer[] not null,
  constraint form_behind_pk primary key (return_id, row_key, col),
  constraint form_behind_row_fk foreign key (return_id, row_key) references form_row (return_id, row_key) on delete cascade
);
alter table form_behind enable row level security;
alter table form_behind force row level security;
create policy form_behind_follows on form_behind for select using (
  (select linli_system()) or exists (select from form_row w where w.return_id = form_behind.return_id and w.row_key = form_behind.row_key
    and w.path <@ (select linli_register_paths())));
create policy form_behind_write on form_behind for all using ((select linli_system()));

-- What the registers lack and some form wants: asked once, whichever and however many forms want it.
create table form_question (
  subject_id uuid not null,
  field text not null,
  noun text not null,
  site_id uuid not null,
  area_id uuid not null,
  path ltree not null,
  asked_at timestamptz not null,
  state text not null default 'open',
  reason text,
  answered_at timestamptz,
  constraint form_question_pk primary key (subject_id, field),
  constraint form_question_subject_fk foreign key (subject_id) references subject (id),
  constraint form_question_state_known check (state in ('open', 'answered', 'unknown'))
);
create index form_question_open on form_question (area_id, subject_id, field) where state = 'open';
alter table form_question enable row level security;
alter table form_question force row level security;
create policy form_question_read on form_question for select using (
  (select linli_system()) or path <@ (select linli_register_paths()));
create policy form_question_write on form_question for all using ((select linli_system()));

-- Every time a department took its form's rows: who, how many, which sealed fields in full, under which item.
create table form_pull (
  id uuid not null,
  form_id uuid not null,
  period text not null,
  unit_id uuid not null,
  by_id uuid,
  by_words text not null,
  at timestamptz not null,
  way text not null,
  row_count integer not null,
  return_ids uuid[] not null,
  sealed text[] not null,
  law text not null,
  constraint form_pull_pk primary key (id),
  constraint form_pull_form_fk foreign key (form_id) references form (id),
  constraint form_pull_way_known check (way in ('operation', 'file'))
);
create index form_pull_form on form_pull (form_id, at desc);

-- Something asked of a committee outside the forms: registered, answered by the law, seen by the street.
create table form_ask (
  id uuid not null,
  site_id uuid not null,
  area_id uuid not null,
  path ltree not null,
  unit_id uuid not null,
  way text not null,
  words text not null,
  headings text[] not null,
  form_id uuid,
  asked_on date not null,
  state text not null default 'open',
  article text,
  answer text,
  registered_by uuid not null,
  registered_at timestamptz not null,
  refused_by uuid,
  refused_at timestamptz,
  constraint form_ask_pk primary key (id),
  constraint form_ask_unit_fk foreign key (unit_id) references unit (id),
  constraint form_ask_area_fk foreign key (area_id) references area (id),
  constraint form_ask_state_known check (state in ('open', 'refused'))
);
create index form_ask_site on form_ask (site_id, registered_at desc, id);
create index form_ask_area on form_ask (area_id, registered_at desc);

-- Time spent on a form by a committee in a week, summed from times in groups; nobody's own times are kept.
create table form_burden (
  form_id uuid not null,
  area_id uuid not null,
  week date not null,
  seconds integer not null,
  answers integer not null,
  constraint form_burden_pk primary key (form_id, area_id, week),
  constraint form_burden_form_fk foreign key (form_id) references form (id)
);
create index form_burden_week on form_burden (week, area_id);

-- Data one body gives another: what, why, on which law, until when. The partner's key is kept as a hash.
create table sharing_need (
  id uuid not null,
  site_id uuid not null,
  unit_id uuid,
  partner_id uuid,
  asker text not null,
  noun text not null,
  rows_when text not null,
  fields text[] not null,
  area_ids uuid[] not null,
  purpose text not null,
  law text not null,
  until date not null,
  state text not null default 'filed',
  key_hash bytea,
  filed_by uuid not null,
  filed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  answer text,
  ended_at timestamptz,
  constraint sharing_need_pk primary key (id),
  constraint sharing_need_site_fk foreign key (site_id) references area (id),
  constraint sharing_need_key_once unique (key_hash),
  constraint sharing_need_state_known check (state in ('filed', 'approved', 'refused', 'ended'))
);
create index sharing_need_site on sharing_need (site_id, filed_at desc, id);

create table sharing_pull (
  id bigint generated always as identity,
  need_id uuid not null,
  at timestamptz not null,
  way text not null,
  row_count integer not null,
  constraint sharing_pull_pk primary key (id),
  constraint sharing_pull_need_fk foreign key (need_id) references sharing_need (id)
);
create index sharing_pull_need on sharing_pull (need_id, at desc);
