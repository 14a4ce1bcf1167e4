import {
  type CaseAction,
  type CaseFold,
  type ClockName,
  type ClockState,
  caseJournalKinds,
  clockNames,
  isPartRunning,
  isRunning,
  onTime,
} from '@linli/domain';

/** Where a case lies, as columns: the areas of levels 2–4 above its point. */
export interface CaseAreas {
  site_id: string;
  path: string;
  area2_id: string | null;
  area3_id: string | null;
  area4_id: string | null;
}

export type CaseVisibility = 'public' | 'private' | 'sealed';

/** What the journal keeps of each action: ids, states and clocks; no words, no names. Consumers fold figures and notices from it. */
export interface CaseEventData {
  number: string;
  siteId: string;
  typeCode: string;
  visibility: CaseVisibility;
  channel: string;
  state: string;
  round: number;
  areas: { 2: string | null; 3: string | null; 4: string | null };
  unitId: string | null;
  postId: string | null;
  unitKind: string | null;
  handlerId: string | null;
  reporterIds: readonly string[];
  lng: number | null;
  lat: number | null;
  /** Of the action: the clock that ran out, the score given, what was asked, the parent merged into … */
  of: Record<string, unknown>;
  /** Of a sealed case: never shown to these units. Rows from before a case could be about several name one. */
  aboutUnitIds?: readonly string[];
  aboutUnitId?: string;
  /** Where its procedure stands, and the units of its task force; absent where it has neither. */
  stage?: string;
  /** The clock of its stage or of a part has run out and is still owed. */
  stageOut?: true;
  partUnitIds?: readonly string[];
  /** Deadlines as they stand after the action. */
  due: { handle: string | null; total: string | null };
  /** Of every clock the case has: was it in time; null while it runs. Over the round for `handle` and `total`, else in its present run. */
  onTime: Partial<Record<ClockName, boolean | null>>;
}

/** What all events of a case share. */
export interface CaseFacts extends CaseAreas {
  type_code: string;
  visibility: CaseVisibility;
  channel: string;
  lng: number | null;
  lat: number | null;
  unitKind: string | null;
  /** Whom a sealed matter is about. */
  aboutUnitIds?: readonly string[];
}

/** Whom a sealed matter is about, as an event says it. */
export function aboutUnitsOf(data: Pick<CaseEventData, 'aboutUnitIds' | 'aboutUnitId'>): readonly string[] {
  return data.aboutUnitIds ?? (data.aboutUnitId === undefined ? [] : [data.aboutUnitId]);
}

/** The part of an event that is the same for every event of one command. */
export function standingFacts(facts: CaseFacts, reporterIds: readonly string[]) {
  return {
    siteId: facts.site_id,
    typeCode: facts.type_code,
    visibility: facts.visibility,
    channel: facts.channel,
    areas: { 2: facts.area2_id, 3: facts.area3_id, 4: facts.area4_id },
    reporterIds,
    lng: facts.lng,
    lat: facts.lat,
    unitKind: facts.unitKind,
    ...(facts.aboutUnitIds?.length ? { aboutUnitIds: facts.aboutUnitIds } : {}),
  };
}

/** The part of an event that its action made. */
export function changeFacts(action: CaseAction, fold: CaseFold, extra: Record<string, unknown>) {
  return {
    state: fold.state,
    round: fold.round,
    unitId: fold.target?.unitId ?? null,
    postId: fold.target?.postId ?? null,
    handlerId: fold.handlerId,
    of: Object.assign(bare(action), extra),
    due: {
      handle: fold.clocks.handle?.dueAt.toISOString() ?? null,
      total: fold.clocks.total?.dueAt.toISOString() ?? null,
    },
    onTime: verdicts(fold),
    ...(fold.stage === null ? {} : { stage: fold.stage }),
    ...(isStageOut(fold) ? { stageOut: true as const } : {}),
    ...(fold.parts.length === 0 ? {} : { partUnitIds: fold.parts.map((part) => part.unitId) }),
  };
}

export function caseEvent(
  action: CaseAction,
  fold: CaseFold,
  facts: CaseFacts & { number: string },
  extra: Record<string, unknown>,
): { kind: string; data: CaseEventData } {
  return {
    kind: caseJournalKinds[action.kind],
    data: {
      number: facts.number,
      ...standingFacts(facts, fold.reporterIds),
      ...changeFacts(action, fold, extra),
    },
  };
}

function verdicts(fold: CaseFold): CaseEventData['onTime'] {
  const found: CaseEventData['onTime'] = {};
  for (const name of clockNames) {
    const clock = fold.clocks[name];
    if (clock) found[name] = onTime(judged(name, clock));
  }
  return found;
}

/** A rework in time does not make a late handling good; a second dispatch or check is a deed of its own. */
function judged(name: ClockName, clock: ClockState): ClockState {
  return name === 'handle' || name === 'total' ? clock : { ...clock, missed: 0 };
}

/** The action's own facts without any words people wrote. */
function bare(action: CaseAction): Record<string, unknown> {
  switch (action.kind) {
    case 'rate':
      return { score: action.data.score };
    case 'overdue':
      return { clock: action.data.clock, ...partOf(action.data.unitId) };
    case 'remind':
    case 'escalate':
      return { clock: action.data.clock, afterMinutes: action.data.afterMinutes ?? 0, ...partOf(action.data.unitId) };
    case 'decline':
      return action.data.reasonCode === undefined ? {} : { reasonCode: action.data.reasonCode };
    case 'merge':
      return { parentId: action.data.parentId };
    case 'retype':
      return { from: action.data.from };
    case 'dispatch':
      return { ruleKey: action.data.target.ruleKey ?? null, ruling: action.data.ruling === true };
    case 'return':
      return { rightUnitId: action.data.rightUnit };
    case 'handle':
      return { result: action.data.result, sampled: action.data.sampled ?? true };
    case 'advance':
      return {
        from: action.data.stage,
        outcome: action.data.outcome,
        to: action.data.to ?? null,
        ...(action.data.supervise ? { supervised: true } : {}),
        ...(action.data.result ? { result: action.data.result, sampled: action.data.sampled ?? true } : {}),
      };
    case 'join':
      return {
        ...(action.data.invited ? { invited: true } : {}),
        ...partOf(action.data.unitId),
        // Named by whoever reported: joined without doing anything.
        ...(action.data.unitId === undefined ? {} : { namedId: action.data.reporterId }),
      };
    case 'sign':
      return { stage: action.data.stage, agrees: action.data.agrees };
    case 'open-child':
      return { childId: action.data.childId };
    case 'split':
      return { unitIds: action.data.parts.map((part) => part.unitId) };
    case 'finish-part':
      return { unitId: action.data.unitId, answer: action.data.answer ?? 'done' };
    case 'ask-exclusion':
      return { ground: action.data.ground };
    case 'contact':
      return { reached: action.data.reached };
    default:
      return {};
  }
}

function isStageOut(fold: CaseFold): boolean {
  const { stage } = fold.clocks;
  if (stage && isRunning(stage) && stage.ranOutAt !== null) return true;
  return fold.parts.some((part) => part.ranOutAt !== null && isPartRunning(part));
}

function partOf(unitId: string | undefined): { unitId?: string } {
  return unitId === undefined ? {} : { unitId };
}
