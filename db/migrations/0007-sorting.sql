-- Sorting: what was learned from a site's closed cases, its floor, and what many speak of. No words of anybody: n-grams are kept as
-- hashed numbers, topics as ids of cases and names of places.
create table sorting_model (
  site_id uuid not null,
  trained_at timestamptz not null,
  cases integer not null,
  accuracy double precision,
  -- For each kind: what it was learned from, how it did on cases held out, which unit mostly got it.
  classes jsonb not null,
  model bytea,
  constraint sorting_model_pk primary key (site_id),
  constraint sorting_model_site_fk foreign key (site_id) references area (id)
);

create table sorting_setting (
  site_id uuid not null,
  floor double precision not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint sorting_setting_pk primary key (site_id),
  constraint sorting_setting_site_fk foreign key (site_id) references area (id),
  constraint sorting_setting_floor check (floor > 0 and floor < 1)
);

create table topic_run (
  site_id uuid not null,
  weeks smallint not null,
  computed_at timestamptz not null,
  newest_case_at timestamptz,
  constraint topic_run_pk primary key (site_id, weeks),
  constraint topic_run_site_fk foreign key (site_id) references area (id)
);

-- case_ids: the most central first. What a reader is shown is counted from those of them that reader may see.
create table topic (
  id uuid not null,
  site_id uuid not null,
  weeks smallint not null,
  heat double precision not null,
  case_ids uuid[] not null,
  place_words text[] not null,
  constraint topic_pk primary key (id),
  constraint topic_run_fk foreign key (site_id, weeks) references topic_run (site_id, weeks) on delete cascade
);
create index topic_heat on topic (site_id, weeks, heat desc);
