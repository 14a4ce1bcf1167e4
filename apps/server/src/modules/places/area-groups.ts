import type { AreaGroup, ParsedInputOf, saveAreaGroup } from '@linli/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { AreaRecord } from './area-record.ts';
import { type EditCall, openForEditing, refuseField } from './edit-call.ts';

/** Level of a residential area: what communities are joined of. */
const memberLevel = 3;

/** Joint communities of a site, by name. */
export async function findAreaGroups(db: Db, siteId: string): Promise<AreaGroup[]> {
  const { rows } = await sql<AreaGroup>`select area_group.id, area_group.name,
      coalesce(jsonb_agg(jsonb_build_object('id', area.id, 'name', area.name) order by area.sort, area.name), '[]') as areas
    from area_group join area_group_member on area_group_member.group_id = area_group.id join area on area.id = area_group_member.area_id
    where area_group.site_id = ${siteId} and area_group.ended_at is null
    group by area_group.id order by area_group.name`.execute(db);
  return rows;
}

/** Joins residential areas of one site, or changes or ends what was joined. Their borders, posts and cases stay where they are. */
export async function keepAreaGroup(db: Db, call: EditCall<ParsedInputOf<typeof saveAreaGroup>>): Promise<AreaGroup> {
  const { input, now } = call;
  const wanted = [...new Set(input.areaIds)];
  if (wanted.length < 2) refuseField('areaIds', 'required');
  const areas: AreaRecord[] = [];
  for (const id of wanted) areas.push(await openForEditing(db, call.actor, id));
  const siteId = areas[0]?.siteId;
  const isMember = (area: (typeof areas)[number]) =>
    area.level === memberLevel && (input.ended || area.validTo === null);
  if (!siteId || areas.some((area) => area.siteId !== siteId || !isMember(area))) return refuse('areas-not-joinable');
  const id = input.groupId ?? newId();
  if (input.groupId) {
    const changed = await sql`update area_group set name = ${input.name}, ended_at = ${input.ended ? now : null}
      where id = ${id} and site_id = ${siteId} and ended_at is null and not ${await nameTaken(db, siteId, input.name, id)}`.execute(
      db,
    );
    if (changed.numAffectedRows === 0n)
      return (await exists(db, id, siteId)) ? refuse('name-taken') : refuse('not-found');
  } else {
    if (await nameTaken(db, siteId, input.name, id)) refuse('name-taken');
    await sql`insert into area_group (id, site_id, name, created_at, ended_at)
      values (${id}, ${siteId}, ${input.name}, ${now}, ${input.ended ? now : null})`.execute(db);
  }
  await sql`delete from area_group_member where group_id = ${id} and area_id <> all(${wanted}::uuid[])`.execute(db);
  await sql`insert into area_group_member (group_id, area_id) select ${id}, unnest(${wanted}::uuid[]) on conflict do nothing`.execute(
    db,
  );
  await appendJournal(db, [
    {
      at: now,
      kind: input.ended ? 'area-group.ended' : 'area-group.saved',
      noun: 'area-group',
      nounId: id,
      path: areas[0]?.path.split('.')[0] ?? '',
      actorId: call.actor.accountId,
      requestId: call.requestId,
      data: { areaIds: wanted },
    },
  ]);
  const { rows } = await sql<{ id: string; name: string }>`select id, name from area
    where id = any(${wanted}::uuid[]) order by sort, name`.execute(db);
  return { id, name: input.name, areas: rows };
}

async function nameTaken(db: Db, siteId: string, name: string, exceptId: string): Promise<boolean> {
  const { rows } = await sql`select from area_group
    where site_id = ${siteId} and name = ${name} and ended_at is null and id <> ${exceptId}`.execute(db);
  return rows.length > 0;
}

async function exists(db: Db, id: string, siteId: string): Promise<boolean> {
  const { rows } =
    await sql`select from area_group where id = ${id} and site_id = ${siteId} and ended_at is null`.execute(db);
  return rows.length > 0;
}
