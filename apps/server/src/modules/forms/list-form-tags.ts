import type { listFormTags, OutputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { FormDeps } from './deps.ts';
import { siteFor } from './store.ts';

type FormTag = OutputOf<typeof listFormTags>['tags'][number];

/** Tags in use of the whole site, by group. Elevated: departments name tags, and have no reach over the people who carry them. */
export async function findFormTags(db: Db, deps: FormDeps, actor: Actor): Promise<OutputOf<typeof listFormTags>> {
  const site = siteFor(deps, actor);
  const { rows } = await elevated(db, () =>
    sql<FormTag>`select code, name, group_name as "group", nouns from tag
      where site_id = ${site.id} and path = ${site.path}::ltree and state = 'on' order by group_code, id`.execute(db),
  );
  return { tags: rows };
}
