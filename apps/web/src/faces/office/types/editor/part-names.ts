import words from '../../../../text/zh-CN/types.json' with { type: 'json' };
import type types from '../../../../text/zh-CN/types.json';

type PartName = keyof (typeof types)['part'];

/** Whether a key of a definition has a word of its own; keys written by people (of fields, rules) have none. */
export function isPart(key: string): key is PartName {
  return Object.hasOwn(words.part, key);
}
