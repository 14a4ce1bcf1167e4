-- Mediators and rooms of the committees, sessions they are kept for, posts let into sealed matters, where a population figure comes from.
alter table post add column sealed boolean not null default false;
alter table area
  add column population_source text,
  add column population_year integer,
  add constraint area_population_year check (population_year between 1949 and 2200);

create table room (
  id uuid not null,
  site_id uuid not null,
  unit_id uuid not null,
  path ltree not null,
  name text not null,
  address text not null,
  capacity integer not null,
  active boolean not null,
  changed_at timestamptz not null,
  constraint room_pk primary key (id),
  constraint room_site_fk foreign key (site_id) references area (id),
  constraint room_unit_fk foreign key (unit_id) references unit (id),
  constraint room_capacity check (capacity > 0)
);

create table mediator (
  id uuid not null,
  site_id uuid not null,
  unit_id uuid not null,
  path ltree not null,
  name text not null,
  kinds text[] not null,
  languages text[] not null,
  certificate text not null,
  room_ids uuid[] not null,
  valid_from date not null,
  valid_to date,
  active boolean not null,
  changed_at timestamptz not null,
  constraint mediator_pk primary key (id),
  constraint mediator_site_fk foreign key (site_id) references area (id),
  constraint mediator_unit_fk foreign key (unit_id) references unit (id),
  constraint mediator_days check (valid_to is null or valid_to > valid_from)
);

-- Who mediates a case now: counted for the load of each.
create table case_mediator (
  case_id uuid not null,
  mediator_id uuid not null,
  constraint case_mediator_pk primary key (case_id, mediator_id),
  constraint case_mediator_case_fk foreign key (case_id) references cases (id) on delete cascade,
  constraint case_mediator_mediator_fk foreign key (mediator_id) references mediator (id)
);
create index case_mediator_of on case_mediator (mediator_id, case_id);

-- A mediator or a room kept for a session of a case. Only open cases keep anything.
create table booking (
  id uuid not null,
  case_id uuid not null,
  stage text not null,
  kind text not null,
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint booking_pk primary key (id),
  constraint booking_case_fk foreign key (case_id) references cases (id) on delete cascade,
  constraint booking_kind_known check (kind in ('mediator', 'room')),
  constraint booking_times check (ends_at > starts_at)
);
create index booking_resource on booking (resource_id, starts_at);
create index booking_case on booking (case_id);

-- Read and written by the product after a policy said yes; the registers are shown from memory.
alter table room enable row level security;
alter table room force row level security;
create policy room_system on room using ((select linli_system()));
alter table mediator enable row level security;
alter table mediator force row level security;
create policy mediator_system on mediator using ((select linli_system()));
alter table case_mediator enable row level security;
alter table case_mediator force row level security;
create policy case_mediator_system on case_mediator using ((select linli_system()));
alter table booking enable row level security;
alter table booking force row level security;
create policy booking_system on booking using ((select linli_system()));
