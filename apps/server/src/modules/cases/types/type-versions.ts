import type { getTypeVersion, listTypeVersions, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, CaseTypeDefinition, diffCaseType } from '@linli/domain';
import { sql } from 'kysely';
import { stringify } from 'yaml';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { CaseDeps } from '../deps.ts';
import { siteToEdit } from './may-edit-types.ts';

const mostVersions = 200;
const mostChanges = 200;

/** A definition as people edit it. */
export function typeYaml(definition: CaseTypeDefinition): string {
  return stringify(definition, { lineWidth: 120, aliasDuplicateObjects: false });
}

/** The history of one type, newest first, each with what changed. */
export async function findTypeVersions(
  db: Db,
  deps: CaseDeps,
  actor: Actor,
  { code }: ParsedInputOf<typeof listTypeVersions>,
): Promise<OutputOf<typeof listTypeVersions>> {
  siteToEdit(actor, deps);
  const rows = await db
    .selectFrom('case_type')
    .select(['version', 'pack', 'definition', 'loaded_at', 'origin', 'by_words', 'note'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(mostVersions + 1)
    .execute();
  const newest = rows[0] ?? refuse('not-found');
  const versions = rows.map((row) => ({ ...row, definition: CaseTypeDefinition.parse(row.definition) }));
  const inForce = versions[0]?.definition ?? refuse('not-found');
  const open = await countOpen(db, code);
  const draft = await db
    .selectFrom('case_type_draft')
    .select(['revision', 'base_version', 'changed_at', 'by_words'])
    .where('code', '=', code)
    .executeTakeFirst();
  const offer = await db.selectFrom('case_type_offer').selectAll().where('code', '=', code).executeTakeFirst();
  return {
    code,
    pack: newest.pack,
    name: inForce.name,
    inForce: newest.version,
    versions: versions.slice(0, mostVersions).map((row, i) => {
      const before = versions[i + 1]?.definition;
      return {
        version: row.version,
        origin: row.origin,
        at: row.loaded_at.toISOString(),
        byWords: row.by_words,
        note: row.note,
        openCases: open.get(row.version) ?? 0,
        changes: before ? changes(before, row.definition) : [],
      };
    }),
    draft: draft
      ? {
          revision: draft.revision,
          baseVersion: draft.base_version,
          changedAt: draft.changed_at.toISOString(),
          byWords: draft.by_words,
        }
      : null,
    offer: offer
      ? {
          packVersion: offer.pack_version,
          seenAt: offer.seen_at.toISOString(),
          changes: changes(inForce, CaseTypeDefinition.parse(offer.definition)),
        }
      : null,
  };
}

export async function findTypeVersion(
  db: Db,
  deps: CaseDeps,
  actor: Actor,
  input: ParsedInputOf<typeof getTypeVersion>,
): Promise<OutputOf<typeof getTypeVersion>> {
  siteToEdit(actor, deps);
  const rows = await db
    .selectFrom('case_type')
    .select(['version', 'pack', 'definition'])
    .where('code', '=', input.code)
    .orderBy('version', 'desc')
    .execute();
  const row = input.version === undefined ? rows[0] : rows.find((each) => each.version === input.version);
  if (!row) return refuse('not-found');
  const definition = CaseTypeDefinition.parse(row.definition);
  return {
    code: input.code,
    pack: row.pack,
    version: row.version,
    inForce: row.version === rows[0]?.version,
    definition,
    yaml: typeYaml(definition),
  };
}

function changes(before: CaseTypeDefinition, after: CaseTypeDefinition) {
  return diffCaseType(before, after)
    .slice(0, mostChanges)
    .map((change) => ({ ...change, path: [...change.path] }));
}

async function countOpen(db: Db, code: string): Promise<Map<number, number>> {
  const { rows } = await elevated(db, () =>
    sql<{ version: number; open: number }>`select type_version as version, count(*)::int as open
      from cases where is_open and type_code = ${code} group by type_version`.execute(db),
  );
  return new Map(rows.map((row) => [row.version, row.open]));
}
