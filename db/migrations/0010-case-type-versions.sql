-- Case types edited in the office: where a version came from and who made it in force, drafts, and newer versions of a pack
-- that wait because the street's own version is in force.
alter table case_type
  add column origin text not null default 'pack',
  add column by_id uuid,
  add column by_words text not null default '',
  add column note text not null default '',
  add constraint case_type_origin_known check (origin in ('pack', 'import', 'office'));

create table case_type_draft (
  code text not null,
  base_version integer not null,
  revision integer not null,
  yaml text not null,
  changed_at timestamptz not null,
  by_id uuid,
  by_words text not null,
  constraint case_type_draft_pk primary key (code),
  constraint case_type_draft_base_fk foreign key (code, base_version) references case_type (code, version)
);

create table case_type_offer (
  code text not null,
  pack_version integer not null,
  definition jsonb not null,
  seen_at timestamptz not null,
  constraint case_type_offer_pk primary key (code)
);

-- Dry runs read the newest cases of one type; the inbox filters by type.
create index cases_type_reported on cases (site_id, type_code, reported_at desc, id);
