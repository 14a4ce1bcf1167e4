import type { listSamePairs, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../../platform/http/page-key.ts';
import type { RegisterDeps } from '../deps.ts';
import { findReader } from '../policy.ts';
import { findSubjectRows } from '../subject-row.ts';
import { subjectLine } from '../subject-view.ts';

interface PairRow {
  id: string;
  oneId: string;
  otherId: string;
  ground: string;
  score: number;
  agreed: string[];
  state: 'open' | 'merged' | 'different';
  foundAt: Date;
  decidedAt: Date | null;
  mergeId: string | null;
}

const shown: Readonly<Record<string, readonly string[]>> = {
  person: ['sex', 'born'],
  home: ['use'],
  entity: ['creditCode'],
};

/** Pairs of which the reader keeps both sides. */
export async function findSamePairs(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listSamePairs> },
): Promise<OutputOf<typeof listSamePairs>> {
  const { actor, input } = call;
  const key = readPageKey(input.after, ['text', 'uuid']);
  const score = Number(key?.[0] ?? 0);
  const after = key
    ? sql`and (same_pair.score < ${score}::real or (same_pair.score = ${score}::real and same_pair.id > ${key[1]}::uuid))`
    : sql``;
  const { rows } =
    await sql<PairRow>`select same_pair.id, same_pair.one_id as "oneId", same_pair.other_id as "otherId", same_pair.ground,
      same_pair.score, same_pair.agreed, same_pair.state, same_pair.found_at as "foundAt", same_pair.decided_at as "decidedAt",
      (select subject_merge.id from subject_merge where subject_merge.undone_at is null and subject_merge.kept_id in (same_pair.one_id, same_pair.other_id)
        and subject_merge.gone_id in (same_pair.one_id, same_pair.other_id) limit 1) as "mergeId"
    from same_pair where same_pair.state = ${input.state} ${after}
    order by same_pair.score desc, same_pair.id limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const subjects = await findSubjectRows(
    db,
    page.flatMap((row) => [row.oneId, row.otherId]),
  );
  const homes = await findSubjectRows(
    db,
    [...subjects.values()].map((row) => row.homeId),
  );
  const reader = await findReader(db, actor);
  const places = deps.places.get();
  const histories = await findHistories(db, page);
  const last = page.at(-1);
  return {
    pairs: page.flatMap(({ oneId, otherId, foundAt, decidedAt, ...row }) => {
      const [one, other] = [subjects.get(oneId), subjects.get(otherId)];
      if (!one || !other || ![one, other].every((side) => mayInArea(actor, 'registers:edit', side.path))) return [];
      const line = (side: typeof one) => subjectLine(reader, side, { places, homes, fields: shown[side.noun] ?? [] });
      return [
        {
          ...row,
          history: histories.get(row.id) ?? [],
          one: line(one),
          other: line(other),
          foundAt: foundAt.toISOString(),
          decidedAt: decidedAt?.toISOString() ?? null,
        },
      ];
    }),
    next: rows.length > input.limit && last ? pageKey([String(last.score), last.id]) : null,
  };
}

type Pair = OutputOf<typeof listSamePairs>['pairs'][number];

/** What was done with each pair, parted again or not. A merge is read by whoever reads the entry that was kept. */
async function findHistories(db: Db, pairs: readonly PairRow[]): Promise<Map<string, Pair['history']>> {
  const { rows } = await sql<{
    pairId: string;
    mergeId: string;
    at: Date;
    by: string;
    reason: string;
    undoneAt: Date | null;
    undoneBy: string | null;
    undoneReason: string | null;
  }>`select p.id as "pairId", m.id as "mergeId", m.at, m.by_words as by, m.reason, m.undone_at as "undoneAt",
      m.undone_words as "undoneBy", m.undone_reason as "undoneReason"
    from same_pair p join subject_merge m on (m.kept_id, m.gone_id) in ((p.one_id, p.other_id), (p.other_id, p.one_id))
    where p.id = any(${pairs.map(({ id }) => id)}::uuid[]) order by m.at desc, m.id`.execute(db);
  const histories = new Map<string, Pair['history']>();
  for (const { pairId, at, undoneAt, undoneBy, undoneReason, ...merge } of rows) {
    const undone =
      undoneAt === null ? null : { at: undoneAt.toISOString(), by: undoneBy ?? '', reason: undoneReason ?? '' };
    histories.set(pairId, [...(histories.get(pairId) ?? []), { ...merge, at: at.toISOString(), undone }]);
  }
  return histories;
}
