-- Ground: extensions, the actor's scope for row-level security, idempotent requests, the journal, consumers, due work, files.
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- The scope of whoever is acting, set per transaction (set_config … local). Nothing set = an anonymous visitor.
create function linli_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('linli.system', true), '') = 'on';
create function linli_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('linli.account', true), '')::uuid;
create function linli_paths() returns ltree[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.paths', true), ''), '{}')::ltree[];
create function linli_units() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.units', true), ''), '{}')::uuid[];
create function linli_posts() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.posts', true), ''), '{}')::uuid[];

create function linli_pool_kinds() returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.pool_kinds', true), ''), '{}')::text[];
create function linli_pool_paths() returns ltree[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.pool_paths', true), ''), '{}')::ltree[];

-- The client names each write; the same name twice has one effect and one answer.
create table request (
  request_id uuid not null,
  actor_key text not null,
  operation text not null,
  input_hash bytea not null,
  response jsonb,
  at timestamptz not null,
  constraint request_pk primary key (request_id, actor_key)
);
create index request_at on request (at);

create table journal (
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind text not null,
  noun text not null,
  noun_id uuid not null,
  path ltree not null,
  actor_id uuid,
  request_id uuid,
  data jsonb not null default '{}',
  constraint journal_pk primary key (seq)
);
-- Readers order by (xid, seq): seq alone can commit out of order and a cursor on it would lose rows (docs/decisions/0003).
create unique index journal_order on journal (xid, seq);
create index journal_noun on journal (noun_id, seq);

create function journal_refuse_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('linli.journal_repair', true), '') = 'on' then
    return coalesce(new, old);
  end if;
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end $$;
create trigger journal_append_only before update or delete on journal for each row execute function journal_refuse_change();
create trigger journal_no_truncate before truncate on journal for each statement execute function journal_refuse_change();

-- Each seal hashes a batch of the journal together with the seal before it.
create table journal_seal (
  number bigint not null,
  from_xid xid8 not null,
  from_seq bigint not null,
  until_xid xid8 not null,
  until_seq bigint not null,
  rows integer not null,
  hash bytea not null,
  at timestamptz not null,
  constraint journal_seal_pk primary key (number)
);

create table consumer (
  name text not null,
  xid xid8 not null,
  seq bigint not null,
  at timestamptz not null,
  constraint consumer_pk primary key (name)
);

-- Work that falls due at an instant: deadlines, reminders, recurring jobs. Taken with "for update skip locked", removed in the
-- same transaction that does the work: so once, across restarts and several workers.
create table due (
  id bigint generated always as identity,
  kind text not null,
  key text not null,
  at timestamptz not null,
  data jsonb not null default '{}',
  tries integer not null default 0,
  problem text,
  constraint due_pk primary key (id),
  constraint due_once unique (kind, key)
);
create index due_at on due (at, id);

create table file (
  hash text not null,
  kind text not null,
  content_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  thumb_hash text,
  created_at timestamptz not null,
  created_by uuid,
  constraint file_pk primary key (hash)
);

create table setting (
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null,
  constraint setting_pk primary key (key)
);

create table holiday_year (
  year integer not null,
  holidays date[] not null,
  make_up_days date[] not null,
  source text not null,
  loaded_at timestamptz not null,
  constraint holiday_year_pk primary key (year)
);
