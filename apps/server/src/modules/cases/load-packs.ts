import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseTypeDefinition, type Pack, validatePack } from '@linli/domain';
import { sql } from 'kysely';
import { parse } from 'yaml';
import type { Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { catalogueVersion } from './catalogue.ts';

/** Reads every `packs/<name>/pack.yaml`. Throws naming the file and each problem: a broken pack never starts a server. */
export async function readPacks(folder: string): Promise<Pack[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name);
  const packs: Pack[] = [];
  for (const name of names.sort()) {
    const text = await readFile(join(folder, name, 'pack.yaml'), 'utf8');
    const result = validatePack(parse(text));
    if (!result.ok)
      throw new Error(`packs/${name}/pack.yaml: ${result.problems.map((p) => `${p.path}: ${p.code}`).join('; ')}`);
    packs.push(result.pack);
  }
  return packs;
}

/**
 * Stores packs: a definition that changed becomes a new version, running cases keep theirs. A pack met for the first time is
 * switched on. Safe with several starters.
 */
export async function storePacks(db: Db, packs: readonly Pack[], now: Date): Promise<{ newVersions: number }> {
  await sql`select pg_advisory_xact_lock(7162536)`.execute(db);
  let newVersions = 0;
  for (const { caseTypes, ...head } of packs) {
    await db
      .insertInto('pack')
      .values({
        pack: head.pack,
        version: head.version,
        definition: JSON.stringify(head),
        active: true,
        loaded_at: now,
      })
      .onConflict((c) =>
        c.column('pack').doUpdateSet({ version: head.version, definition: JSON.stringify(head), loaded_at: now }),
      )
      .execute();
    for (const definition of caseTypes) if (await storeType(db, head.pack, definition, now)) newVersions++;
  }
  if (newVersions > 0) await bumpVersion(db, catalogueVersion, now);
  return { newVersions };
}

async function storeType(db: Db, pack: string, definition: CaseTypeDefinition, now: Date): Promise<boolean> {
  const { rows } = await sql<{
    version: number;
    same: boolean;
  }>`select version, definition = ${JSON.stringify(definition)}::jsonb as same
    from case_type where code = ${definition.code} order by version desc limit 1`.execute(db);
  const last = rows[0];
  if (last?.same) return false;
  await db
    .insertInto('case_type')
    .values({
      code: definition.code,
      version: (last?.version ?? 0) + 1,
      pack,
      definition: JSON.stringify(definition),
      loaded_at: now,
    })
    .execute();
  return true;
}
