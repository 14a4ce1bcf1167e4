-- Org: units, posts, who holds them. Access: accounts, sessions, codes, reveals.
create table unit (
  id uuid not null,
  site_id uuid not null,
  key text not null,
  name text not null,
  kind text not null,
  path ltree not null,
  active boolean not null default true,
  constraint unit_pk primary key (id),
  constraint unit_key_once unique (site_id, key)
);
create table unit_area (
  unit_id uuid not null,
  area_id uuid not null,
  constraint unit_area_pk primary key (unit_id, area_id),
  constraint unit_area_unit_fk foreign key (unit_id) references unit (id),
  constraint unit_area_area_fk foreign key (area_id) references area (id)
);
create index unit_area_area on unit_area (area_id);

create table post (
  id uuid not null,
  role text not null,
  area_id uuid not null,
  path ltree not null,
  unit_id uuid,
  active boolean not null default true,
  constraint post_pk primary key (id),
  constraint post_area_fk foreign key (area_id) references area (id),
  constraint post_unit_fk foreign key (unit_id) references unit (id)
);
create index post_area on post (area_id, role);
create index post_unit on post (unit_id);

create table account (
  id uuid not null,
  kind text not null,
  name text not null,
  active boolean not null default true,
  demo_key text,
  created_at timestamptz not null,
  constraint account_pk primary key (id),
  constraint account_kind_known check (kind in ('resident', 'staff'))
);
-- How an account signs in and is reached; only the product itself reads it.
create table credential (
  account_id uuid not null,
  login text,
  password_hash text,
  phone_hash bytea,
  phone_encrypted bytea,
  constraint credential_pk primary key (account_id),
  constraint credential_account_fk foreign key (account_id) references account (id) on delete cascade,
  constraint credential_login_once unique (login),
  constraint credential_phone_once unique (phone_hash)
);
create index account_demo on account (demo_key) where demo_key is not null;

create table holding (
  id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  valid_from date not null,
  valid_to date,
  deputy boolean not null default false,
  constraint holding_pk primary key (id),
  constraint holding_post_fk foreign key (post_id) references post (id),
  constraint holding_account_fk foreign key (account_id) references account (id),
  constraint holding_dates check (valid_to is null or valid_to >= valid_from),
  constraint holding_once exclude using gist (post_id with =, account_id with =, daterange(valid_from, valid_to) with &&)
);
create index holding_post on holding (post_id);
create index holding_account on holding (account_id);

create table session (
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pk primary key (token_hash),
  constraint session_account_fk foreign key (account_id) references account (id)
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

create table phone_code (
  phone_hash bytea not null,
  code_hash bytea not null,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  constraint phone_code_pk primary key (phone_hash)
);

-- Tries by key (a login, a phone, an address) in a sliding window; kept in the database so that two processes count together.
create table sign_in_try (
  key_hash bytea not null,
  at timestamptz not null
);
create index sign_in_try_key on sign_in_try (key_hash, at);

create table reveal (
  id uuid not null,
  account_id uuid not null,
  by_account_id uuid not null,
  by_words text not null,
  unit_words text,
  reason text not null,
  noun text not null,
  noun_id uuid not null,
  at timestamptz not null,
  constraint reveal_pk primary key (id),
  constraint reveal_account_fk foreign key (account_id) references account (id),
  constraint reveal_by_fk foreign key (by_account_id) references account (id)
);
create index reveal_account on reveal (account_id, at desc);
create index reveal_by on reveal (by_account_id, at desc);

alter table account enable row level security;
alter table account force row level security;
create policy account_own on account using ((select linli_system()) or id = (select linli_account()));
-- Colleagues know each other's names; residents' names stay with themselves.
create policy account_colleagues on account for select using (kind = 'staff' and (select linli_account()) is not null);
alter table credential enable row level security;
alter table credential force row level security;
create policy credential_system on credential using ((select linli_system()));
alter table session enable row level security;
alter table session force row level security;
create policy session_own on session using ((select linli_system()) or account_id = (select linli_account()));
alter table phone_code enable row level security;
alter table phone_code force row level security;
create policy phone_code_system on phone_code using ((select linli_system()));
alter table sign_in_try enable row level security;
alter table sign_in_try force row level security;
create policy sign_in_try_system on sign_in_try using ((select linli_system()));
alter table reveal enable row level security;
alter table reveal force row level security;
create policy reveal_own on reveal using ((select linli_system()) or account_id = (select linli_account()) or by_account_id = (select linli_account()));
