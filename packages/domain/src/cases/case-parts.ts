import type { DueDates, PartDueKey, PartShare } from './case-action.ts';
import type { PartAnswer } from './case-stage.ts';

/** One unit's share of a task force. */
export type CasePart = {
  readonly unitId: string;
  readonly lead: boolean;
  /** What is asked of it. */
  readonly words: string | null;
  /** The day it was given by name, `YYYY-MM-DD`. */
  readonly dueDay: string | null;
  /** When its clock began; null while it has none: no limit, not its turn yet, or the lead. */
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  /** It stands still with the case. */
  readonly pausedAt: Date | null;
  /** The deadline that was missed. */
  readonly ranOutAt: Date | null;
  readonly answer: PartAnswer | null;
  readonly answerWords: string | null;
  readonly finishedAt: Date | null;
};

/** The key under which a part's deadline is stored with the action that set it. */
export function partDueKey(unitId: string): PartDueKey {
  return `part:${unitId}`;
}

/** Started, not finished and not standing still. */
export function isPartRunning(part: CasePart): boolean {
  return part.dueAt !== null && part.pausedAt === null && part.finishedAt === null;
}

/** Whether the part's deadline has passed and nobody has recorded it yet. */
export function hasPartJustRunOut(part: CasePart, now: Date): boolean {
  return isPartRunning(part) && part.ranOutAt === null && part.dueAt !== null && now >= part.dueAt;
}

/** Every unit but the lead, whose answer is the case itself, has given its answer. */
export function areAllFinished(parts: readonly CasePart[]): boolean {
  return parts.every((part) => part.lead || part.finishedAt !== null);
}

/** The part whose turn it is when they answer in order. */
export function partInTurn(parts: readonly CasePart[]): CasePart | null {
  return parts.find((part) => !part.lead && part.finishedAt === null) ?? null;
}

/** The force as it is now handed out: who stays keeps clock and answer, unless it now leads. */
export function begunParts(shares: readonly PartShare[], before: readonly CasePart[]): CasePart[] {
  return shares.map(({ unitId, lead, words, dueDay }) => {
    const known = before.find((part) => part.unitId === unitId) ?? newPart(unitId);
    const asked = { ...known, lead, words: words ?? known.words, dueDay: dueDay ?? known.dueDay };
    return lead ? withoutClock(asked) : asked;
  });
}

/** The same force asked anew: in a new round, or in a stage that wants every answer again. */
export function renewedParts(parts: readonly CasePart[]): CasePart[] {
  return parts.map(({ unitId, lead, words, dueDay }) => ({ ...newPart(unitId), lead, words, dueDay }));
}

/** Clocks of parts nobody waits for any more are dropped; what ran out has run out. */
export function droppedParts(parts: readonly CasePart[]): readonly CasePart[] {
  return parts.some(isPending) ? parts.map((part) => (isPending(part) ? withoutClock(part) : part)) : parts;
}

/** The part answered; in time while `at < dueAt`. */
export function finishedParts(
  parts: readonly CasePart[],
  done: { readonly unitId: string; readonly answer: PartAnswer; readonly words: string | null; readonly at: Date },
): CasePart[] {
  return parts.map((part) => {
    if (part.unitId !== done.unitId || part.finishedAt !== null) return part;
    const late = part.dueAt !== null && (part.pausedAt ?? done.at) >= part.dueAt;
    return {
      ...part,
      pausedAt: null,
      ranOutAt: late ? part.dueAt : part.ranOutAt,
      answer: done.answer,
      answerWords: done.words,
      finishedAt: done.at,
    };
  });
}

/** The deadlines stored with an action, set to the parts they are of; `moves` when a standing clock is only pushed on. */
export function dueParts(
  parts: readonly CasePart[],
  due: DueDates,
  change: { readonly at: Date; readonly moves: boolean },
): readonly CasePart[] {
  if (!parts.some((part) => due[partDueKey(part.unitId)] !== undefined)) return parts;
  return parts.map((part) => {
    const iso = due[partDueKey(part.unitId)];
    if (iso === undefined) return part;
    const dueAt = new Date(iso);
    return change.moves ? { ...part, dueAt } : { ...part, dueAt, startedAt: change.at, pausedAt: null, ranOutAt: null };
  });
}

/** Every running part stands still from this instant. */
export function pausedParts(parts: readonly CasePart[], at: Date): readonly CasePart[] {
  return parts.some(isPartRunning)
    ? parts.map((part) => (isPartRunning(part) ? { ...part, pausedAt: at } : part))
    : parts;
}

export function wokenParts(parts: readonly CasePart[]): readonly CasePart[] {
  return parts.some((part) => part.pausedAt !== null) ? parts.map((part) => ({ ...part, pausedAt: null })) : parts;
}

/** Its deadline has been missed. */
export function missedParts(parts: readonly CasePart[], unitId: string): readonly CasePart[] {
  return parts.map((part) => (part.unitId === unitId ? { ...part, ranOutAt: part.dueAt } : part));
}

function isPending(part: CasePart): boolean {
  return part.dueAt !== null && part.finishedAt === null;
}

function withoutClock(part: CasePart): CasePart {
  return { ...part, startedAt: null, dueAt: null, pausedAt: null };
}

function newPart(unitId: string): CasePart {
  return {
    unitId,
    lead: false,
    words: null,
    dueDay: null,
    startedAt: null,
    dueAt: null,
    pausedAt: null,
    ranOutAt: null,
    answer: null,
    answerWords: null,
    finishedAt: null,
  };
}
