import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { siteOf } from '../org/index.ts';

export interface OwnSite {
  id: string;
  code: string;
  name: string;
  path: string;
}

/** The site an actor works for. */
export async function findOwnSite(db: Db, actor: Actor): Promise<OwnSite> {
  const path = siteOf(actor);
  const { rows } = await sql<OwnSite>`select id, code, name, path::text from area where path = ${path}::ltree`.execute(
    db,
  );
  return rows[0] ?? refuse('not-found');
}
