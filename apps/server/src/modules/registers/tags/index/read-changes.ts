import { dayNumber, type SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/database.ts';
import type { JournalRow } from '../../../../platform/journal/index.ts';
import { leafColumn } from './load-table.ts';
import type { SubjectNow } from './subject-table.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Kinds of the journal after which a subject may be another: its facts, place, state or tags. */
export const subjectKinds = /^(subject|subjects|household|tags)[.]|^correction[.]decided$/;

/** The subjects that rows of `subjectKinds` speak of: by id wherever one stands in them, by ordinal where many changed together. */
export function changedIn(rows: readonly JournalRow[]): { ids: string[]; ordinals: number[] } {
  const ids = new Set<string>();
  const ordinals = new Set<number>();
  for (const row of rows) {
    ids.add(row.noun_id);
    for (const value of Object.values(row.data).flat())
      if (typeof value === 'string' && uuid.test(value)) ids.add(value);
    if (Array.isArray(row.data.ordinals))
      for (const each of row.data.ordinals) if (typeof each === 'number') ordinals.add(each);
  }
  return { ids: [...ids], ordinals: [...ordinals] };
}

interface Row {
  ordinal: number;
  noun: SubjectNoun;
  state: string;
  born: string | null;
  area: string;
  tags: number[];
  fields: Record<string, unknown>;
}

/** Subjects as they are now. An ordinal nobody has any more comes back as null. */
export async function readSubjects(
  db: Db,
  which: { ids: readonly string[]; ordinals: readonly number[] },
): Promise<{ ordinal: number; now: SubjectNow | null }[]> {
  if (which.ids.length + which.ordinals.length === 0) return [];
  const columns = sql.raw(`ordinal, noun, state, born, ${leafColumn} as area, tags, fields`);
  const { rows } = await sql<Row>`select ${columns} from subject where id = any(${which.ids}::uuid[])
    union all select ${columns} from subject where ordinal = any(${which.ordinals}::int[])`.execute(db);
  const found = rows.map((row) => ({ ordinal: row.ordinal, now: nowOf(row) }));
  const there = new Set(rows.map(({ ordinal }) => ordinal));
  const gone = which.ordinals.filter((ordinal) => !there.has(ordinal)).map((ordinal) => ({ ordinal, now: null }));
  return [...found, ...gone];
}

function nowOf(row: Row): SubjectNow {
  return {
    noun: row.noun,
    isActive: row.state === 'active',
    areaId: row.area,
    born: row.born === null ? null : dayNumber(row.born),
    tags: row.tags,
    fields: row.fields,
  };
}
