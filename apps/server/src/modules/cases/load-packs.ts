import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { catalogueVersion } from './catalogue.ts';
import { type Publisher, packFile } from './types/publisher.ts';
import { readPackText, typeCodes } from './types/read-pack-text.ts';
import { lockTypes, storeType } from './types/store-type.ts';

/** Reads every `packs/<name>/pack.yaml`. Throws naming file, line and column of each problem: a broken pack never starts a server. */
export async function readPacks(folder: string): Promise<Pack[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name);
  const packs: Pack[] = [];
  const problems: string[] = [];
  const texts = new Map<string, string>();
  for (const name of names.sort()) texts.set(name, await readFile(join(folder, name, 'pack.yaml'), 'utf8'));
  const known = [...texts.values()].flatMap(typeCodes);
  for (const [name, text] of texts) {
    const read = readPackText(text, known);
    if (read.pack) packs.push(read.pack);
    for (const { line, column, path, words } of read.problems) {
      problems.push(`packs/${name}/pack.yaml:${line}:${column} ${path}: ${words.en ?? words.zh}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return packs;
}

/**
 * Stores packs: a definition that changed becomes a new version, running cases keep theirs. At start a pack met for the first
 * time is switched on, and a version made here stays in force while the pack's newer one waits. Safe with several starters.
 */
export async function storePacks(
  db: Db,
  packs: readonly Pack[],
  now: Date,
  how: { publisher: Publisher; active: boolean } = { publisher: packFile, active: true },
): Promise<{ newVersions: number; offered: number }> {
  await lockTypes(db);
  let newVersions = 0;
  let offered = 0;
  for (const { caseTypes, ...head } of packs) {
    const row = { version: head.version, definition: JSON.stringify(head), loaded_at: now };
    await db
      .insertInto('pack')
      .values({ pack: head.pack, active: how.active, ...row })
      .onConflict((c) => c.column('pack').doUpdateSet(row))
      .execute();
    for (const definition of caseTypes) {
      const done = await storeType(db, { pack: head.pack, packVersion: head.version }, definition, how.publisher, now);
      if (done === 'stored') newVersions++;
      if (done === 'offered') offered++;
    }
  }
  if (newVersions > 0) await bumpVersion(db, catalogueVersion, now);
  return { newVersions, offered };
}
