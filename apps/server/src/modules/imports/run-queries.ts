import type { getImport, Language, listImports, listMappings, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { ImportDeps } from './deps.ts';
import { findMade } from './made-cases.ts';
import { mustKeep, siteOfDesk, siteOfKind } from './policy.ts';
import { problemMessage } from './problem-words.ts';
import { getRun, readLate, runView } from './store.ts';

const problemsShown = 200;

/** One run with its counts and the first problems. */
export async function findRun(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; input: { importId: string }; language: Language },
): Promise<OutputOf<typeof getImport>> {
  const places = deps.places.get();
  const { run, ...found } = await elevated(db, async () => {
    const run = await getRun(db, { actor: call.actor, places }, call.input.importId, 'read');
    const problems = await db
      .selectFrom('import_problem')
      .select(['line', 'heading', 'code', 'params'])
      .where('run_id', '=', run.id)
      .where('n', '>', 0)
      .orderBy('n')
      .orderBy('nr')
      .limit(problemsShown)
      .execute();
    const { count } = await db
      .selectFrom('import_problem')
      .select((e) => e.fn.countAll<string>().as('count'))
      .where('run_id', '=', run.id)
      .where('n', '>', 0)
      .executeTakeFirstOrThrow();
    return {
      run,
      mapping: run.mapping,
      problems: problems.map(({ line, heading, code, params }) => ({
        line,
        heading,
        code,
        message: problemMessage({ code, params }, call.language),
      })),
      problemCount: Number(count),
      late: await readLate(db, run.id),
    };
  });
  return { ...found, run: runView(run, places), cases: await findMade(db, deps, run) };
}

/** Runs of orders over the site, or those over registers of places the reader keeps. */
export async function findRuns(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listImports> },
): Promise<OutputOf<typeof listImports>> {
  const { actor, input } = call;
  const places = deps.places.get();
  const runs = await elevated(db, () => {
    const query = db.selectFrom('import_run').selectAll().orderBy('uploaded_at', 'desc').orderBy('id').limit(50);
    if (input.of === 'orders')
      return query.where('kind', '=', 'orders').where('site_id', '=', siteOfDesk(actor, places).id).execute();
    const paths = mustKeep(actor);
    return query
      .where('kind', '<>', 'orders')
      .where(sql<boolean>`path <@ any(${`{${paths.join(',')}}`}::ltree[])`)
      .execute();
  });
  return { runs: runs.map((run) => runView(run, places)) };
}

export async function findMappings(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listMappings> },
): Promise<OutputOf<typeof listMappings>> {
  const { actor, input } = call;
  const siteId = siteOfKind(actor, deps.places.get(), { kind: input.kind, now: deps.clock.now() });
  const rows = await elevated(db, () =>
    db
      .selectFrom('import_mapping')
      .selectAll()
      .where('site_id', '=', siteId)
      .where('kind', '=', input.kind)
      .orderBy('name')
      .limit(200)
      .execute(),
  );
  return {
    mappings: rows.map(({ definition, version, changed_at }) => ({
      mapping: definition,
      version,
      changedAt: changed_at.toISOString(),
    })),
  };
}
