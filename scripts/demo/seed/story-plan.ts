import type { CaseTarget } from '@linli/domain';
import type { Random } from '../street/random.ts';
import type { Report } from './draw-report.ts';

/** Where a story stops because nobody goes on. */
export type StoryStop =
  | 'reported'
  | 'accepted'
  | 'returned'
  | 'returned-twice'
  | 'dispatched'
  | 'in-hand'
  | 'extension-asked'
  | 'suspension-asked'
  | 'void-asked'
  | 'suspended'
  | 'handled'
  | 'rework'
  | 'closed';

/** What shall happen to one case, as far as the loop lets it. */
export interface StoryPlan {
  /** Seen and solved by the worker who found it. */
  onTheSpot: boolean;
  ending: 'closed' | 'declined' | 'void';
  /** The declined reporter objects, once. */
  objects: boolean;
  returns: 0 | 1 | 2;
  /** Where the dispatcher sends it after a return, when not to the unit that was named. */
  afterReturn: CaseTarget | null;
  request: 'extension' | 'suspension' | null;
  granted: boolean;
  late: boolean;
  rework: boolean;
  reopens: boolean;
  rates: boolean;
  contacts: boolean;
  joins: number;
  urges: number;
  supervised: boolean;
  /** The desk finds a second report of the same thing and merges it. */
  twin: boolean;
  /** Who that second reporter is, when it must be somebody. */
  twinReporterId: string | null;
  /** Who takes it, when it must be somebody. */
  handlerId: string | null;
  stop: StoryStop | null;
  /** Everything happens before this instant, whatever the hour: for what must have happened by now. */
  hurry: Date | null;
}

export const plainPlan: StoryPlan = {
  onTheSpot: false,
  ending: 'closed',
  objects: false,
  returns: 0,
  afterReturn: null,
  request: null,
  granted: true,
  late: false,
  rework: false,
  reopens: false,
  rates: true,
  contacts: true,
  joins: 0,
  urges: 0,
  supervised: false,
  twin: false,
  twinReporterId: null,
  handlerId: null,
  stop: null,
  hurry: null,
};

const dayMs = 86_400_000;
/** Where things get stuck, the usual places more often. */
const stops: readonly StoryStop[] = [
  'accepted',
  'dispatched',
  'dispatched',
  'dispatched',
  'in-hand',
  'in-hand',
  'in-hand',
  'in-hand',
  'extension-asked',
  'suspension-asked',
  'void-asked',
  'suspended',
  'suspended',
  'handled',
  'handled',
  'rework',
  'returned',
  'returned-twice',
];

/** The plan of an ordinary case. The shares are what a well-run street shows. */
export function drawPlan(random: Random, report: Report, now: Date): StoryPlan {
  const ageDays = (now.getTime() - report.at.getTime()) / dayMs;
  const worker = report.reporterKind === 'worker' && report.type.definition.selfHandle;
  return {
    onTheSpot: worker && random.chance(0.4),
    ending: drawEnding(random),
    objects: random.chance(0.12),
    returns: drawReturns(random),
    afterReturn: null,
    twinReporterId: null,
    handlerId: null,
    request: drawRequest(random),
    granted: random.chance(0.75),
    late: random.chance(0.032),
    rework: random.chance(0.1),
    reopens: random.chance(0.045),
    rates: random.chance(0.86),
    contacts: random.chance(0.55),
    joins: random.chance(0.09) ? random.int(1, 3) : 0,
    urges: random.chance(0.08) ? random.int(1, 2) : 0,
    supervised: random.chance(0.03),
    twin: random.chance(0.013),
    stop: random.chance(stuckShare(ageDays)) ? random.pick(stops) : null,
    hurry: null,
  };
}

function stuckShare(ageDays: number): number {
  if (ageDays < 2) return 0.03;
  if (ageDays < 8) return 0.06;
  return ageDays < 25 ? 0.045 : 0.02;
}

function drawEnding(random: Random): StoryPlan['ending'] {
  if (random.chance(0.14)) return 'declined'; // only where the desk looks first
  return random.chance(0.012) ? 'void' : 'closed';
}

function drawReturns(random: Random): StoryPlan['returns'] {
  if (random.chance(0.007)) return 2;
  return random.chance(0.045) ? 1 : 0;
}

function drawRequest(random: Random): StoryPlan['request'] {
  if (random.chance(0.05)) return 'extension';
  return random.chance(0.018) ? 'suspension' : null;
}
