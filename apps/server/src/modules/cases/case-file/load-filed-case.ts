import type { CaseTypeDefinition } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { findPhotos } from '../get-case.ts';
import type { LoadedCase } from '../load-case.ts';
import type { FiledCase } from './file-entries.ts';

/** The case with its pictures and how many of the cases made of it are closed. The children may lie outside the reader's reach: counted only. */
export async function loadFiledCase(db: Db, loaded: LoadedCase, type: CaseTypeDefinition): Promise<FiledCase> {
  const { id } = loaded.row;
  const photos = (await findPhotos(db, [id])).get(id) ?? [];
  const { rows } = await elevated(db, () =>
    sql<{ closed: number; all: number }>`select count(*)::int as all,
      count(*) filter (where state = 'closed')::int as closed from cases where parent_id = ${id}`.execute(db),
  );
  return { loaded, type, photos, children: rows[0] ?? { closed: 0, all: 0 } };
}
