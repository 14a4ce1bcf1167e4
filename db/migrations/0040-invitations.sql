-- The other party of a case told by one side: a one-time code lets its own account in. The code itself is nowhere, nor is the telephone it went to.
create table case_invitation (
  id uuid not null,
  case_id uuid not null,
  code_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  sent_to text,
  used_by uuid,
  used_at timestamptz,
  withdrawn_at timestamptz,
  constraint case_invitation_pk primary key (id),
  constraint case_invitation_code_once unique (code_hash),
  constraint case_invitation_case_fk foreign key (case_id) references cases (id),
  constraint case_invitation_maker_fk foreign key (made_by) references account (id),
  constraint case_invitation_user_fk foreign key (used_by) references account (id),
  constraint case_invitation_ends_once check (used_at is null or withdrawn_at is null),
  constraint case_invitation_used check ((used_at is null) = (used_by is null))
);
create index case_invitation_case on case_invitation (case_id, made_at desc);
create index case_invitation_maker on case_invitation (made_by);
create index case_invitation_user on case_invitation (used_by) where used_by is not null;

alter table case_invitation enable row level security;
alter table case_invitation force row level security;
create policy case_invitation_system on case_invitation using ((select linli_system()));
