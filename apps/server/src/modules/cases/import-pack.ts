import type { importPack, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, type Pack, sameCaseType } from '@linli/domain';
import { sql } from 'kysely';
import { afterCommit, type Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { catalogueVersion } from './catalogue.ts';
import type { CaseDeps } from './deps.ts';
import { storePacks } from './load-packs.ts';
import { publisherOf, siteToEdit } from './types/may-edit-types.ts';
import { placed, readPackText } from './types/read-pack-text.ts';
import { findInForce, type TypeInForce } from './types/store-type.ts';
import { mostTrialCases } from './types/trial-cases.ts';
import { type Trying, tryDefinition, tryNewTypes } from './types/try-type.ts';

type Answer = OutputOf<typeof importPack>;
const mostTrials = 20;
const mostWordTrials = 100;

/** A pack from text. All or nothing: with one problem nothing is stored. A type belongs to one pack and cannot be taken over. */
export async function takePack(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof importPack>; now: Date; requestId: string },
): Promise<Answer> {
  const { actor, input, now } = call;
  const site = siteToEdit(actor, deps);
  const { pack, problems, placeOf } = readPackText(input.yaml, [...deps.catalogue.get().types.keys()]);
  const empty = { dryRun: input.dryRun, pack: null, caseTypes: 0, newVersions: 0, problems, types: [] };
  if (!pack) return empty;
  const answer = { ...empty, pack: pack.pack, caseTypes: pack.caseTypes.length };
  const taken = (await findTakenCodes(db, pack)).map((problem) => placed(problem, placeOf(problem.path)));
  if (taken.length > 0) return { ...answer, problems: taken };
  if (input.dryRun)
    return { ...answer, types: await tryPack(db, { deps, actor, siteId: site.id, now, limit: 0 }, pack) };
  const isNew = !(await db.selectFrom('pack').select('pack').where('pack', '=', pack.pack).executeTakeFirst());
  const publisher = publisherOf(actor, deps, site.path, { origin: 'import', note: '' });
  const { newVersions } = await storePacks(db, [pack], now, { publisher, active: input.switchOn });
  if (newVersions === 0 && !isNew) return answer;
  await appendJournal(db, [
    {
      at: now,
      kind: 'pack.imported',
      noun: 'pack',
      nounId: site.id,
      path: site.path,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { pack: pack.pack, version: pack.version, newVersions },
    },
  ]);
  await bumpVersion(db, catalogueVersion, now);
  afterCommit(db, () => deps.catalogue.refresh());
  return { ...answer, newVersions };
}

/** What would become of each type: new ones by the words of cases there are, changed ones by their own cases. */
async function tryPack(db: Db, trying: Trying, pack: Pack): Promise<Answer['types']> {
  const rows: {
    definition: Pack['caseTypes'][number];
    now: TypeInForce | null;
    change: Answer['types'][number]['change'];
  }[] = [];
  for (const definition of pack.caseTypes) {
    const inForce = await findInForce(db, definition.code);
    rows.push({ definition, now: inForce, change: changeOf(inForce, definition) });
  }
  const changed = rows.filter(({ change }) => change === 'changed' || change === 'over-own').slice(0, mostTrials);
  const fresh = rows.filter(({ change }) => change === 'new').slice(0, mostWordTrials);
  const limit = Math.ceil(mostTrialCases / Math.max(1, changed.length));
  const matches = await tryNewTypes(
    db,
    { ...trying, limit: mostTrialCases },
    fresh.map(({ definition }) => definition),
  );
  const types: Answer['types'] = [];
  for (const row of rows) {
    const { definition, change } = row;
    const trial =
      row.now && changed.includes(row)
        ? await tryDefinition(db, { ...trying, limit }, row.now.definition, definition)
        : null;
    types.push({
      code: definition.code,
      name: definition.name,
      change,
      trial,
      matches: matches.get(definition.code) ?? null,
    });
  }
  return types;
}

function changeOf(
  inForce: TypeInForce | null,
  definition: Pack['caseTypes'][number],
): Answer['types'][number]['change'] {
  if (!inForce) return 'new';
  if (sameCaseType(inForce.definition, definition)) return 'same';
  return inForce.origin === 'office' ? 'over-own' : 'changed';
}

async function findTakenCodes(db: Db, pack: Pack): Promise<{ path: string; code: string; detail: string }[]> {
  const codes = pack.caseTypes.map((type) => type.code);
  const { rows } = await sql<{ code: string; pack: string }>`select distinct case_type.code, case_type.pack
    from case_type where case_type.code = any(${codes}::text[]) and case_type.pack <> ${pack.pack}`.execute(db);
  const owners = new Map(rows.map((row) => [row.code, row.pack]));
  return codes.flatMap((code, i) => {
    const owner = owners.get(code);
    return owner ? [{ path: `caseTypes.${i}.code`, code: 'code-of-other-pack', detail: owner }] : [];
  });
}
