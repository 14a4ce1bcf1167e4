-- What keepers of registers know of addresses that match no building: another name of a lane or house, or that it lies outside.
create table address_name (
  id uuid not null,
  site_id uuid not null,
  -- The area it is known for: who keeps its registers may take it back.
  path ltree not null,
  -- Half width, without district and street, as addresses are compared.
  said text not null,
  -- The address it stands for; none where it lies outside the site.
  means text,
  reason text not null default '',
  made_by uuid not null,
  made_at timestamptz not null,
  constraint address_name_pk primary key (id),
  constraint address_name_said_once unique (site_id, said),
  constraint address_name_outside_reason check (means is not null or reason <> '')
);

-- Read and written by the product after a policy said yes.
alter table address_name enable row level security;
alter table address_name force row level security;
create policy address_name_system on address_name using ((select linli_system()));
