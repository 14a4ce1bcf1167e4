import type { ElderlyFigures } from '@linli/contract';
import type { z } from 'zod';
import { type RegistersSearch, withoutNone } from '../list/registers-search.ts';

export type Figures = z.infer<typeof ElderlyFigures>;
/** Figures of one number each; ability has five and stands by itself. */
export const figureNames = [
  'over60',
  'over80',
  'over100',
  'alone',
  'emptyNest',
  'allElderly',
  'meals',
  'homeCare',
  'emergencyButton',
  'homeAdapted',
] as const satisfies readonly Exclude<keyof Figures, 'ability' | 'people'>[];
export type FigureName = (typeof figureNames)[number];

/** Which field and value a figure counts besides age. */
const held: Readonly<Partial<Record<FigureName, readonly [string, string]>>> = {
  alone: ['livingArrangement', 'alone'],
  emptyNest: ['livingArrangement', 'empty-nest'],
  allElderly: ['livingArrangement', 'all-elderly'],
  meals: ['mealService', 'true'],
  homeCare: ['homeCare', 'true'],
  emergencyButton: ['emergencyButton', 'true'],
  homeAdapted: ['homeAdapted', 'true'],
};
const years: Readonly<Partial<Record<FigureName, number>>> = { over80: 80, over100: 100 };

/** The rows of the register that a figure counts: of that age on that day, with that value. */
export function rowsOfFigure(name: FigureName, on: { areaId: string | undefined; today: string }): RegistersSearch {
  const [field, value] = held[name] ?? [];
  return withoutNone({
    noun: 'person',
    areaId: on.areaId,
    bornUntil: bornBefore(on.today, years[name] ?? 60),
    field,
    value,
  });
}

/** The rows behind an ability level. */
export function rowsOfAbility(level: number, on: { areaId: string | undefined; today: string }): RegistersSearch {
  return withoutNone({
    noun: 'person',
    areaId: on.areaId,
    bornUntil: bornBefore(on.today, 60),
    field: 'abilityLevel',
    value: String(level),
  });
}

/** Whoever was born before this day is that many years old today: the day after the birthday of those who turn it today. */
export function bornBefore(today: string, age: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // Of 29 February in a common year the last day of the month counts, as the database reckons it.
  const last = new Date(Date.UTC(year - age, month, 0)).getUTCDate();
  return new Date(Date.UTC(year - age, month - 1, Math.min(day, last) + 1)).toISOString().slice(0, 10);
}
