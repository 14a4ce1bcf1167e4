import type { listCaseTypes, listPacks, OutputOf, ParsedInputOf, switchPack } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { afterCommit, type Db, elevated } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { siteOf } from '../org/index.ts';
import { type Catalogue, catalogueVersion } from './catalogue.ts';
import type { CaseDeps } from './deps.ts';
import { mayReport } from './report-input.ts';

export function caseTypesFor(
  actor: Actor,
  catalogue: Catalogue,
  input: ParsedInputOf<typeof listCaseTypes>,
): OutputOf<typeof listCaseTypes> {
  const types = [...catalogue.types.values()].map((type) => ({
    version: type.version,
    pack: type.pack,
    active: type.active,
    definition: type.definition,
    mayReport: mayReport(actor, type),
  }));
  return { types: input.for === 'report' ? types.filter((t) => t.mayReport) : types };
}

export async function findPacks(db: Db): Promise<OutputOf<typeof listPacks>> {
  const { rows } = await elevated(db, () =>
    sql<
      OutputOf<typeof listPacks>['packs'][number]
    >`select pack.pack, pack.version, pack.definition->'name' as name, pack.definition->'description' as description,
        pack.definition->'systems' as systems, pack.active,
        (select count(distinct case_type.code)::int from case_type where case_type.pack = pack.pack) as "caseTypes",
        (select count(*)::int from cases where cases.is_open and cases.type_code in (select case_type.code from case_type where case_type.pack = pack.pack)) as "openCases"
      from pack order by pack.pack`.execute(db),
  );
  return { packs: rows };
}

/** On or off for new reports; running cases go on with the definition they began under. */
export async function switchPackTo(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof switchPack>; now: Date; requestId: string },
): Promise<OutputOf<typeof switchPack>> {
  const { actor, input, now } = call;
  const site = siteOf(actor);
  if (!mayInArea(actor, 'types:edit', site)) refuse('not-allowed');
  const changed = await db
    .updateTable('pack')
    .set({ active: input.active })
    .where('pack', '=', input.pack)
    .returning('pack')
    .executeTakeFirst();
  if (!changed) refuse('not-found');
  const siteId =
    deps.places
      .get()
      .sites()
      .find((s) => s.path === site)?.id ?? refuse('not-found');
  const kind = input.active ? 'pack.switched-on' : 'pack.switched-off';
  await appendJournal(db, [
    {
      at: now,
      kind,
      noun: 'pack',
      nounId: siteId,
      path: site,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { pack: input.pack },
    },
  ]);
  await bumpVersion(db, catalogueVersion, now);
  afterCommit(db, () => deps.catalogue.refresh());
  return { pack: input.pack, active: input.active };
}
