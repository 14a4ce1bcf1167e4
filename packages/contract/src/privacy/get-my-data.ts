import { LocalText, registerFieldKinds } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { LinkKindName, SubjectRef } from '../registers/shapes.ts';
import { HeldField } from './shapes.ts';

export const getMyData = query({
  name: 'get-my-data',
  module: 'privacy',
  summary:
    'Everything held of me or my ward: by group with source, basis and time of keeping, who looked at it and why',
  input: { subjectId: z.uuid() },
  output: z.object({
    subject: SubjectRef,
    role: z.enum(['self', 'guardian']),
    groups: z.array(
      z.object({
        group: z.string(),
        keptDays: z.number().int(),
        fields: z.array(
          HeldField.extend({
            kind: z.enum(registerFieldKinds),
            /** What a code may be, for saying the right one. */
            options: z.array(z.object({ value: z.string(), label: LocalText })),
          }),
        ),
      }),
    ),
    links: z.array(
      z.object({
        kind: LinkKindName,
        role: z.string(),
        /** Of a guardianship: the person is the guardian, not the ward. */
        guards: z.boolean(),
        name: z.string(),
        from: z.iso.date(),
        until: z.iso.date().nullable(),
        /** A guardian by agreement whom a second keeper has not confirmed: nothing follows from it yet. */
        waits: z.boolean(),
      }),
    ),
    tags: z.array(z.object({ code: z.string(), name: LocalText, byRule: z.boolean(), purpose: LocalText })),
    looks: z.array(
      z.object({
        at: z.iso.datetime(),
        by: z.string(),
        unit: z.string().nullable(),
        reason: z.string(),
        field: z.string(),
        label: LocalText.nullable(),
      }),
    ),
  }),
  allow: 'signed-in',
});
