import { sql } from 'kysely';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';
import { scheduleDue } from '../../../apps/server/src/platform/jobs/due-work.ts';
import { appendJournal } from '../../../apps/server/src/platform/journal/index.ts';
import type { CasePlay } from './case-play.ts';
import { type CaseRows, caseRows } from './case-rows.ts';
import type { PhotoPool } from './photo-pool.ts';

const rowsAtOnce = 2500;
const dayMs = 86_400_000;
/** Older events make no notices: nobody wants sixty days of them on the first morning. */
const noticeDays = 3;

/** Writes the cases with all that hangs on them; the journal in the order things happened. */
export async function storeHistory(db: Db, cases: readonly CasePlay[], photos: PhotoPool, now: Date): Promise<void> {
  await storeFiles(db, photos);
  const scenes = new Map<string, number>();
  const all = cases.map((play, n) => {
    const { photoKind } = play.report.words;
    const scene = scenes.get(photoKind) ?? 0;
    scenes.set(photoKind, scene + 1);
    return caseRows(play, { place: n + 1, scene }, photos);
  });
  await insert(
    db,
    'cases',
    all.map((c) => c.row),
  );
  await insert(
    db,
    'case_action',
    all.flatMap((c) => c.actions),
  );
  await insert(
    db,
    'case_reporter',
    all.flatMap((c) => c.reporters),
  );
  await insert(
    db,
    'case_file',
    all.flatMap((c) => c.files),
  );
  await sql`select setval('case_number', ${Math.max(1, all.length)})`.execute(db);
  const due = all.flatMap((c) => (c.due ? [c.due] : []));
  for (const part of parts(due)) await scheduleDue(db, part);
  await storeJournal(db, all);
  await sql`insert into consumer (name, xid, seq, at)
    select 'notices', pg_current_xact_id(), max(journal.seq), ${now} from journal where journal.at < ${new Date(now.getTime() - noticeDays * dayMs)}
    having max(journal.seq) is not null on conflict (name) do nothing`.execute(db);
  // The first pages come before autovacuum has looked at what was filled in one go.
  await sql`analyze building, home, post, holding, cases, case_action, case_reporter, case_file, journal, due`.execute(
    db,
  );
}

async function storeJournal(db: Db, all: readonly CaseRows[]): Promise<void> {
  const entries = all.flatMap((c) =>
    c.journal.map((entry) => ({ ...entry, noun: 'case', requestId: null, data: { ...entry.data } })),
  );
  // Stable: what one case did at one instant stays in its order.
  entries.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const part of parts(entries)) await appendJournal(db, part);
}

async function storeFiles(db: Db, photos: PhotoPool): Promise<void> {
  const rows = photos.files.map(({ hash, contentType, bytes, width, height, thumbHash, createdAt }) => ({
    hash,
    kind: 'photo',
    content_type: contentType,
    bytes,
    width,
    height,
    thumb_hash: thumbHash,
    created_at: createdAt,
    wanted_at: createdAt,
    created_by: null,
  }));
  await sql`insert into file select r.* from jsonb_populate_recordset(null::file, ${JSON.stringify(rows)}::jsonb) r
    on conflict (hash) do nothing`.execute(db);
}

async function insert(
  db: Db,
  table: 'cases' | 'case_action' | 'case_reporter' | 'case_file',
  rows: readonly object[],
): Promise<void> {
  for (const part of parts(rows)) {
    const name = sql.table(table);
    await sql`insert into ${name} select r.* from jsonb_populate_recordset(null::${name}, ${JSON.stringify(part)}::jsonb) r`.execute(
      db,
    );
  }
}

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, n) =>
    rows.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce),
  );
}
