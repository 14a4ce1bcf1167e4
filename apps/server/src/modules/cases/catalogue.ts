import type { CaseTypeDefinition, HolidayTable } from '@linli/domain';
import { CaseTypeDefinition as CaseTypeSchema } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';

export interface CaseType {
  version: number;
  pack: string;
  /** Its pack is switched on: new reports are taken. Running cases go on either way. */
  active: boolean;
  definition: CaseTypeDefinition;
}

/** Case types in every version and the holiday table, in memory. */
export interface Catalogue {
  /** The newest version of each type, by code. */
  types: ReadonlyMap<string, CaseType>;
  /** The definition a case was begun under. Throws for a version that never was. */
  definitionOf(code: string, version: number): CaseTypeDefinition;
  holidays: HolidayTable;
}

export const catalogueVersion = 'catalogue';

export async function loadCatalogue(db: Db): Promise<Catalogue> {
  const packs = await db.selectFrom('pack').select(['pack', 'active']).execute();
  const active = new Set(packs.filter((p) => p.active).map((p) => p.pack));
  const rows = await db
    .selectFrom('case_type')
    .select(['code', 'version', 'pack', 'definition'])
    .orderBy('code')
    .orderBy('version')
    .execute();
  const types = new Map<string, CaseType>();
  const versions = new Map<string, CaseTypeDefinition>();
  for (const row of rows) {
    const definition = CaseTypeSchema.parse(row.definition); // fills defaults added by a later release
    versions.set(`${row.code}@${row.version}`, definition);
    types.set(row.code, { version: row.version, pack: row.pack, active: active.has(row.pack), definition });
  }
  const years = await db
    .selectFrom('holiday_year')
    .select(['year', 'holidays', 'make_up_days'])
    .orderBy('year')
    .execute();
  return {
    types,
    definitionOf(code, version) {
      const definition = versions.get(`${code}@${version}`);
      if (!definition) throw new Error(`case type ${code} has no version ${version}`);
      return definition;
    },
    holidays: {
      years: years.map((y) => y.year),
      holidays: new Set(years.flatMap((y) => y.holidays)),
      makeUpDays: new Set(years.flatMap((y) => y.make_up_days)),
    },
  };
}
