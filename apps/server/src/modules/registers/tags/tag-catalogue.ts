import {
  compileRule,
  type LocalText,
  type RuleFacts,
  type RuleNode,
  ruleMatcher,
  type Sensitivity,
  type SubjectNoun,
} from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

export const tagsVersion = 'tags';

/** A tag in force or switched off, its rule ready to run. */
export interface Tag {
  id: number;
  siteId: string;
  path: string;
  code: string;
  groupCode: string;
  groupName: LocalText;
  name: LocalText;
  nouns: SubjectNoun[];
  purpose: LocalText;
  sensitivity: Sensitivity;
  rule: string | null;
  words: string[];
  expiryDays: number | null;
  state: 'on' | 'off';
  version: number;
  triedVersion: number | null;
  pack: string | null;
  changedAt: Date;
  changedWords: string;
  /** Null for a hand-set tag, and for a rule the whitelist no longer knows: that one sets nothing. */
  compiled: { node: RuleNode; matches: (facts: RuleFacts, today: string) => boolean } | null;
}

export interface TagCatalogue {
  byId: ReadonlyMap<number, Tag>;
  /** Tags in force of one site. */
  inForce(siteId: string): readonly Tag[];
}

export async function loadTags(db: Db): Promise<TagCatalogue> {
  const { rows } = await sql<
    Omit<Tag, 'compiled'>
  >`select id, site_id as "siteId", path::text, code, group_code as "groupCode",
      group_name as "groupName", name, nouns, purpose, sensitivity, rule, words, expiry_days as "expiryDays", state, version,
      tried_version as "triedVersion", pack, changed_at as "changedAt", changed_words as "changedWords"
    from tag order by id`.execute(db);
  const tags = rows.map((row): Tag => ({ ...row, compiled: compiledOf(row) }));
  const bySite = new Map<string, Tag[]>();
  for (const tag of tags) if (tag.state === 'on') bySite.set(tag.siteId, [...(bySite.get(tag.siteId) ?? []), tag]);
  return { byId: new Map(tags.map((tag) => [tag.id, tag])), inForce: (siteId) => bySite.get(siteId) ?? [] };
}

function compiledOf({ rule, nouns }: Pick<Tag, 'rule' | 'nouns'>): Tag['compiled'] {
  const [noun] = nouns;
  if (rule === null || !noun) return null;
  const result = compileRule(rule, noun);
  return result.ok ? { node: result.node, matches: ruleMatcher(result.node) } : null;
}
