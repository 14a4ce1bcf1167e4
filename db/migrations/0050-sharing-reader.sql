-- Who fetched shared data: an account of the unit, or the machine with the key made at that instant. A new key ends the one before it.
alter table sharing_need add column key_made_at timestamptz;
alter table sharing_pull add column account_id uuid;
alter table sharing_pull add column key_made_at timestamptz;
select set_config('linli.system', 'on', true);
update sharing_need set key_made_at = (select max(journal.at) from journal where journal.kind = 'need.keyed' and journal.noun_id = sharing_need.id)
  where key_hash is not null;
select set_config('linli.system', '', true);
