import type { Language, OutputOf, ParsedInputOf, pushOrder } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { ImportDeps } from './deps.ts';
import { siteOfDesk } from './policy.ts';
import { type BadRow, readRows } from './prepare-rows.ts';
import { problemMessage } from './problem-words.ts';
import { loadReadContext } from './read-context.ts';
import { orderMapping } from './step-context.ts';
import { findKnown, makeReady, takeOrders } from './take-orders.ts';

/** One order from another system, by a saved mapping: read, checked and taken up as one row of a table would be. */
export async function takePushed(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof pushOrder>; now: Date; language: Language },
): Promise<OutputOf<typeof pushOrder>> {
  const { actor, input, now, language } = call;
  const site = siteOfDesk(actor, deps.places.get());
  return elevated(db, async () => {
    const saved = await db
      .selectFrom('import_mapping')
      .select('definition')
      .where('site_id', '=', site.id)
      .where('kind', '=', 'orders')
      .where('name', '=', input.mapping)
      .executeTakeFirst();
    const mapping = orderMapping(saved?.definition ?? refuse('mapping-unknown'));
    const headings = Object.keys(input.order);
    const context = await loadReadContext(db, deps, { site, mapping, headings, now, quiet: false });
    const row = { n: 1, line: 1, cells: Object.values(input.order) };
    const { good, bad } = readRows(deps.crypto, [row], context);
    if (bad[0]) refuseRow(bad[0]);
    const take = { site, system: mapping.system, actor, runId: null, now };
    const before = await findKnown(
      db,
      take,
      good.map(({ read }) => read.order.externalId),
    );
    const ready = good.map((one) => makeReady(deps, take, one, before));
    const result = await takeOrders(db, deps, take, ready, { before, lines: new Map() });
    if (result.bad[0]) refuseRow(result.bad[0]);
    const taken = result.taken[0] ?? refuse('order-bad', { problems: '' });
    const { number } = await db
      .selectFrom('cases')
      .select('number')
      .where('id', '=', taken.caseId)
      .executeTakeFirstOrThrow();
    return { outcome: taken.outcome, caseId: taken.caseId, number };
  });

  function refuseRow({ problems }: BadRow): never {
    const words = problems.map((problem) => `${problem.heading}: ${problemMessage(problem, language)}`);
    return refuse('order-bad', { problems: words.join('; ').slice(0, 400) });
  }
}
