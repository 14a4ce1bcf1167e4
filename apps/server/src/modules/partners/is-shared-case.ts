import { type Db, elevated } from '../../platform/db/database.ts';

/** Whether the case is one side of a matter shared with a partner, whoever shared it. Read as the product. */
export async function isSharedCase(db: Db, caseId: string): Promise<boolean> {
  const found = await elevated(db, () =>
    db.selectFrom('shared_case').select('id').where('case_id', '=', caseId).limit(1).executeTakeFirst(),
  );
  return found !== undefined;
}
