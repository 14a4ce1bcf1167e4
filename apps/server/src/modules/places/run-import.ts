import type { ImportResult, Language } from '@linli/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../platform/db/database.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { newestVersion } from './area-record.ts';
import { checkChildren, describeProblems } from './cover.ts';
import { areaEntry, type EditCall, type PlacesCache, refuseEarlierDay } from './edit-call.ts';
import { type ImportLand, type Node, openLand } from './import-land.ts';
import { importProblemWords, type RowProblem } from './import-words.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { planImport, type Step } from './plan-import.ts';
import { findSiteFor } from './site-for.ts';
import { insertAreas, type NewArea, placesChanged } from './store.ts';
import { insertVersions } from './store-versions.ts';
import { takeEffectOn } from './take-effect.ts';
import type { WantedArea } from './wanted-area.ts';

export type ImportCall = EditCall<{ validFrom: string; dryRun: boolean }> & { language: Language };
/** What a parser made of a file. */
export interface ImportFile {
  read: number;
  wanted: readonly WantedArea[];
  problems: readonly RowProblem[];
  reason: string;
}
export interface ImportDone {
  result: z.infer<typeof ImportResult>;
  /** Sites that the file added, dry runs included. */
  newSiteIds: string[];
}

const firstDay = '1900-01-01';
const mostProblems = 500;

/**
 * Adds and changes areas as a file wants them; bad rows are named and the sound ones go in. The same file twice changes nothing.
 * Overlaps and gaps are told, not refused: a file may bring its areas in parts.
 */
export async function runImport(
  db: Db,
  deps: { cache: PlacesCache; places: PlaceIndexData },
  call: ImportCall,
  file: ImportFile,
): Promise<ImportDone> {
  const { validFrom: day, dryRun } = call.input;
  refuseEarlierDay(day, firstDay);
  const ownSiteId = findSiteFor(call.actor, deps.places)?.id ?? null;
  const land = await openLand(db, { actor: call.actor, ownSiteId, wanted: file.wanted, day });
  const plan = planImport(land, file.wanted, day);
  const problems = [...file.problems, ...plan.problems].sort((a, b) => a.line - b.line);
  const coverage = listCoverage(land, plan.steps);
  const added = plan.steps.filter((step) => step.do === 'add');
  const changed = plan.steps.filter((step) => step.do === 'change');
  if (!dryRun && added.length + changed.length > 0) {
    await write(db, call, { added, changed, reason: file.reason });
    await placesChanged(db, deps.cache, call.now);
  }
  const result = {
    dryRun,
    read: file.read,
    added: added.length,
    changed: changed.length,
    unchanged: plan.steps.length - added.length - changed.length,
    problems: problems
      .slice(0, mostProblems)
      .map((problem) => ({ ...problem, message: importProblemWords(problem, call.language) })),
    coverage,
  };
  return { result, newSiteIds: added.flatMap(({ node }) => (node.parent ? [] : [node.id])) };
}

type Added = Extract<Step, { do: 'add' }>;
type Changed = Extract<Step, { do: 'change' }>;

async function write(
  db: Db,
  call: ImportCall,
  steps: { added: readonly Added[]; changed: readonly Changed[]; reason: string },
): Promise<void> {
  const { validFrom } = call.input;
  const by = { reason: steps.reason, changedBy: call.actor.accountId };
  const areas = steps.added.map(({ node, wanted }): NewArea => {
    const { id, siteId, parent, code, name, level, kind, geometry, sort } = node;
    const place = { parentId: parent?.id ?? null, parentPath: parent?.path ?? null };
    const population = wanted.population ?? 0;
    return {
      id,
      siteId,
      ...place,
      code,
      name,
      level,
      kind,
      population,
      populationSource: wanted.populationSource ?? null,
      populationYear: wanted.populationYear ?? null,
      geometry,
      crs: wanted.crs,
      validFrom,
      sort,
      ...by,
    };
  });
  await insertAreas(db, areas, call.now);
  const versions = steps.changed
    .filter((step) => step.newVersion)
    .map(({ record, wanted }) => {
      const newest = newestVersion(record);
      const geometry = wanted.geometry ?? newest.geometry;
      const version = newest.version + 1;
      return { areaId: record.id, version, validFrom, name: wanted.name, geometry, crs: wanted.crs, ...by };
    });
  await insertVersions(db, versions, call.now);
  const facts = steps.changed.map(({ record, wanted }) => {
    const { kind, population, populationSource = null, populationYear = null } = wanted;
    return { id: record.id, kind, population, populationSource, populationYear };
  });
  await sql`update area set kind = coalesce(e.kind, area.kind), population = coalesce(e.population, area.population),
      population_source = coalesce(e."populationSource", area.population_source), population_year = coalesce(e."populationYear", area.population_year)
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as e(id uuid, kind text, population integer, "populationSource" text,
      "populationYear" integer) where area.id = e.id`.execute(db);
  const ids = versions.map((version) => version.areaId);
  if (ids.length > 0) await takeEffectOn(db, ids, validFrom, call.now);
  await appendJournal(db, [
    ...steps.added.map(({ node }) => areaEntry(call, node, 'area.added', { validFrom, imported: true })),
    ...steps.changed.map(({ node, newVersion }) =>
      areaEntry(call, node, 'area.redrawn', { validFrom, imported: true, versioned: newVersion }),
    ),
  ]);
}

/** What is wrong among the siblings of every shape the file adds or changes, as it would be afterwards. */
function listCoverage(land: ImportLand, steps: readonly Step[]): z.infer<typeof ImportResult>['coverage'] {
  const parents = new Map<string, Node>();
  for (const step of steps) {
    if (step.do !== 'nothing' && step.wanted.geometry && step.node.parent)
      parents.set(step.node.parent.id, step.node.parent);
  }
  return [...parents.values()].flatMap((parent) => {
    const children = land.childrenOf(parent).filter(({ record }) => record === null || record.validTo === null);
    return describeProblems(checkChildren(parent.geometry, children), children);
  });
}
