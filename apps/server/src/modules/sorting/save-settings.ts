import type { OutputOf, ParsedInputOf, saveSortingSettings } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { afterCommit, type Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { RouteDeps } from './deps.ts';
import { mayChangeFloor } from './get-report.ts';
import { siteFor } from './site-for.ts';
import { sortingVersion } from './site-sorting.ts';

/** Sets the floor of the site; in force at once for whoever asks here, within a second everywhere. */
export async function saveSettings(
  db: Db,
  deps: RouteDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof saveSortingSettings>; now: Date; requestId: string },
): Promise<OutputOf<typeof saveSortingSettings>> {
  const { actor, now, requestId } = call;
  const site = siteFor(actor, deps.places.get());
  if (!site || !mayChangeFloor(actor, site.path)) return refuse('not-allowed');
  const floor = Math.round(call.input.floor * 100) / 100;
  const row = { floor, changed_at: now, changed_by: actor.accountId };
  await db
    .insertInto('sorting_setting')
    .values({ site_id: site.id, ...row })
    .onConflict((c) => c.column('site_id').doUpdateSet(row))
    .execute();
  await appendJournal(db, [
    {
      at: now,
      kind: 'sorting.floor-set',
      noun: 'area',
      nounId: site.id,
      path: site.path,
      actorId: actor.accountId,
      requestId,
      data: { floor },
    },
  ]);
  await bumpVersion(db, sortingVersion, now);
  afterCommit(db, () => deps.learned.refresh());
  return { floor };
}
