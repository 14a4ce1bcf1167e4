-- Stages of a case (docs/decisions/0010): what lists filter by, sealed matters, task forces, duties of other cases, themed calls.
create table case_call (
  id uuid not null,
  site_id uuid not null,
  type_code text not null,
  topic text not null,
  background text not null,
  ways text not null,
  opens_on date not null,
  closes_on date not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint case_call_pk primary key (id),
  constraint case_call_site_fk foreign key (site_id) references area (id),
  constraint case_call_created_fk foreign key (created_by) references account (id),
  constraint case_call_days check (closes_on >= opens_on)
);
create index case_call_days on case_call (site_id, closes_on desc, id);

alter table cases
  add column stage text,
  add column outcome text,
  add column answer text,
  add column published_at timestamptz,
  add column parent_id uuid,
  add column part_unit_ids uuid[] not null default '{}',
  add column absences integer not null default 0,
  add column excluded boolean not null default false,
  add column call_id uuid,
  add column about_unit_id uuid,
  add constraint cases_parent_fk foreign key (parent_id) references cases (id),
  add constraint cases_call_fk foreign key (call_id) references case_call (id),
  drop constraint cases_visibility_known,
  add constraint cases_visibility_known check (visibility in ('public', 'private', 'sealed'));

-- All partial: an ordinary report pays for none of them.
create index cases_parent on cases (parent_id) where parent_id is not null;
create index cases_call on cases (call_id) where call_id is not null;
create index cases_published on cases (site_id, published_at desc, id) where published_at is not null;
create index cases_answered on cases (site_id, closed_at desc, id) where answer is not null and state = 'closed';
-- Task forces are few: a unit finds its parts by looking through them, since an index on arrays would not serve under row-level security.
create index cases_open_parts on cases (due_at, id) where is_open and part_unit_ids <> '{}';

-- Areas whose sealed matters the actor's posts may see.
create function linli_sealed_paths() returns ltree[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.sealed_paths', true), ''), '{}')::ltree[];
-- Every unit the actor holds a post in, whatever the post.
create function linli_own_units() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('linli.own_units', true), ''), '{}')::uuid[];

-- As before, and: a unit of the task force is let in; a sealed case is not shown by area or pool, and never to the unit it is about.
drop policy cases_read on cases;
create policy cases_read on cases for select using (
  (select linli_system())
  or visibility = 'public'
  or reporter_id = (select linli_account())
  or (visibility <> 'sealed' and (
    path <@ (select linli_paths())
    or (target_kind = 'pool' and target_unit_kind = any ((select linli_pool_kinds())::text[]) and path <@ (select linli_pool_paths()))
  ))
  or ((visibility <> 'sealed' or about_unit_id is null or about_unit_id <> all ((select linli_own_units())::uuid[])) and (
    target_unit_id = any ((select linli_units())::uuid[])
    or target_post_id = any ((select linli_posts())::uuid[])
    or handler_id = (select linli_account())
    or part_unit_ids && (select linli_units())::uuid[]
    or (visibility = 'sealed' and path <@ (select linli_sealed_paths()))
  ))
  or exists (select from case_reporter r where r.case_id = cases.id and r.account_id = (select linli_account()))
);
drop policy cases_update on cases;
create policy cases_update on cases for update using (
  (select linli_system())
  or reporter_id = (select linli_account())
  or (visibility <> 'sealed' and (
    path <@ (select linli_paths())
    or (target_kind = 'pool' and target_unit_kind = any ((select linli_pool_kinds())::text[]) and path <@ (select linli_pool_paths()))
  ))
  or ((visibility <> 'sealed' or about_unit_id is null or about_unit_id <> all ((select linli_own_units())::uuid[])) and (
    target_unit_id = any ((select linli_units())::uuid[])
    or target_post_id = any ((select linli_posts())::uuid[])
    or handler_id = (select linli_account())
    or part_unit_ids && (select linli_units())::uuid[]
    or (visibility = 'sealed' and path <@ (select linli_sealed_paths()))
  ))
  or (visibility = 'public' and (select linli_account()) is not null)
) with check ((select linli_system()));
