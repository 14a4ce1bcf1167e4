import type { CaseType } from '../../../apps/server/src/modules/cases/catalogue.ts';
import type { Random } from '../street/random.ts';
import { hasCaseWords } from './case-words.ts';
import { pickWeighted } from './pick-weighted.ts';
import { hourOf } from './report-times.ts';
import type { World } from './world.ts';

/** How often each type is reported, relative to the others. */
const weights: Readonly<Record<string, number>> = {
  '06010': 10,
  '09010': 8,
  'loc-03': 7,
  '06028': 6,
  '06042': 5,
  '06017': 5,
  '07001': 5,
  '06013': 5,
  '09005': 5,
  '09011': 5,
  '09001': 4,
  '09012': 4,
  'loc-04': 4,
  'loc-99': 4,
  'rep-01': 4,
  bulky: 4,
  '06012': 3,
  '01037': 3,
  '01002': 2,
  'loc-01': 1.5,
  'loc-02': 1.2,
  '06001': 1.2,
  'voice-03': 1,
  'voice-04': 1,
  'hand-up': 1.3,
  'hand-up-urgent': 0.4,
  'hand-down': 1,
  'hand-down-project': 0.3,
};
const usualWeight = 2.2;
/** What people report at night; the rest waits for the morning. */
const nightly = new Set([
  '06028',
  'rep-01',
  'rep-02',
  'rep-04',
  'rep-05',
  '01037',
  '09012',
  'loc-01',
  'loc-04',
  'hand-up-urgent',
]);
const nightShare = 0.08;

/** Procedures are told by `procedure-cases.ts`; duties are only made of other cases. */
function isOrdinary({ active, definition }: CaseType): boolean {
  return active && definition.stages.length === 0 && !definition.childOnly && hasCaseWords(definition);
}

/** Draws the type of an ordinary report among those switched on, fitting the hour. */
export function createTypeDraw(world: World, random: Random): (at: Date) => CaseType {
  const types = [...world.catalogue.types.values()].filter(isOrdinary);
  const sorted = types.sort((a, b) => a.definition.code.localeCompare(b.definition.code));
  if (sorted.length === 0) throw new Error('no case type is switched on: store the packs first');
  const weigh = (type: CaseType, isNight: boolean): number => {
    const { code } = type.definition;
    return (weights[code] ?? usualWeight) * (isNight && !nightly.has(code) ? nightShare : 1);
  };
  return (at) => {
    const isNight = hourOf(at) >= 22 || hourOf(at) < 6;
    return pickWeighted(random, sorted, (type) => weigh(type, isNight));
  };
}
