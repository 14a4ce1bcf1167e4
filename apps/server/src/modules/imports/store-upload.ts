import type { ImportKind } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { ImportGround } from './policy.ts';
import type { Upload } from './read-upload.ts';
import { insertSealed, type RunRow } from './store.ts';

/** A table that was read becomes a run that waits for its mapping. As the system. */
export async function storeUpload(
  db: Db,
  call: { ground: ImportGround; kind: ImportKind; fileName: string; accountId: string; now: Date },
  table: Upload,
): Promise<RunRow> {
  const { ground, kind, fileName, accountId, now } = call;
  const runId = newId();
  await db
    .insertInto('import_run')
    .values({
      id: runId,
      site_id: ground.id,
      path: ground.path,
      kind,
      area_id: ground.areaId,
      file_name: fileName,
      format: table.head.format,
      encoding: table.head.encoding,
      headings: table.head.headings,
      row_count: 0,
      state: 'uploaded',
      uploaded_by: accountId,
      uploaded_at: now,
      changed_at: now,
    })
    .execute();
  for (const rows of table.batches) await insertSealed(db, runId, rows);
  const run = await db
    .updateTable('import_run')
    .set({ row_count: table.rowCount })
    .where('id', '=', runId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await appendJournal(db, [
    {
      at: now,
      kind: 'import.uploaded',
      noun: 'import',
      nounId: runId,
      path: ground.path,
      actorId: accountId,
      requestId: null,
      data: { rows: table.rowCount },
    },
  ]);
  return run;
}
