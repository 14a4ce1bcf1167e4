import type { importPack, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, mayInArea, type Pack, validatePack } from '@linli/domain';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { afterCommit, type Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { siteOf } from '../org/index.ts';
import type { CaseDeps } from './deps.ts';
import { storePacks } from './load-packs.ts';

type Answer = OutputOf<typeof importPack>;
type Problem = Answer['problems'][number];
const mostProblems = 500;

/** A pack from text. All or nothing: with one problem nothing is stored. A type belongs to one pack and cannot be taken over. */
export async function takePack(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof importPack>; now: Date; requestId: string },
): Promise<Answer> {
  const { actor, input, now } = call;
  const site = siteOf(actor);
  if (!mayInArea(actor, 'types:edit', site)) refuse('not-allowed');
  const read = readPack(input.yaml);
  if ('problems' in read) return answer(input.dryRun, null, 0, read.problems);
  const { pack } = read;
  const problems = await findTakenCodes(db, pack);
  if (problems.length > 0 || input.dryRun) return answer(input.dryRun, pack, 0, problems);
  const { newVersions } = await storePacks(db, [pack], now);
  if (newVersions === 0) return answer(false, pack, 0, []);
  const siteId =
    deps.places
      .get()
      .sites()
      .find((s) => s.path === site)?.id ?? refuse('not-found');
  await appendJournal(db, [
    {
      at: now,
      kind: 'pack.imported',
      noun: 'pack',
      nounId: siteId,
      path: site,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { pack: pack.pack, version: pack.version, newVersions },
    },
  ]);
  afterCommit(db, () => deps.catalogue.refresh());
  return answer(false, pack, newVersions, []);
}

function answer(dryRun: boolean, pack: Pack | null, newVersions: number, problems: readonly Problem[]): Answer {
  return {
    dryRun,
    pack: pack?.pack ?? null,
    caseTypes: pack?.caseTypes.length ?? 0,
    newVersions,
    problems: problems.slice(0, mostProblems),
  };
}

function readPack(yaml: string): { pack: Pack } | { problems: Problem[] } {
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (error) {
    // Bad YAML, or aliases that would unfold without end.
    return { problems: [{ path: '', code: 'yaml-unreadable', detail: error instanceof Error ? error.message : '' }] };
  }
  const checked = validatePack(value);
  if (checked.ok) return { pack: checked.pack };
  return { problems: checked.problems.map(({ path, code, detail }) => ({ path, code, detail: detail ?? '' })) };
}

async function findTakenCodes(db: Db, pack: Pack): Promise<Problem[]> {
  const codes = pack.caseTypes.map((type) => type.code);
  const { rows } = await sql<{ code: string; pack: string }>`select distinct case_type.code, case_type.pack
    from case_type where case_type.code = any(${codes}::text[]) and case_type.pack <> ${pack.pack}`.execute(db);
  const owners = new Map(rows.map((row) => [row.code, row.pack]));
  return codes.flatMap((code, i) => {
    const owner = owners.get(code);
    return owner ? [{ path: `caseTypes.${i}.code`, code: 'code-of-other-pack', detail: owner }] : [];
  });
}
