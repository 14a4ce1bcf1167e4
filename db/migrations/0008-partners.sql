-- Partners: other sites' servers, cases shared with them, what waits to be told, what was heard, bulletins.
-- One key pair for each site; the private half is sealed with the master key.
create table partner_key (
  site_id uuid not null,
  public_key text not null,
  private_key_encrypted bytea not null,
  made_at timestamptz not null,
  constraint partner_key_pk primary key (site_id),
  constraint partner_key_site_fk foreign key (site_id) references area (id)
);

-- out_seq: last number given to a message for them; acked_seq: last one they said they have; in_seq: last one of theirs applied here.
create table partner (
  id uuid not null,
  site_id uuid not null,
  path ltree not null,
  code text not null,
  name text not null,
  base_url text not null,
  public_key text not null,
  active boolean not null,
  out_seq bigint not null default 0,
  acked_seq bigint not null default 0,
  in_seq bigint not null default 0,
  heard_at timestamptz,
  problem text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  constraint partner_pk primary key (id),
  constraint partner_site_fk foreign key (site_id) references area (id),
  constraint partner_code_once unique (site_id, code),
  constraint partner_acked_sent check (acked_seq <= out_seq)
);

-- number: the first site's own number with its code before it; the same on both sides for ever.
-- our_* is written from our own journal, their_* from what they told us.
create table shared_case (
  id uuid not null,
  partner_id uuid not null,
  case_id uuid not null,
  site_id uuid not null,
  number text not null,
  origin text not null,
  type_code text not null,
  section text,
  summary text not null,
  our_part text not null,
  their_part text not null,
  fields text[] not null,
  shared_at timestamptz not null,
  told boolean not null default false,
  seen_xid xid8 not null default '0',
  seen_seq bigint not null default 0,
  our_state text,
  our_state_at timestamptz,
  our_on_time boolean,
  their_state text,
  their_state_at timestamptz,
  their_on_time boolean,
  their_number text,
  problem text,
  constraint shared_case_pk primary key (id),
  constraint shared_case_partner_fk foreign key (partner_id) references partner (id),
  constraint shared_case_case_fk foreign key (case_id) references cases (id),
  constraint shared_case_number_once unique (partner_id, number),
  constraint shared_case_case_once unique (case_id, partner_id),
  constraint shared_case_origin_known check (origin in ('ours', 'theirs'))
);
create index shared_case_listed on shared_case (site_id, shared_at desc, id);

create table shared_words (
  id uuid not null,
  shared_case_id uuid not null,
  origin text not null,
  words text not null,
  said_at timestamptz not null,
  constraint shared_words_pk primary key (id),
  constraint shared_words_case_fk foreign key (shared_case_id) references shared_case (id),
  constraint shared_words_origin_known check (origin in ('ours', 'theirs'))
);
create index shared_words_case on shared_words (shared_case_id, said_at, id);

create table partner_outbox (
  partner_id uuid not null,
  seq bigint not null,
  message_id uuid not null,
  kind text not null,
  data jsonb not null,
  source_seq bigint not null,
  made_at timestamptz not null,
  constraint partner_outbox_pk primary key (partner_id, seq),
  constraint partner_outbox_partner_fk foreign key (partner_id) references partner (id),
  constraint partner_outbox_source_once unique (partner_id, source_seq, kind)
);

-- What came in, by its id: the same message again changes nothing and gets the same answer.
create table partner_inbox (
  partner_id uuid not null,
  seq bigint not null,
  message_id uuid not null,
  kind text not null,
  refused text,
  received_at timestamptz not null,
  constraint partner_inbox_pk primary key (partner_id, seq),
  constraint partner_inbox_message_once unique (partner_id, message_id),
  constraint partner_inbox_partner_fk foreign key (partner_id) references partner (id)
);

create table bulletin_schedule (
  id uuid not null,
  partner_id uuid not null,
  every text not null,
  type_codes text[] not null,
  active boolean not null,
  changed_at timestamptz not null,
  constraint bulletin_schedule_pk primary key (id),
  constraint bulletin_schedule_partner_fk foreign key (partner_id) references partner (id),
  constraint bulletin_schedule_every_known check (every in ('week', 'month'))
);

create table bulletin (
  id uuid not null,
  partner_id uuid not null,
  site_id uuid not null,
  origin text not null,
  schedule_id uuid,
  every text not null,
  from_day date not null,
  until_day date not null,
  made_at timestamptz not null,
  content jsonb not null,
  constraint bulletin_pk primary key (id),
  constraint bulletin_partner_fk foreign key (partner_id) references partner (id),
  constraint bulletin_once unique (schedule_id, from_day),
  constraint bulletin_origin_known check (origin in ('ours', 'theirs'))
);
create index bulletin_listed on bulletin (site_id, made_at desc, id);

-- Second wall: keys and messages are the product's alone; the rest is for staff inside the site.
alter table partner_key enable row level security;
alter table partner_key force row level security;
create policy partner_key_system on partner_key using ((select linli_system()));
alter table partner_outbox enable row level security;
alter table partner_outbox force row level security;
create policy partner_outbox_system on partner_outbox using ((select linli_system()));
alter table partner_inbox enable row level security;
alter table partner_inbox force row level security;
create policy partner_inbox_system on partner_inbox using ((select linli_system()));
-- What is shared is seen with its case: whoever may read the case may read this row; the policy narrows it to who works on it.
alter table shared_case enable row level security;
alter table shared_case force row level security;
create policy shared_case_write on shared_case using ((select linli_system()));
create policy shared_case_follows on shared_case for select using ((select linli_system()) or exists (select from cases c where c.id = shared_case.case_id));
alter table shared_words enable row level security;
alter table shared_words force row level security;
create policy shared_words_write on shared_words using ((select linli_system()));
create policy shared_words_follows on shared_words for select using ((select linli_system()) or exists (select from shared_case s where s.id = shared_words.shared_case_id));
