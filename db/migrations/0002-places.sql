-- Places: the five-level tree with versions, buildings, homes, scenery. Coordinates are WGS-84.
create table area (
  id uuid not null,
  site_id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  level smallint not null,
  kind text not null,
  path ltree not null,
  population integer not null default 0,
  area_m2 double precision not null default 0,
  centre_lng double precision,
  centre_lat double precision,
  valid_from date not null,
  valid_to date,
  sort integer not null default 0,
  constraint area_pk primary key (id),
  constraint area_parent_fk foreign key (parent_id) references area (id),
  constraint area_code_once unique (site_id, code),
  constraint area_level_range check (level between 1 and 5),
  constraint area_dates check (valid_to is null or valid_to > valid_from)
);
create index area_parent on area (parent_id);
create index area_path on area using gist (path);
create index area_name on area using gin (name gin_trgm_ops);

-- Every shape and name an area ever had; half-open [valid_from, valid_to).
create table area_version (
  area_id uuid not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  geometry jsonb,
  crs text not null default 'wgs84',
  reason text not null,
  changed_by uuid,
  at timestamptz not null,
  constraint area_version_pk primary key (area_id, version),
  constraint area_version_area_fk foreign key (area_id) references area (id),
  constraint area_version_dates check (valid_to is null or valid_to >= valid_from)
);

create table area_successor (
  area_id uuid not null,
  successor_id uuid not null,
  constraint area_successor_pk primary key (area_id, successor_id),
  constraint area_successor_area_fk foreign key (area_id) references area (id),
  constraint area_successor_successor_fk foreign key (successor_id) references area (id)
);
create index area_successor_successor on area_successor (successor_id);

create table building (
  id uuid not null,
  site_id uuid not null,
  area_id uuid not null,
  path ltree not null,
  name text not null,
  address text not null,
  kind text not null,
  floors smallint not null,
  lng double precision not null,
  lat double precision not null,
  footprint jsonb,
  constraint building_pk primary key (id),
  constraint building_area_fk foreign key (area_id) references area (id)
);
create index building_area on building (area_id);
create index building_path on building using gist (path);
create index building_address on building using gin (address gin_trgm_ops);

create table home (
  id uuid not null,
  building_id uuid not null,
  room text not null,
  area_cm2 bigint not null,
  constraint home_pk primary key (id),
  constraint home_building_fk foreign key (building_id) references building (id),
  constraint home_room_once unique (building_id, room)
);

create table scenery (
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  name text,
  geometry jsonb not null,
  constraint scenery_pk primary key (id)
);
create index scenery_site on scenery (site_id);
