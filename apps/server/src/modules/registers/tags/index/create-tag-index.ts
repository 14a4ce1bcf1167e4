import { AsyncResource } from 'node:async_hooks';
import { conditionField, type Day, leavesOf, type SubjectNoun, subjectNouns, type TagExpression } from '@linli/domain';
import type pg from 'pg';
import type { Database } from '../../../../platform/db/database.ts';
import { type Cursor, findHorizon, readJournalOfKinds } from '../../../../platform/journal/index.ts';
import type { Log } from '../../../../platform/log.ts';
import { compileQuestion } from './compile-question.ts';
import { loadField, loadTable, systemRead } from './load-table.ts';
import { changedIn, readSubjects, subjectKinds } from './read-changes.ts';
import { createSubjectTable, replaceSubject, type SubjectTable } from './subject-table.ts';
import { countQuestion, walkQuestion } from './walk-question.ts';

/** What is asked: how many, and which, of one noun. */
export interface TagQuestion {
  expression: TagExpression;
  noun: SubjectNoun;
  today: Day;
  /** Is the lowest area at or below another? */
  isWithin(leafId: string, areaId: string): boolean;
}

export interface TagIndex {
  /** Begins to load; a second call does nothing. */
  start(): void;
  /** Counts by lowest area; null while the index (or a field of the question) is being loaded. */
  count(question: TagQuestion): Map<string, number> | null;
  /** Ordinals after `after` in areas that `isShown`, in order; null as above. */
  list(
    question: TagQuestion,
    page: { after: number; limit: number; isShown(areaId: string): boolean },
  ): number[] | null;
  /** Resolves when what is in the journal now has been taken in; for tests and benches. */
  caughtUp(): Promise<void>;
  /** Milliseconds the last load took; null before. */
  readonly loadedInMs: number | null;
  close(): Promise<void>;
}

const followMs = 300;
const journalRows = 2000;
const rereadAtOnce = 500;

/**
 * Every subject's tags in the memory of this process, for counting in milliseconds. The truth is the table; the journal says what changed.
 * Several processes have one each.
 */
export function createTagIndex(deps: { database: Database; pool: pg.Pool; log: Log }): TagIndex {
  const { database, log } = deps;
  const read = systemRead(deps.pool);
  let table: SubjectTable | null = null;
  let cursor: Cursor | null = null;
  let loadedInMs: number | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;
  const asked = new Set<string>();
  const ready = new Set<string>();
  const fieldLoads = new Set<Promise<void>>();
  // A part of a field and a changed subject are never read in one order and taken in in another.
  let chain: Promise<unknown> = Promise.resolve();
  const together = <T>(work: () => Promise<T>): Promise<T> => {
    const done = chain.then(work, work);
    chain = done.catch(() => undefined);
    return done;
  };

  async function load(): Promise<void> {
    const began = performance.now();
    // Taken first: what changes while the table is read is read again from the journal.
    const from = await database.asSystem(findHorizon);
    const fresh = createSubjectTable();
    await loadTable(fresh, read, () => stopped);
    cursor = from;
    table = fresh;
    loadedInMs = performance.now() - began;
  }

  /** One batch of the journal; true when there may be more. */
  async function follow(): Promise<boolean> {
    const [to, from] = [table, cursor];
    if (!to || !from) return false;
    const batch = await database.asSystem((db) =>
      readJournalOfKinds(db, from, { kinds: subjectKinds, limit: journalRows }),
    );
    const { ids, ordinals } = changedIn(batch.rows);
    for (let at = 0; at < Math.max(ids.length, ordinals.length) && !stopped; at += rereadAtOnce)
      await together(async () => {
        const part = { ids: ids.slice(at, at + rereadAtOnce), ordinals: ordinals.slice(at, at + rereadAtOnce) };
        for (const { ordinal, now } of await database.asSystem((db) => readSubjects(db, part)))
          replaceSubject(to, ordinal, now);
      });
    cursor = batch.cursor;
    return batch.rows.length === journalRows;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        if (!table) await load();
        while (!stopped && (await follow()));
      } catch (error) {
        if (!stopped) log.warn({ err: error }, 'tags: following the journal failed, trying again');
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, followMs));
    }
  }

  // The first question starts it from inside its own transaction, which the loop is no part of.
  const runOutside = AsyncResource.bind(run);
  function start(): void {
    running ??= runOutside();
  }

  function loadAsked(name: string, to: SubjectTable): void {
    const field = conditionField(name);
    const noun = subjectNouns.find((each) => each === name.split('.')[0]);
    if (asked.has(name) || !field || !noun) return;
    asked.add(name);
    const kind = field.kind === 'code' || field.kind === 'boolean' ? 'sets' : 'values';
    const done = loadField(to, { noun, code: field.code, kind }, { read, together, isStopped: () => stopped }).then(
      () => void ready.add(name),
      (error: unknown) => {
        asked.delete(name);
        to.fields.delete(name);
        if (!stopped) log.warn({ err: error, field: name }, 'tags: a field was not loaded');
      },
    );
    fieldLoads.add(done);
    void done.finally(() => fieldLoads.delete(done));
  }

  /** The table when everything the question needs is in it. */
  function tableFor(expression: TagExpression): SubjectTable | null {
    start();
    if (!table) return null;
    const names = leavesOf(expression).flatMap((leaf) => ('field' in leaf ? [leaf.field] : []));
    const missing = names.filter((name) => !ready.has(name));
    for (const name of missing) loadAsked(name, table);
    return missing.length === 0 ? table : null;
  }

  function bound(question: TagQuestion, to: SubjectTable) {
    const leavesWithin = (areaId: string) =>
      new Set(to.leaves.flatMap((leafId, at) => (question.isWithin(leafId, areaId) ? [at] : [])));
    return compileQuestion(question.expression, { table: to, today: question.today, leavesWithin });
  }

  return {
    start,
    get loadedInMs() {
      return loadedInMs;
    },
    count(question) {
      const to = tableFor(question.expression);
      if (!to) return null;
      const counts = new Int32Array(to.leaves.length);
      countQuestion(bound(question, to), { base: to.present[question.noun], used: to.used, leaf: to.leaf, counts });
      const found = new Map<string, number>();
      for (const [at, id] of to.leaves.entries()) if (counts[at]) found.set(id, counts[at] ?? 0);
      return found;
    },
    list(question, { after, limit, isShown }) {
      const to = tableFor(question.expression);
      if (!to) return null;
      const shown = Uint8Array.from(to.leaves, (id) => (isShown(id) ? 1 : 0));
      const found: number[] = [];
      const call = { base: to.present[question.noun], used: to.used, start: after + 1 };
      walkQuestion(bound(question, to), call, (position) => {
        if (shown[to.leaf[position] ?? 0] === 1) found.push(position);
        return found.length < limit;
      });
      return found;
    },
    async caughtUp() {
      start();
      while (!table && !stopped) await new Promise((resolve) => setTimeout(resolve, 10));
      await Promise.all(fieldLoads);
      const until = await database.asSystem(findHorizon);
      const isBehind = () => cursor === null || BigInt(cursor.xid) < BigInt(until.xid);
      while (!stopped && isBehind()) await new Promise((resolve) => setTimeout(resolve, 10));
      await together(async () => undefined);
    },
    async close() {
      stopped = true;
      await running;
      await Promise.all(fieldLoads);
    },
  };
}
