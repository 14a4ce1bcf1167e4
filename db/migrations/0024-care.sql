-- Care groups that people enter and leave by what is known of them; the same for policies people are entitled to. Numbers of components.
-- A value said again is confirmed: it counts as known true from that day.
alter table fact add column confirmed_at timestamptz;

create index subject_site_name on subject (site_id, noun, name, id);
create index subject_credit_code on subject ((fields ->> 'creditCode')) where noun = 'entity';
-- GB/T 47678.5: one number for each thing, never given out again.
create unique index subject_component_code on subject ((fields ->> 'code')) where noun = 'asset' and state <> 'merged';
create table component_number (
  -- Division (6), class (2), kind (3).
  prefix text not null,
  last integer not null,
  constraint component_number_pk primary key (prefix)
);

create table care_holding (
  id uuid not null,
  subject_id uuid not null,
  -- care: a class of people to be looked after, with its grade; policy: something they are entitled to.
  kind text not null,
  class_code text not null,
  grade_code text not null,
  -- Of a policy: does the person get it already?
  served boolean,
  entered_at timestamptz not null,
  left_at timestamptz,
  constraint care_holding_pk primary key (id),
  constraint care_holding_subject_fk foreign key (subject_id) references subject (id),
  constraint care_holding_kind_known check (kind in ('care', 'policy'))
);
create unique index care_holding_once on care_holding (subject_id, kind, class_code) where left_at is null;
create index care_holding_class on care_holding (kind, class_code, grade_code) where left_at is null;
alter table care_holding enable row level security;
alter table care_holding force row level security;
create policy care_holding_follows on care_holding for select using (
  (select linli_system()) or exists (select from subject s where s.id = care_holding.subject_id));
create policy care_holding_write on care_holding for all using ((select linli_system()));

-- How far a site's people were gone through since the classes or the day last changed.
create table care_sweep (
  site_id uuid not null,
  definitions text not null,
  day date not null,
  after_id uuid,
  done boolean not null,
  constraint care_sweep_pk primary key (site_id),
  constraint care_sweep_site_fk foreign key (site_id) references area (id)
);

-- All details anybody was shown, of accounts and of subjects: one quota for both.
create view reveal_made with (security_invoker = true) as
  select by_account_id, at from reveal union all select by_account_id, at from subject_reveal;
