import { z } from 'zod';
import { CaseFilter } from '../cases/filter-shapes.ts';

/** A figure with what it is made of; `value` is null where the denominator is zero. `rows` opens it in the office. */
export const Ratio = z.object({ numerator: z.number(), denominator: z.number(), value: z.number().nullable() });
/** How many people, says who, of which year. */
export const Population = z.object({
  people: z.number().int(),
  source: z.string().nullable(),
  year: z.number().int().nullable(),
});
export const Figure = z.object({
  key: z.string(),
  value: z.number().nullable(),
  previous: z.number().nullable(),
  rows: CaseFilter.nullable(),
});
export const mapFigures = ['open', 'reported-today', 'overdue', 'on-time', 'satisfaction', 'per-thousand'] as const;
export const MapFigure = z.enum(mapFigures);
