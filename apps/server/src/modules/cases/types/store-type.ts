import { CaseTypeDefinition, sameCaseType } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Publisher } from './publisher.ts';

export interface TypeInForce {
  version: number;
  pack: string;
  origin: Publisher['origin'];
  definition: CaseTypeDefinition;
}

/** Everybody who stores versions of case types waits for one another on this, so that numbers follow without gaps. */
export async function lockTypes(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7162536)`.execute(db);
}

/** The newest version of a type; null when there is none of that code. */
export async function findInForce(db: Db, code: string): Promise<TypeInForce | null> {
  return findNewest(db, code, ['pack', 'import', 'office']);
}

/**
 * A definition from a pack: new, changed or the same. Where the version in force was made here and the pack's file has moved on
 * since, the street's own stays in force and the pack's waits as an offer.
 */
export async function storeType(
  db: Db,
  from: { pack: string; packVersion: number },
  definition: CaseTypeDefinition,
  publisher: Publisher,
  now: Date,
): Promise<'stored' | 'same' | 'offered'> {
  const { code } = definition;
  const last = await findInForce(db, code);
  if (last && sameCaseType(last.definition, definition)) {
    await dropOffer(db, code);
    return 'same';
  }
  if (last && last.origin !== 'pack' && publisher.origin === 'pack') {
    const known = await findNewest(db, code, ['pack']);
    if (known && sameCaseType(known.definition, definition)) {
      await dropOffer(db, code);
      return 'same';
    }
    await offer(db, from.packVersion, definition, now);
    return 'offered';
  }
  await addVersion(db, { pack: from.pack, version: (last?.version ?? 0) + 1, definition }, publisher, now);
  return 'stored';
}

export async function addVersion(
  db: Db,
  type: { pack: string; version: number; definition: CaseTypeDefinition },
  publisher: Publisher,
  now: Date,
): Promise<void> {
  await db
    .insertInto('case_type')
    .values({
      code: type.definition.code,
      version: type.version,
      pack: type.pack,
      definition: JSON.stringify(type.definition),
      loaded_at: now,
      origin: publisher.origin,
      by_id: publisher.id,
      by_words: publisher.words,
      note: publisher.note,
    })
    .execute();
}

export async function dropOffer(db: Db, code: string): Promise<void> {
  await db.deleteFrom('case_type_offer').where('code', '=', code).execute();
}

async function findNewest(db: Db, code: string, origins: Publisher['origin'][]): Promise<TypeInForce | null> {
  const row = await db
    .selectFrom('case_type')
    .select(['version', 'pack', 'origin', 'definition'])
    .where('code', '=', code)
    .where('origin', 'in', origins)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, definition: CaseTypeDefinition.parse(row.definition) } : null;
}

async function offer(db: Db, packVersion: number, definition: CaseTypeDefinition, now: Date): Promise<void> {
  const json = JSON.stringify(definition);
  await sql`insert into case_type_offer (code, pack_version, definition, seen_at)
    values (${definition.code}, ${packVersion}, ${json}::jsonb, ${now})
    on conflict (code) do update set pack_version = excluded.pack_version, definition = excluded.definition, seen_at = excluded.seen_at
    where case_type_offer.definition <> excluded.definition or case_type_offer.pack_version <> excluded.pack_version`.execute(
    db,
  );
}
