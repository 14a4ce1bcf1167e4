import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { JournalRow } from '../../platform/journal/index.ts';
import type { Directory } from '../org/index.ts';
import type { NewNotice } from './store.ts';

interface CareClassRow {
  code: string;
  name: { zh: string; en?: string };
  departmentUnit: string;
  side: 'committee' | 'micro-grid';
  grades: readonly { code: string; name: { zh: string; en?: string } }[];
}

const kinds = new Set(['care.entered', 'care.left', 'care.regraded']);

export function isCareRow(row: Pick<JournalRow, 'kind' | 'data'>): boolean {
  return kinds.has(row.kind) && (row.data as { quiet?: unknown }).quiet !== true;
}

/**
 * Both responsible sides hear of whoever enters, leaves or changes grade: the committee or micro-grid, and the department's unit. The notice
 * names the class and the place, never the person.
 */
export async function careNotices(
  db: Db,
  rows: readonly JournalRow[],
  call: { directory: Directory; now: Date; historyMs: number },
): Promise<NewNotice[]> {
  if (rows.length === 0) return [];
  const { directory, now } = call;
  const { rows: packs } = await sql<{
    classes: CareClassRow[] | null;
  }>`select definition -> 'careClasses' as classes from pack where active`.execute(db);
  const classes = packs.flatMap((pack) => pack.classes ?? []);
  const { rows: places } = await sql<{
    id: string;
    siteId: string;
    areaName: string;
  }>`select subject.id, subject.site_id as "siteId",
      coalesce(area.name, '') as "areaName"
    from subject left join area on area.id = coalesce(subject.area4_id, subject.area3_id)
    where subject.id = any(${rows.map((row) => row.noun_id)}::uuid[])`.execute(db);
  return rows.flatMap((row) => {
    const data = row.data as { classCode?: unknown; gradeCode?: unknown }; // written by applyCare
    const found = classes.find(({ code }) => code === data.classCode);
    const place = places.find(({ id }) => id === row.noun_id);
    if (!found || !place) return [];
    const grade = found.grades.find(({ code }) => code === data.gradeCode);
    const day = dayOf(row.at);
    const own = directory.accountsByRole(
      found.side === 'committee' ? 'committee-secretary' : 'micro-grid-leader',
      row.path,
      day,
      'registers:care',
    );
    const nearest = directory.accountsByRole('micro-grid-leader', row.path, day, 'registers:care');
    const unit = directory
      .unitsAt({ siteId: place.siteId, path: row.path })
      .find(({ key }) => key === found.departmentUnit);
    const department = unit ? directory.accountsOf({ unitId: unit.id, postId: null }, day) : [];
    return [...new Set([...own, ...nearest, ...department])].map((accountId) => ({
      id: newId(),
      accountId,
      kind: row.kind,
      noun: row.noun,
      nounId: row.noun_id,
      // In the places of a case's number and kind, so that every face has words for it.
      params: {
        number: `${place.areaName} ${wordsOf(found, grade, 'zh')}`,
        typeName: wordsOf(found, grade, 'zh'),
        typeNameEn: wordsOf(found, grade, 'en'),
        classCode: found.code,
      },
      at: row.at,
      readAt: now.getTime() - row.at.getTime() > call.historyMs ? row.at : null,
      sourceSeq: row.seq,
    }));
  });
}

function wordsOf(one: CareClassRow, grade: CareClassRow['grades'][number] | undefined, language: 'zh' | 'en'): string {
  const say = (name: { zh: string; en?: string }) => (language === 'en' ? (name.en ?? name.zh) : name.zh);
  return [say(one.name), ...(grade ? [say(grade.name)] : [])].join(language === 'en' ? ', ' : '·');
}
