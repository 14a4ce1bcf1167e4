-- Guardians of adults by their own agreement, entered by one and not yet confirmed by another: no right follows from them.
create table guardian_wait (
  ward_id uuid not null,
  guardian_id uuid not null,
  relation text not null,
  paper text not null,
  proof text not null,
  since date not null,
  by_id uuid not null,
  at timestamptz not null,
  constraint guardian_wait_pk primary key (ward_id, guardian_id),
  constraint guardian_wait_ward_fk foreign key (ward_id) references subject (id),
  constraint guardian_wait_guardian_fk foreign key (guardian_id) references subject (id)
);
create index guardian_wait_guardian on guardian_wait (guardian_id);
alter table guardian_wait enable row level security;
alter table guardian_wait force row level security;
create policy guardian_wait_follows on guardian_wait for select using (
  (select linli_system()) or exists (select from subject s where s.id = guardian_wait.ward_id));
create policy guardian_wait_write on guardian_wait for all using ((select linli_system()));
