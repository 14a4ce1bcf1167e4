/**
 * Tags of the registers (docs/tags.md): what a subject is, by rule or by hand; counted, listed and mapped from memory.
 * Owns tag, tag_version, tag_hand, tag_run, tag_view, tag_export and the column subject.tags. Promises: a rule sets exactly those of whom its
 * fields are known, a hand-set tag has who, why and until; small numbers stay hidden where people may not be seen; the index says what the
 * table says. Never: keeps a tag without a purpose, a list of people in a file without two people and a reason.
 */
export { createTags } from './create-tags.ts';
export type { TagIndex } from './index/create-tag-index.ts';
export { storePackTags } from './store-pack-tags.ts';
export { loadTags, type TagCatalogue, tagsVersion } from './tag-catalogue.ts';

import './tables.ts';
