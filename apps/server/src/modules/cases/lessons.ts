import type { KnownAnswer } from '@linli/contract';
import type { FormField } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { Catalogue } from './catalogue.ts';

type Lesson = KnownAnswer['lessons'][number];

/** Fields of a closing form that hold words and name nobody: what others may learn from. */
function lessonFields(catalogue: Catalogue, typeCode: string): readonly FormField[] {
  const closing = catalogue.types.get(typeCode)?.definition.closing ?? [];
  return closing.filter(({ kind, personal }) => kind === 'textarea' && !personal);
}

/** That a case's closing form says `like` in one of its lessons. */
export function lessonSays(catalogue: Catalogue, like: string): RawBuilder<boolean> {
  const codes = [...catalogue.types.keys()].filter((code) => lessonFields(catalogue, code).length > 0);
  const keys = codes.flatMap((code) => lessonFields(catalogue, code).map(({ key }) => `${code}.${key}`));
  return sql`(cases.type_code = any(${codes}::text[]) and exists (
    select from case_action as closed, jsonb_each_text(closed.data -> 'form') as told
    where closed.case_id = cases.id and closed.kind = 'handle'
      and cases.type_code || '.' || told.key = any(${keys}::text[]) and told.value ilike ${like}))`;
}

/** The lessons of these cases as their last closing form has them. */
export async function findLessons(
  db: Db,
  cases: readonly { readonly id: string; readonly type_code: string }[],
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, readonly Lesson[]>> {
  const taught = cases.filter((one) => lessonFields(catalogue, one.type_code).length > 0);
  if (taught.length === 0) return new Map();
  const ids = taught.map(({ id }) => id);
  const { rows } = await elevated(db, () =>
    sql<{ case_id: string; form: Record<string, unknown> }>`select distinct on (case_id) case_id, data -> 'form' as form
      from case_action where case_id = any(${ids}::uuid[]) and kind = 'handle' and data -> 'form' is not null
      order by case_id, seq desc`.execute(db),
  );
  const forms = new Map(rows.map(({ case_id, form }) => [case_id, form]));
  return new Map(
    taught.map(({ id, type_code }) => [
      id,
      lessonFields(catalogue, type_code).flatMap(({ key, label }) => {
        const words = forms.get(id)?.[key];
        return typeof words === 'string' && words !== '' ? [{ label, words }] : [];
      }),
    ]),
  );
}
