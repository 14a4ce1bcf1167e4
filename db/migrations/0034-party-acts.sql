-- Who joined a private case is a party of it: what is theirs to do there, as signing a paper, locks the case as the reporter's own steps do.
-- Nothing is written by it: what changes a case is written as the system.
drop policy cases_update on cases;
create policy cases_update on cases for update using (
  (select linli_system())
  or (visibility <> 'sealed' and (
    path <@ (select linli_paths())
    or (target_kind = 'pool' and target_unit_kind = any ((select linli_pool_kinds())::text[]) and path <@ (select linli_pool_paths()))
  ))
  or ((visibility <> 'sealed' or not about_unit_ids && (select linli_own_units())::uuid[]) and (
    reporter_id = (select linli_account())
    or target_unit_id = any ((select linli_units())::uuid[])
    or target_post_id = any ((select linli_posts())::uuid[])
    or handler_id = (select linli_account())
    or part_unit_ids && (select linli_units())::uuid[]
    or (visibility = 'sealed' and path <@ (select linli_sealed_paths()))
    or exists (select from case_reporter r where r.case_id = cases.id and r.account_id = (select linli_account()))
  ))
  or (visibility = 'public' and (select linli_account()) is not null)
) with check ((select linli_system()));
