import type { OutputOf, ParsedInputOf, tryTagRule } from '@linli/contract';
import {
  type CountedArea,
  fieldsOfRule,
  isWithin,
  mayInArea,
  ruleMatcher,
  type ShownCount,
  sensitivityOfRule,
  suppressCounts,
  wordsOfFault,
  wordsOfRule,
} from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import { afterCommit, type Db, elevated } from '../../../platform/db/database.ts';
import { bumpVersion } from '../../../platform/db/versioned-cache.ts';
import { refuse } from '../../../platform/errors.ts';
import type { TagCall, TagDeps } from './deps.ts';
import { hidesSmall, needsToSee, pathsWith, siteFor } from './policy.ts';
import { readFacts } from './read-facts.ts';
import { soundRule } from './save-tag.ts';
import { type Tag, tagsVersion } from './tag-catalogue.ts';

const atOnce = 5000;

/** Everything a rule would do today, looked at and not done. Small numbers are hidden where the reader may not see the people. */
export async function tryRule(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof tryTagRule>>,
): Promise<OutputOf<typeof tryTagRule>> {
  const { actor, input } = call;
  const places = deps.places.get();
  const site = siteFor(actor, places);
  const area = places.chainOf(input.areaId) ?? refuse('not-found');
  if (!mayInArea(actor, 'tags:edit', area.path)) refuse('not-allowed');
  const tag = input.tagId === undefined ? null : (deps.tags.get().byId.get(input.tagId) ?? refuse('not-found'));
  if (tag && (tag.siteId !== site.id || !mayInArea(actor, 'tags:edit', tag.path))) refuse('not-allowed');
  const rule = input.rule ?? tag?.rule ?? refuse('tag-rule-invalid', wordsOfFault(''));
  const node = soundRule(rule, input.noun);
  const found = await elevated(db, () =>
    lookAtAll(db, { noun: input.noun, path: area.path, now: call.now, tag, matches: ruleMatcher(node) }),
  );
  if (tag && tag.rule === rule && tag.nouns[0] === input.noun && area.path === tag.path) {
    await sql`update tag set tried_version = version where id = ${tag.id} and version = ${tag.version}`.execute(db);
    // The list that is read next says so: only a tried rule is offered for switching on.
    await bumpVersion(db, tagsVersion, call.now);
    afterCommit(db, () => deps.tags.refresh());
  }

  const level = sensitivityOfRule(node);
  const seen = hidesSmall(input.noun, level) ? pathsWith(actor, needsToSee(level)) : [site.path];
  const enter = sums(deps, { counts: found.enter, top: area.path, seen });
  const leave = sums(deps, { counts: found.leave, top: area.path, seen });
  const stay = sums(deps, { counts: found.stay, top: area.path, seen });
  const rows = [...new Set([...found.enter.keys(), ...found.leave.keys()])].flatMap((areaId) => {
    const own = places.chainOf(areaId)?.areas.at(-1);
    if (!own) return [];
    return [{ areaId, name: own.name, level: own.level, enter: enter.at(areaId), leave: leave.at(areaId) }];
  });
  return {
    words: wordsOfRule(node, input.noun),
    fields: fieldsOfRule(node),
    sensitivity: level,
    looked: found.looked,
    enter: enter.total,
    leave: leave.total,
    stay: stay.total,
    areas: rows.sort((a, b) => (a.areaId < b.areaId ? -1 : 1)).slice(0, 1000),
  };
}

type Counts = Map<string, number>;

async function lookAtAll(
  db: Db,
  call: {
    noun: string;
    path: string;
    now: Date;
    tag: Tag | null;
    matches: ReturnType<typeof ruleMatcher>;
  },
): Promise<{ enter: Counts; leave: Counts; stay: Counts; looked: number }> {
  const today = dayOf(call.now);
  const found = {
    enter: new Map<string, number>(),
    leave: new Map<string, number>(),
    stay: new Map<string, number>(),
    looked: 0,
  };
  const areas = new Map<string, string>();
  for (const { id, path } of (
    await sql<{ id: string; path: string }>`select id, path::text from area where path <@ ${call.path}::ltree`.execute(
      db,
    )
  ).rows)
    areas.set(path, id);
  for (let after = 0; ; ) {
    const which = sql`s.noun = ${call.noun} and s.state = 'active' and s.path <@ ${call.path}::ltree and s.ordinal > ${after}`;
    const subjects = await readFacts(db, { which, today, limit: atOnce });
    for (const subject of subjects) {
      const has = call.tag !== null && subject.tags.includes(call.tag.id);
      const will = call.matches(subject.facts, today);
      const areaId = areas.get(subject.path);
      found.looked++;
      if (areaId === undefined || (!has && !will)) continue;
      const kept = has ? found.leave : found.enter;
      const into = has && will ? found.stay : kept;
      into.set(areaId, (into.get(areaId) ?? 0) + 1);
    }
    const last = subjects.at(-1);
    if (!last || subjects.length < atOnce) return found;
    after = last.ordinal;
  }
}

function sums(
  deps: TagDeps,
  call: { counts: Counts; top: string; seen: readonly string[] },
): { total: ShownCount; at(areaId: string): ShownCount } {
  const places = deps.places.get();
  const own = (path: string) => call.seen.some((top) => isWithin(path, top));
  const all = [...call.counts.values()].reduce((sum, count) => sum + count, 0);
  const tree: CountedArea[] = [{ id: 'all', parentId: null, count: all, own: own(call.top) }];
  for (const [id, count] of call.counts)
    tree.push({ id, parentId: 'all', count, own: own(places.chainOf(id)?.path ?? '') });
  const shown = suppressCounts(tree);
  return { total: shown.get('all') ?? all, at: (areaId) => shown.get(areaId) ?? 0 };
}
