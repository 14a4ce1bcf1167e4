import type { getImport, Language, listImports, listMappings, OutputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { ImportDeps } from './deps.ts';
import { siteOfDesk } from './policy.ts';
import { problemMessage } from './problem-words.ts';
import { getRun, runView } from './store.ts';

const problemsShown = 200;

/** One run with its counts and the first problems. */
export async function findRun(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; input: { importId: string }; language: Language },
): Promise<OutputOf<typeof getImport>> {
  const site = siteOfDesk(call.actor, deps.places.get());
  return elevated(db, async () => {
    const run = await getRun(db, site, call.input.importId, 'read');
    const problems = await db
      .selectFrom('import_problem')
      .select(['line', 'heading', 'code', 'params'])
      .where('run_id', '=', run.id)
      .orderBy('n')
      .orderBy('nr')
      .limit(problemsShown)
      .execute();
    const { count } = await db
      .selectFrom('import_problem')
      .select((e) => e.fn.countAll<string>().as('count'))
      .where('run_id', '=', run.id)
      .executeTakeFirstOrThrow();
    return {
      run: runView(run),
      mapping: run.mapping,
      problems: problems.map(({ line, heading, code, params }) => ({
        line,
        heading,
        code,
        message: problemMessage({ code, params }, call.language),
      })),
      problemCount: Number(count),
    };
  });
}

export async function findRuns(db: Db, deps: ImportDeps, actor: Actor): Promise<OutputOf<typeof listImports>> {
  const site = siteOfDesk(actor, deps.places.get());
  const runs = await elevated(db, () =>
    db
      .selectFrom('import_run')
      .selectAll()
      .where('site_id', '=', site.id)
      .orderBy('uploaded_at', 'desc')
      .orderBy('id')
      .limit(50)
      .execute(),
  );
  return { runs: runs.map(runView) };
}

export async function findMappings(db: Db, deps: ImportDeps, actor: Actor): Promise<OutputOf<typeof listMappings>> {
  const site = siteOfDesk(actor, deps.places.get());
  const rows = await elevated(db, () =>
    db.selectFrom('import_mapping').selectAll().where('site_id', '=', site.id).orderBy('name').limit(200).execute(),
  );
  return {
    mappings: rows.map(({ definition, version, changed_at }) => ({
      mapping: definition,
      version,
      changedAt: changed_at.toISOString(),
    })),
  };
}
