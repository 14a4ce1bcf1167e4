-- Keys of sealed columns and of look-up hashes, one line per context, purpose and version, each sealed with the master key.
-- purpose: encrypt | lookup. Version 0 of encrypt opens what releases before this table sealed.
-- A retired key seals nothing more; it stays, so that backups older than the rotation can be read.
create table data_key (
  context text not null,
  purpose text not null,
  version integer not null,
  -- international | sm
  suite text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  -- Every process has read the key by then; nobody writes with it before.
  usable_from timestamptz not null,
  retired_at timestamptz,
  constraint data_key_pk primary key (context, purpose, version),
  constraint data_key_purpose_known check (purpose in ('encrypt', 'lookup')),
  constraint data_key_suite_known check (suite in ('international', 'sm')),
  constraint data_key_version_fits check (version between 0 and 65535)
);

-- Second wall: keys are the product's alone.
alter table data_key enable row level security;
alter table data_key force row level security;
create policy data_key_system on data_key using ((select linli_system()));
