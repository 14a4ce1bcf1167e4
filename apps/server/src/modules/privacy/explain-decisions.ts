import type { explainDecisions, OutputOf } from '@linli/contract';
import { type Actor, compileRule, fieldsOfRule, findRegisterField, type RuleNode, wordsOfRule } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { elevated } from '../../platform/db/database.ts';
import { getOwn, type SubjectRow } from '../registers/index.ts';
import type { PrivacyDeps } from './deps.ts';
import { findRights } from './store.ts';

type Decision = OutputOf<typeof explainDecisions>['decisions'][number];
type Facts = Decision['facts'];

/** What the product decided of somebody by rule alone (PIPL art. 24): rule in words, facts, version. Refusing it is a request to look again. */
export async function explainMine(
  db: Db,
  deps: PrivacyDeps,
  call: { actor: Actor; subjectId: string },
): Promise<OutputOf<typeof explainDecisions>> {
  const { row } = await getOwn(db, call.actor, call.subjectId);
  const open = await findRights(
    db,
    sql`subject_id = ${row.id} and kind = 'explain' and state not in ('answered', 'taken-back')`,
  );
  const asked = new Set(open.map(({ about }) => about));
  const near = await findNear(db, row);
  const made: Omit<Decision, 'rechecking'>[] = [];
  for (const id of row.tags) {
    const tag = deps.tags.get().byId.get(id);
    if (!tag?.compiled) continue;
    const { node } = tag.compiled;
    const about = `tag:${tag.code}`;
    const rule = wordsOfRule(node, row.noun);
    made.push({ about, name: tag.name, rule, version: String(tag.version), since: null, facts: factsOf(node, near) });
  }
  made.push(...(await careOf(db, deps, row, near)));
  return { decisions: made.map((one) => ({ ...one, rechecking: asked.has(one.about) })) };
}

async function careOf(
  db: Db,
  deps: PrivacyDeps,
  row: SubjectRow,
  near: readonly Near[],
): Promise<Omit<Decision, 'rechecking'>[]> {
  const { rows } = await elevated(db, () =>
    sql<{ classCode: string; gradeCode: string; at: Date }>`select class_code as "classCode", grade_code as "gradeCode",
      entered_at as at from care_holding where subject_id = ${row.id} and kind = 'care' and left_at is null`.execute(
      db,
    ),
  );
  const { classes } = deps.care.get();
  return rows.flatMap(({ classCode, gradeCode, at }) => {
    const held = classes.find(({ code }) => code === classCode);
    const grade = held?.grades.find(({ code }) => code === gradeCode);
    const compiled = grade && compileRule(grade.when, 'person');
    if (!held || !grade || !compiled?.ok) return [];
    return [
      {
        about: `care:${classCode}`,
        name: {
          zh: `${held.name.zh} · ${grade.name.zh}`,
          en: `${held.name.en ?? held.name.zh} · ${grade.name.en ?? grade.name.zh}`,
        },
        rule: wordsOfRule(compiled.node, 'person'),
        version: gradeCode,
        since: at.toISOString(),
        facts: factsOf(compiled.node, near),
      },
    ];
  });
}

type Near = Pick<SubjectRow, 'noun' | 'fields' | 'born'> & { sources: Readonly<Record<string, string>> };

/** The person, their household and their home, with where each value came from. */
async function findNear(db: Db, row: SubjectRow): Promise<Near[]> {
  const ids = [row.id, row.householdId, row.homeId].filter((id) => id !== null);
  const { rows } = await elevated(db, () =>
    sql<Near>`select s.noun, s.fields, s.born, coalesce((select jsonb_object_agg(f.field, f.source) from fact f
        where f.subject_id = s.id and f.superseded_at is null), '{}') as sources
      from subject s where s.id = any(${ids}::uuid[])`.execute(db),
  );
  return rows;
}

function factsOf(node: RuleNode, near: readonly Near[]): Facts {
  return fieldsOfRule(node).flatMap((name) => {
    const [noun, code = ''] = name.split('.');
    const from = near.find((each) => each.noun === noun);
    const field = from && findRegisterField(from.noun, code);
    if (!field) return [];
    const value = code === 'born' ? (from.born ?? from.fields[code]) : from.fields[code];
    const words = field.options?.find((option) => option.value === value)?.label.zh;
    return [{ label: field.label, value: words ?? plainWords(value), source: from.sources[code] ?? null }];
  });
}

function plainWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value ?? '—');
}
