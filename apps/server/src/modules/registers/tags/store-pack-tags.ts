import type { Pack, TagDefinition, TagGroup } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { bumpVersion } from '../../../platform/db/versioned-cache.ts';
import { startRun } from './run-tags.ts';
import { tagsVersion } from './tag-catalogue.ts';

/**
 * Keeps the tags of packs for every site. New ones are in force at once: a pack is read before it is used. A changed one becomes a new
 * version of the same tag; one that was switched off stays off; one that left its pack is switched off. Safe with several starters.
 */
export async function storePackTags(
  db: Db,
  packs: readonly Pick<Pack, 'pack' | 'tagGroups'>[],
  now: Date,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('linli.tags'))`.execute(db);
  const rows = packs.flatMap(({ pack, tagGroups }) =>
    tagGroups.flatMap((group) => group.tags.map((tag) => rowOf(pack, group, tag))),
  );
  const changed = await sql<{ site_id: string }>`with
      given as (select s.id as site_id, s.path, r.* from area s, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text,
          group_code text, group_name jsonb, name jsonb, nouns text[], purpose jsonb, sensitivity smallint, rule text, words text[],
          expiry_days integer, pack text)
        where s.level = 1),
      stored as (insert into tag as t (site_id, path, code, group_code, group_name, name, nouns, purpose, sensitivity, rule, words,
          expiry_days, state, version, tried_version, pack, changed_at, changed_words)
        select site_id, path, code, group_code, group_name, name, nouns, purpose, sensitivity, rule, words, expiry_days, 'on', 1, 1, pack,
          ${now}, '' from given
        on conflict (site_id, code) do update set group_code = excluded.group_code, group_name = excluded.group_name,
          name = excluded.name, nouns = excluded.nouns, purpose = excluded.purpose, sensitivity = excluded.sensitivity,
          rule = excluded.rule, words = excluded.words, expiry_days = excluded.expiry_days, version = t.version + 1,
          tried_version = t.version + 1, changed_at = excluded.changed_at, changed_words = ''
        where t.pack = excluded.pack and (t.group_code, t.group_name, t.name, t.nouns, t.purpose, t.sensitivity, t.rule, t.words, t.expiry_days)
          is distinct from (excluded.group_code, excluded.group_name, excluded.name, excluded.nouns, excluded.purpose,
            excluded.sensitivity, excluded.rule, excluded.words, excluded.expiry_days)
        returning t.*),
      gone as (update tag set state = 'off', changed_at = ${now}, changed_words = '' where pack = any(${packs.map(({ pack }) => pack)}::text[])
        and state = 'on' and not exists (select from given g where g.site_id = tag.site_id and g.code = tag.code) returning site_id),
      kept as (insert into tag_version (tag_id, version, definition, at, by_words)
        select id, version, jsonb_build_object('code', code, 'name', name, 'nouns', nouns, 'purpose', purpose, 'sensitivity', sensitivity,
          'rule', rule, 'expiryDays', expiry_days), ${now}, '' from stored)
    select distinct site_id from (select site_id from stored union all select site_id from gone) all_changed`.execute(
    db,
  );
  if (changed.rows.length === 0) return 0;
  await bumpVersion(db, tagsVersion, now);
  for (const { site_id } of changed.rows) {
    const some = await sql`select from subject where site_id = ${site_id} limit 1`.execute(db);
    if (some.rows.length > 0) await startRun(db, site_id, now);
  }
  return changed.rows.length;
}

function rowOf(pack: string, group: TagGroup, tag: TagDefinition) {
  return {
    pack,
    code: tag.code,
    group_code: group.code,
    group_name: group.name,
    name: tag.name,
    nouns: tag.nouns,
    purpose: tag.purpose,
    sensitivity: tag.sensitivity,
    rule: tag.rule ?? null,
    words: tag.words,
    expiry_days: tag.expiryDays ?? null,
  };
}
