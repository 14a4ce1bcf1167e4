import type { forgetAddressName, nameAddress, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, isWithin, mayInArea, parseAddress, plainAddress } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import type { ImportDeps } from '../deps.ts';
import { mustKeep, siteOfKind } from '../policy.ts';
import { type BuildingFinder, plainRoom } from '../registers/building-finder.ts';
import { isKnownAddress } from './find-unknown-addresses.ts';

interface Call<Input> {
  actor: Actor;
  input: Input;
  now: Date;
  requestId: string;
}

/** Keeps what an address means. The same address again is what was said last. */
export async function giveAddressName(
  db: Db,
  deps: ImportDeps,
  call: Call<ParsedInputOf<typeof nameAddress>>,
): Promise<OutputOf<typeof nameAddress>> {
  const { actor, input, now } = call;
  const paths = mustKeep(actor);
  const places = deps.places.get();
  const siteId = siteOfKind(actor, places, { kind: 'person', now });
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  return elevated(db, async () => {
    const finder = await deps.buildings.get(db, places, { siteId, now });
    const said = plainAddress(input.said);
    if (said.length < 2 || isKnownAddress(finder, input.said)) refuse('address-known');
    const { path, means } = meaningOf(input.is, { finder, paths, pathOf: (areaId) => places.chainOf(areaId)?.path });
    const { rows } = await sql<{
      id: string;
    }>`insert into address_name (id, site_id, path, said, means, reason, made_by, made_at)
      values (${newId()}, ${siteId}, ${path}::ltree, ${said}, ${means}, ${input.is.kind === 'outside' ? input.is.reason : ''},
        ${accountId}, ${now})
      on conflict (site_id, said) do update set path = excluded.path, means = excluded.means, reason = excluded.reason,
        made_by = excluded.made_by, made_at = excluded.made_at
      where address_name.means is null or address_name.path <@ any(${`{${paths.join(',')}}`}::ltree[])
      returning id`.execute(db);
    // Somebody else's word about a house elsewhere stays.
    const id = rows[0]?.id ?? refuse('address-known');
    await journal(db, call, { kind: 'address.named', id, path });
    return { id, means };
  });
}

/** What is meant, and the area it is known for. Refuses what no building of the actor's areas has. */
function meaningOf(
  is: ParsedInputOf<typeof nameAddress>['is'],
  known: { finder: BuildingFinder; paths: readonly string[]; pathOf(areaId: string): string | undefined },
): { path: string; means: string | null } {
  const { finder, paths, pathOf } = known;
  const keptPath = (areaId: string) => {
    const path = pathOf(areaId);
    return path !== undefined && paths.some((kept) => isWithin(path, kept)) ? path : undefined;
  };
  if (is.kind === 'outside') return { path: paths[0] ?? refuse('not-allowed'), means: null };
  if (is.kind === 'building') {
    const building = finder.byId(is.buildingId) ?? refuse('address-names-nothing');
    const path = keptPath(building.areaId) ?? refuse('address-names-nothing');
    const room = plainRoom(is.room ?? '');
    return { path, means: `${building.address}${room === null ? '' : `${room}室`}` };
  }
  const parsed = parseAddress(is.address);
  const exact = finder.byAddress(is.address, new Map())?.building;
  const meant = exact ? [exact] : finder.startingWith(is.address);
  const path = meant.flatMap(({ areaId }) => keptPath(areaId) ?? [])[0] ?? refuse('address-names-nothing');
  return { path, means: parsed.ok ? parsed.canonical : plainAddress(is.address) };
}

/** Takes a name back. What came in by it stays where it is. */
export async function takeBackAddressName(
  db: Db,
  call: Call<ParsedInputOf<typeof forgetAddressName>>,
): Promise<OutputOf<typeof forgetAddressName>> {
  const { actor, input } = call;
  mustKeep(actor);
  return elevated(db, async () => {
    const { rows } = await sql<{ said: string; path: string }>`delete from address_name where id = ${input.nameId}
      returning said, path::text`.execute(db);
    const gone = rows[0] ?? refuse('address-name-gone');
    if (!mayInArea(actor, 'registers:edit', gone.path)) refuse('address-name-gone');
    await journal(db, call, { kind: 'address.name-forgotten', id: input.nameId, path: gone.path });
    return { said: gone.said };
  });
}

async function journal(
  db: Db,
  { actor, now, requestId }: Omit<Call<unknown>, 'input'>,
  about: { kind: string; id: string; path: string },
): Promise<void> {
  await appendJournal(db, [
    {
      at: now,
      kind: about.kind,
      noun: 'address',
      nounId: about.id,
      path: about.path,
      actorId: actor.accountId,
      requestId,
      data: {},
    },
  ]);
}
