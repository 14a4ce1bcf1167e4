import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { TypeChange, TypeCode, typeOrigins } from './type-shapes.ts';

export const listTypeVersions = query({
  name: 'list-type-versions',
  module: 'cases',
  summary: 'Every version of a case type: since when, by whom, what changed, how many open cases still run by it',
  input: { code: TypeCode },
  output: z.object({
    code: z.string(),
    pack: z.string(),
    name: LocalText,
    /** New reports begin under this one. */
    inForce: z.number().int(),
    /** Newest first. */
    versions: z.array(
      z.object({
        version: z.number().int(),
        origin: z.enum(typeOrigins),
        at: z.iso.datetime(),
        byWords: z.string(),
        note: z.string(),
        openCases: z.number().int(),
        /** Against the version before; empty for the first. */
        changes: z.array(TypeChange),
      }),
    ),
    draft: z
      .object({
        revision: z.number().int(),
        baseVersion: z.number().int(),
        changedAt: z.iso.datetime(),
        byWords: z.string(),
      })
      .nullable(),
    /** The pack has a newer version that waits because the version in force is the street's own. */
    offer: z
      .object({ packVersion: z.number().int(), seenAt: z.iso.datetime(), changes: z.array(TypeChange) })
      .nullable(),
  }),
  allow: 'types:edit',
});
