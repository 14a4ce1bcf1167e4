import { type Actor, CaseTypeDefinition, mayInArea } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { RootArea } from './scope.ts';

/** Where figures are asked for: one area, or the areas of a joint community. */
export interface FigureGround {
  id: string;
  name: string;
  roots: readonly RootArea[];
  /** Of whoever reads measures by their unit alone: only what lies with it. */
  unit: { id: string; name: string } | null;
}

const levelColumns = { 1: 'site_id', 2: 'area2_id', 3: 'area3_id', 4: 'area4_id' } as const;

/** A kind with a procedure, in all its versions, the newest first. */
export interface Procedure {
  newest: CaseTypeDefinition;
  versions: readonly CaseTypeDefinition[];
}

/**
 * The kind whose figures are asked for. Refuses one that has no procedure, and a sealed one to whoever may not see sealed matters over the
 * whole ground.
 */
export async function findProcedure(db: Db, actor: Actor, ground: FigureGround, typeCode: string): Promise<Procedure> {
  const { rows } = await sql<{
    definition: unknown;
  }>`select definition from case_type where code = ${typeCode} order by version desc`.execute(db);
  const versions = rows.map((row) => CaseTypeDefinition.parse(row.definition)); // fills defaults added by a later release
  const [newest] = versions;
  if (!newest || !versions.some((version) => version.stages.length > 0))
    return refuse('input-invalid', {}, { fields: [{ path: 'typeCode', code: 'not-an-option', params: {} }] });
  if (newest.visibility === 'sealed' && !maySeeSealed(actor, ground.roots)) refuse('not-allowed');
  return { newest, versions };
}

export function maySeeSealed(actor: Actor, roots: readonly Pick<RootArea, 'path'>[]): boolean {
  return roots.every(({ path }) => mayInArea(actor, 'cases:sealed', path));
}

/** Cases of one kind on a ground as far as the reader's inbox may show them: no sealed ones, or none about a unit of the reader's own. Of one unit: what lies with it. */
export function casesOf(actor: Actor, ground: FigureGround, typeCode: string): RawBuilder<boolean> {
  const own = actor.scopes.flatMap((s) => (s.unitId ? [s.unitId] : []));
  const visible = maySeeSealed(actor, ground.roots)
    ? sql`(cases.visibility <> 'sealed' or not cases.about_unit_ids && ${own}::uuid[])`
    : sql`cases.visibility <> 'sealed'`;
  const within = ground.roots.map(({ id, level, siteId }) => {
    const column = levelColumns[level as 1 | 2 | 3 | 4]; // rootArea goes no deeper
    // The site is said as well: the index of kinds begins with it.
    return sql`(cases.site_id = ${siteId} and ${sql.ref(`cases.${column}`)} = ${id})`;
  });
  const held = ground.unit ? sql`cases.target_unit_id = ${ground.unit.id}` : sql`true`;
  return sql`cases.type_code = ${typeCode} and (${sql.join(within, sql` or `)}) and ${held} and ${visible}`;
}
