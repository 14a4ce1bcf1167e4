-- Guardians set at the desk: the paper guardianship rests on, and through which guardian an account reads what is kept of a ward.
alter table subject_link add column paper text not null default '';
alter table subject_link add column proof text not null default '';

alter table subject_account add column guardian_id uuid;
alter table subject_account add constraint subject_account_guardian_fk foreign key (guardian_id) references subject (id);
create index subject_account_guardian on subject_account (guardian_id) where guardian_id is not null;

-- Rights given before it was kept: where only one guardian is linked it is through that one. Rows are seen by the product alone.
select set_config('linli.system', 'on', true);
update subject_account a set guardian_id = l.from_id from (
    select to_id, (array_agg(from_id))[1] as from_id from subject_link where kind = 'guardian' and valid_to is null
    group by to_id having count(*) = 1) l
  where a.subject_id = l.to_id and a.role = 'guardian';
select set_config('linli.system', '', true);

-- Wards that come of age.
create index subject_link_guardian on subject_link (to_id) where kind = 'guardian' and valid_to is null;
create index subject_merged_into on subject (merged_into) where merged_into is not null;
