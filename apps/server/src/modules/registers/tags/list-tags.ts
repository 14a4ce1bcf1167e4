import type { listTags, OutputOf, TagView } from '@linli/contract';
import { type Actor, fieldsOfRule, isDateDependent, wordsOfRule } from '@linli/domain';
import { dayOf } from '../../../platform/clock.ts';
import { type FrameArea, frameOf } from './area-frame.ts';
import type { TagDeps } from './deps.ts';
import { mayEditTag, seesTag, siteFor } from './policy.ts';
import type { Tag } from './tag-catalogue.ts';

export function tagsFor(deps: TagDeps, actor: Actor): OutputOf<typeof listTags> {
  const places = deps.places.get();
  const site = siteFor(actor, places);
  const today = dayOf(deps.clock.now());
  const byPath = new Map(frameOf(places, { siteId: site.id, today }).inForce.map((area) => [area.path, area]));
  const tags = [...deps.tags.get().byId.values()].filter((tag) => seesTag(actor, tag, site));
  return {
    tags: tags.flatMap((tag) => {
      const area = byPath.get(tag.path);
      return area ? [viewOf(tag, actor, area)] : [];
    }),
  };
}

function viewOf(tag: Tag, actor: Actor, area: FrameArea): TagView {
  const [noun = 'person'] = tag.nouns;
  const node = tag.compiled?.node ?? null;
  return {
    id: tag.id,
    code: tag.code,
    areaId: area.id,
    areaName: area.name,
    group: { code: tag.groupCode, name: tag.groupName },
    name: tag.name,
    nouns: tag.nouns,
    purpose: tag.purpose,
    sensitivity: tag.sensitivity,
    rule: tag.rule,
    ruleWords: node ? wordsOfRule(node, noun) : null,
    fields: node ? fieldsOfRule(node) : [],
    daily: node ? isDateDependent(node) : false,
    words: tag.words,
    expiryDays: tag.expiryDays,
    on: tag.state === 'on',
    version: tag.version,
    tried: tag.rule === null || tag.triedVersion === tag.version,
    pack: tag.pack,
    mayEdit: mayEditTag(actor, tag),
    changedAt: tag.changedAt.toISOString(),
    changedBy: tag.changedWords,
  };
}
