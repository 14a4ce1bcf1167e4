-- Tags: what a subject is, by rule or by hand. The truth is subject.tags; here stand the definitions, hand-set ones, views and exports.
create table tag (
  -- What subject.tags holds.
  id integer generated always as identity,
  site_id uuid not null,
  -- Whose it is: the site's, or a committee's own, standing only on subjects below it.
  path ltree not null,
  code text not null,
  group_code text not null,
  group_name jsonb not null,
  name jsonb not null,
  nouns text[] not null,
  purpose jsonb not null,
  sensitivity smallint not null,
  rule text,
  words text[] not null default '{}',
  expiry_days integer,
  state text not null,
  version integer not null,
  -- The version whose effect was last looked at before it was switched on.
  tried_version integer,
  pack text,
  changed_at timestamptz not null,
  changed_by uuid,
  changed_words text not null,
  constraint tag_pk primary key (id),
  constraint tag_once unique (site_id, code),
  constraint tag_site_fk foreign key (site_id) references area (id),
  constraint tag_state_known check (state in ('on', 'off')),
  constraint tag_sensitivity_known check (sensitivity between 1 and 4)
);

create table tag_version (
  tag_id integer not null,
  version integer not null,
  definition jsonb not null,
  at timestamptz not null,
  by_id uuid,
  by_words text not null,
  constraint tag_version_pk primary key (tag_id, version),
  constraint tag_version_tag_fk foreign key (tag_id) references tag (id)
);

-- Set by hand: by whom, why, until when. Ended rows stay as history.
create table tag_hand (
  id uuid not null,
  subject_id uuid not null,
  tag_id integer not null,
  why text not null,
  until date,
  set_by uuid,
  set_words text not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_words text,
  ended_why text,
  constraint tag_hand_pk primary key (id),
  constraint tag_hand_subject_fk foreign key (subject_id) references subject (id),
  constraint tag_hand_tag_fk foreign key (tag_id) references tag (id)
);
create unique index tag_hand_once on tag_hand (subject_id, tag_id) where ended_at is null;
create index tag_hand_subject on tag_hand (subject_id, set_at desc);
create index tag_hand_until on tag_hand (until) where ended_at is null and until is not null;
create index tag_hand_tag on tag_hand (tag_id) where ended_at is null;
alter table tag_hand enable row level security;
alter table tag_hand force row level security;
create policy tag_hand_follows on tag_hand for select using (
  (select linli_system()) or exists (select from subject s where s.id = tag_hand.subject_id));
create policy tag_hand_write on tag_hand for all using ((select linli_system()));

-- How far the daily run over a site has come.
create table tag_run (
  site_id uuid not null,
  day date not null,
  finished_at timestamptz,
  constraint tag_run_pk primary key (site_id),
  constraint tag_run_site_fk foreign key (site_id) references area (id)
);

-- A question kept under a name; a shared one is there for every post of the site.
create table tag_view (
  id uuid not null,
  site_id uuid not null,
  account_id uuid not null,
  name text not null,
  noun text not null,
  level smallint not null,
  expression jsonb not null,
  shared boolean not null,
  by_words text not null,
  changed_at timestamptz not null,
  constraint tag_view_pk primary key (id),
  constraint tag_view_once unique (account_id, name),
  constraint tag_view_site_fk foreign key (site_id) references area (id),
  constraint tag_view_account_fk foreign key (account_id) references account (id)
);
create index tag_view_shared on tag_view (site_id, name) where shared;
alter table tag_view enable row level security;
alter table tag_view force row level security;
create policy tag_view_own on tag_view for all using (
  (select linli_system()) or account_id = (select linli_account()));
create policy tag_view_shared on tag_view for select using (
  shared and (select linli_account()) is not null);

-- A list of people in a file: asked by one, approved by another, for a time.
create table tag_export (
  id uuid not null,
  site_id uuid not null,
  path ltree not null,
  noun text not null,
  expression jsonb not null,
  reason text not null,
  subjects integer not null,
  state text not null,
  asked_by uuid not null,
  asked_words text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_words text,
  decided_at timestamptz,
  decided_note text,
  until timestamptz,
  downloads integer not null default 0,
  constraint tag_export_pk primary key (id),
  constraint tag_export_site_fk foreign key (site_id) references area (id),
  constraint tag_export_asked_fk foreign key (asked_by) references account (id),
  constraint tag_export_state_known check (state in ('asked', 'approved', 'refused')),
  constraint tag_export_two_people check (decided_by is null or decided_by <> asked_by)
);
create index tag_export_path on tag_export using gist (path);
create index tag_export_asked on tag_export (asked_by, asked_at desc);
alter table tag_export enable row level security;
alter table tag_export force row level security;
create policy tag_export_own on tag_export for all using (
  (select linli_system()) or asked_by = (select linli_account()));
