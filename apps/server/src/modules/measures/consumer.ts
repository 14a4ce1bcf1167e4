import type { Db } from '../../platform/db/database.ts';
import type { Consumer, JournalRow } from '../../platform/journal/index.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import { figureChanges } from './figure-changes.ts';
import { foldFact } from './fold-fact.ts';
import { emptyMeasures, findFacts, listCaseEvents, saveChanges, saveFacts, toCaseEvent } from './store.ts';

/** Keeps facts and figures from the journal, a few statements to a batch. Rewind it to rebuild them. */
export const measuresConsumer: Consumer = { name: 'measures', handle: applyRows, reset: emptyMeasures };

async function applyRows(db: Db, rows: readonly JournalRow[]): Promise<void> {
  const events = rows.flatMap((row) => toCaseEvent(row) ?? []);
  const last = rows.at(-1);
  if (events.length === 0 || !last) return;
  const byCase = groupByCase(events);
  const before = await findFacts(db, [...byCase.keys()]);
  await replaceLate(db, byCase, before, last);
  const changed: { before: CaseFact | null; after: CaseFact }[] = [];
  for (const [caseId, { events: ofCase, afresh }] of byCase) {
    const known = before.get(caseId) ?? null;
    const after = foldAll(afresh ? null : known, ofCase);
    if (after) changed.push({ before: known, after });
  }
  await saveFacts(
    db,
    changed.map(({ after }) => after),
  );
  await saveChanges(db, figureChanges(changed));
}

interface CaseGroup {
  events: CaseEvent[];
  /** The whole story is folded again, not only what is new. */
  afresh: boolean;
}

/**
 * Rows come by transaction: two on the same case may arrive in another order than they happened to it (seq), even in different
 * batches, and a rewound consumer sees rows again. Such a case is folded afresh from the journal up to here.
 */
async function replaceLate(
  db: Db,
  byCase: Map<string, CaseGroup>,
  before: ReadonlyMap<string, CaseFact>,
  until: JournalRow,
): Promise<void> {
  const late = [...byCase].filter(([caseId, { events }]) => (events[0]?.seq ?? 0) <= (before.get(caseId)?.seq ?? -1));
  if (late.length === 0) return;
  for (const [caseId] of late) byCase.set(caseId, { events: [], afresh: true });
  for (const event of await listCaseEvents(
    db,
    late.map(([caseId]) => caseId),
    until,
  ))
    byCase.get(event.caseId)?.events.push(event);
}

function groupByCase(events: readonly CaseEvent[]): Map<string, CaseGroup> {
  const groups = new Map<string, CaseGroup>();
  for (const event of events) {
    const group = groups.get(event.caseId);
    if (group) group.events.push(event);
    else groups.set(event.caseId, { events: [event], afresh: false });
  }
  for (const group of groups.values()) group.events.sort((a, b) => a.seq - b.seq);
  return groups;
}

function foldAll(start: CaseFact | null, events: readonly CaseEvent[]): CaseFact | null {
  let fact = start;
  for (const event of events) fact = foldFact(fact, event);
  return fact;
}
