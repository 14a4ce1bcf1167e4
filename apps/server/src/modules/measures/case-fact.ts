import type { CaseState, ClockName } from '@linli/domain';
import type { CaseEventData } from '../cases/index.ts';
import type { FigureKey } from './figure-keys.ts';

/** So many of one figure on one day; `unitId` where the deed was a unit's. As an array: a million cases keep several each. */
export type Mark = [key: FigureKey, day: string, unitId: string | null, count: number];

/** A deed with a deadline: counted on the day it was due. `dueDay` null = the type sets no deadline, nothing to judge. */
export interface DueDeed {
  dueDay: string | null;
  late: boolean;
  unitId: string | null;
}

/** What the figures of one case are made of, kept between its events. */
export interface FactFold {
  reportedDay: string;
  origin: 'citizen' | 'worker' | 'other';
  /** The desk took it as a case; null while it has not, or has taken that back. */
  filed: { day: string; late: boolean } | null;
  decidedDay: string | null;
  dispatchedDay: string | null;
  /** First contact was made or missed; either way it counts no more. */
  contactSettled: boolean;
  /** Of this round; a reopening settles them. */
  handled: DueDeed | null;
  result: Mark | null;
  closed: (DueDeed & { onDay: string }) | null;
  rating: { day: string; score: number; unitId: string | null } | null;
  due: { handle: string | null; total: string | null };
  /** It came by the citizens' hotline. */
  hotline?: true;
  /** Two people agreed to leave it out of the figures. */
  excluded?: true;
  /** Clocks that ran out and were not stopped since, with the instant each was due. */
  ranOut: Partial<Record<ClockName, string>>;
  /** What later events no longer change. */
  settled: Mark[];
}

export interface CaseFact {
  caseId: string;
  /** The last journal row folded in. */
  seq: number;
  siteId: string;
  area2Id: string | null;
  area3Id: string | null;
  area4Id: string | null;
  typeCode: string;
  state: CaseState;
  unitId: string | null;
  /** Who must act: `desk`, `check`, `unit:<id>`, `post:<id>`, `pool:<kind>`; null when nobody. */
  holder: string | null;
  /** The earliest deadline that is missed now; null when none, and while the clocks stand still. */
  overdueSince: string | null;
  fold: FactFold;
}

/** A row of the journal about a case. */
export interface CaseEvent {
  caseId: string;
  seq: number;
  at: Date;
  /** Past tense: `case.dispatched`. */
  kind: string;
  data: CaseEventFacts;
}

/** What the figures read of a case's event. */
export type CaseEventFacts = Pick<
  CaseEventData,
  'siteId' | 'typeCode' | 'channel' | 'areas' | 'unitId' | 'postId' | 'unitKind' | 'of' | 'due' | 'onTime' | 'stageOut'
> & { state: CaseState };
