-- Where the same kind of thing is reported again and again: one narrow row per case with a point, kept by a consumer of the journal.
create table place_report (
  case_id uuid not null,
  site_id uuid not null,
  area2_id uuid,
  area3_id uuid,
  area4_id uuid,
  type_code text not null,
  reported_at timestamptz not null,
  lng double precision not null,
  lat double precision not null,
  constraint place_report_pk primary key (case_id)
);
create index place_report_window on place_report (site_id, type_code, reported_at) include (area2_id, area3_id, area4_id, lng, lat);
