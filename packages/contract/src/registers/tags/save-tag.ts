import { LocalText, SensitivityLevel } from '@linli/domain';
import { z } from 'zod';
import { command } from '../../operation.ts';
import { TagId, TagNoun } from './tag-shapes.ts';

export const saveTag = command({
  name: 'save-tag',
  module: 'registers',
  summary:
    'Define a tag of an area, by hand or by rule, or make a new version of it; it is not in force until it is switched on',
  input: {
    /** A new tag when absent. */
    tagId: TagId.optional(),
    /** The version that was changed; another in between is refused. */
    version: z.number().int().min(1).optional(),
    /** Where it stands: the area and all below. */
    areaId: z.uuid(),
    name: LocalText,
    noun: TagNoun,
    purpose: LocalText,
    sensitivity: SensitivityLevel,
    rule: z.string().trim().min(1).max(1000).optional(),
    words: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
    expiryDays: z.number().int().min(1).max(3650).optional(),
  },
  output: z.object({ tagId: TagId, version: z.number().int() }),
  errors: ['tag-rule-invalid', 'tag-rule-unknown', 'tag-level-low', 'tag-changed', 'tag-of-pack'],
  allow: 'tags:edit',
});
