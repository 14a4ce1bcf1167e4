-- When a file was last uploaded or named: what nothing holds two days later is taken away (docs/platform.md, Files).
alter table file add column wanted_at timestamptz not null default now();
create index file_thumb on file (thumb_hash);
