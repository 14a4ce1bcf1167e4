-- Several residential areas acting as one community: one queue and one set of figures over them. Borders and holdings stay as they are.
create table area_group (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint area_group_pk primary key (id),
  constraint area_group_site_fk foreign key (site_id) references area (id)
);
create unique index area_group_name_once on area_group (site_id, name) where ended_at is null;

create table area_group_member (
  group_id uuid not null,
  area_id uuid not null,
  constraint area_group_member_pk primary key (group_id, area_id),
  constraint area_group_member_group_fk foreign key (group_id) references area_group (id),
  constraint area_group_member_area_fk foreign key (area_id) references area (id)
);
create index area_group_member_area on area_group_member (area_id);
