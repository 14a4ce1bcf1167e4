-- The privacy desk's missing sides: which post looked, the paper of a consent, clocks of requests that ring.

-- The post that looked: filters and figures go by post, its words may be those of two.
alter table subject_reveal add column post_id uuid;
create index subject_reveal_at on subject_reveal (at desc, id desc);

-- How a withdrawal was said, where the keeper entered it.
alter table consent add column withdrawn_evidence text not null default '';

-- The photographed paper of a consent; bytes are in the file store.
create table consent_photo (
  consent_id uuid not null,
  n integer not null,
  hash text not null,
  constraint consent_photo_pk primary key (consent_id, n),
  constraint consent_photo_consent_fk foreign key (consent_id) references consent (id),
  constraint consent_photo_file_fk foreign key (hash) references file (hash)
);
alter table consent_photo enable row level security;
alter table consent_photo force row level security;
create policy consent_photo_follows on consent_photo for select using (
  (select linli_system()) or exists (select from consent c where c.id = consent_photo.consent_id));
create policy consent_photo_write on consent_photo for all using ((select linli_system()));

-- Requests that are open get their clock.
insert into due (kind, key, at, data)
  select 'rights.clock', id::text, now(), '{}'::jsonb from rights_request where state not in ('answered', 'taken-back')
  on conflict (kind, key) do nothing;
