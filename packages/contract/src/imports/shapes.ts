import { z } from 'zod';

/** What a column of another system's table can mean here. `form.<key>` fills a field of the case type's form. */
export const importTargets = [
  'number',
  'reported-at',
  'words',
  'address',
  'area',
  'lng',
  'lat',
  'type',
  'urgent',
  'unit',
  'caller-name',
  'caller-phone',
  'anonymous',
  'wants-answer',
  'chases',
  'closed-at',
  'closed-words',
  'closed-result',
] as const;
export type ImportTarget = (typeof importTargets)[number];
export const ImportTargetName = z.union([z.enum(importTargets), z.string().regex(/^form\.[a-z][a-zA-Z0-9]{0,39}$/)]);

/** What is written back into the columns that the other system waits for. */
export const importResults = [
  'case-number',
  'state',
  'unit',
  'result',
  'result-words',
  'handled-at',
  'contacted',
  'contacted-at',
  'contact-words',
  'answered',
  'satisfaction',
  'on-time',
] as const;
export type ImportResultKey = (typeof importResults)[number];

const Heading = z.string().trim().min(1).max(80);
/** Value maps: what the other system writes → what it is here. Units by id, types by code, results and yes/no by their words. */
export const mappedTargets = ['type', 'urgent', 'unit', 'area', 'anonymous', 'wants-answer', 'closed-result'] as const;

/** How another system's table is read and answered; saved under a name and used again. */
export const ImportMapping = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** Names the other system: together with an order's number it is one case for ever. */
  system: z.string().trim().min(1).max(60),
  columns: z.array(z.strictObject({ heading: Heading, to: ImportTargetName })).max(120),
  values: z
    .array(z.strictObject({ to: z.enum(mappedTargets), from: z.string().trim().max(200), value: z.string().max(80) }))
    .max(1000)
    .default([]),
  /** The type where no column says one. */
  typeCode: z.string().max(40).nullable().default(null),
  /** Where the point's numbers come from. */
  crs: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
  /** A unit nobody knows: go by the type's rules, or name the row as bad. */
  unknownUnit: z.enum(['rule', 'bad']).default('rule'),
  channel: z.enum(['hotline', 'import']).default('hotline'),
  results: z
    .array(z.strictObject({ heading: Heading, give: z.enum(importResults) }))
    .max(40)
    .default([]),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
