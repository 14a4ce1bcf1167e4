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
  const last = page.at(-1);
  return {
    pairs: page.flatMap(({ oneId, otherId, foundAt, decidedAt, ...row }) => {
      const [one, other] = [subjects.get(oneId), subjects.get(otherId)];
      if (!one || !other || ![one, other].every((side) => mayInArea(actor, 'registers:edit', side.path))) return [];
      const line = (side: typeof one) => subjectLine(reader, side, { places, homes, fields: shown[side.noun] ?? [] });
      return [
        {
          ...row,
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
