import type { OutputOf, ParsedInputOf, TypeMatches, TypeTrial, tryCaseType as tryOperation } from '@linli/contract';
import { type Actor, type CaseTypeDefinition, matchWords, tryCaseType } from '@linli/domain';
import type { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { CaseDeps } from '../deps.ts';
import { siteToEdit } from './may-edit-types.ts';
import { readTypeText } from './read-pack-text.ts';
import { findInForce } from './store-type.ts';
import { findTrialCases, findWordCases, mostTrialCases, trialDays } from './trial-cases.ts';
import { findDraft } from './type-draft.ts';

export interface Trying {
  deps: CaseDeps;
  actor: Actor;
  siteId: string;
  now: Date;
  limit: number;
}

/** What the draft, or without one the version in force, would have made of last month's cases. Reads only. */
export async function tryTypeDraft(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof tryOperation>; now: Date },
): Promise<OutputOf<typeof tryOperation>> {
  const { actor, input, now } = call;
  const site = siteToEdit(actor, deps);
  const inForce = (await findInForce(db, input.code)) ?? refuse('not-found');
  const trying = { deps, actor, siteId: site.id, now, limit: mostTrialCases };
  const draft = await findDraft(db, input.code);
  if (!draft) return { trial: await tryDefinition(db, trying, inForce.definition, inForce.definition), problems: [] };
  const { definition, problems } = readTypeText(draft.yaml, input.code, [...deps.catalogue.get().types.keys()]);
  if (!definition || problems.length > 0) return { trial: null, problems };
  return { trial: await tryDefinition(db, trying, inForce.definition, definition), problems: [] };
}

/** Two versions of a type against its real cases. */
export async function tryDefinition(
  db: Db,
  { deps, actor, siteId, now, limit }: Trying,
  before: CaseTypeDefinition,
  after: CaseTypeDefinition,
): Promise<z.infer<typeof TypeTrial>> {
  const from = trialStart(now);
  const reader = { actor, places: deps.places.get() };
  const { cases, bounded, examples } = await findTrialCases(db, { siteId, code: after.code, from, limit }, reader);
  const trial = tryCaseType(cases, before, after, { holidays: deps.catalogue.get().holidays, now });
  const ruleOf = (type: CaseTypeDefinition, key: string | null, target: (typeof trial.moves)[number]['toTarget']) => ({
    key,
    label: type.dispatch.find((rule) => rule.key === key)?.label ?? null,
    target,
  });
  return {
    from: from.toISOString(),
    until: now.toISOString(),
    cases: trial.cases,
    bounded,
    stayed: trial.stayed,
    moves: trial.moves.map((move) => ({
      count: move.count,
      examples: examples(move.examples),
      from: ruleOf(before, move.fromRule, move.fromTarget),
      to: ruleOf(after, move.toRule, move.toTarget),
    })),
    failed: [...trial.failed],
    clocks: trial.clocks.map((row) => ({ ...row, examples: examples(row.examples) })),
    withoutClocks: trial.withoutClocks,
    refusals: trial.refusals.map((row) => ({
      ...row,
      label: after.form.find(({ key }) => key === row.field)?.label ?? null,
      examples: examples(row.examples),
    })),
    refusedCases: trial.refusedCases,
  };
}

/** For new types: cases of other types whose words speak of them. The cases are read once for all. */
export async function tryNewTypes(
  db: Db,
  { deps, actor, siteId, now, limit }: Trying,
  types: readonly CaseTypeDefinition[],
): Promise<Map<string, z.infer<typeof TypeMatches>>> {
  if (types.length === 0) return new Map();
  const catalogue = deps.catalogue.get();
  const reader = { actor, places: deps.places.get() };
  const { cases, bounded, examples } = await findWordCases(db, { siteId, from: trialStart(now), limit }, reader);
  return new Map(
    types.map((type) => {
      const found = matchWords(cases, type);
      const byType = found.byType.map((row) => ({
        ...row,
        examples: examples(row.examples),
        name: catalogue.types.get(row.typeCode)?.definition.name ?? { zh: row.typeCode },
      }));
      return [type.code, { cases: cases.length, bounded, matched: found.matched, byType, byWord: [...found.byWord] }];
    }),
  );
}

function trialStart(now: Date): Date {
  return new Date(now.getTime() - trialDays * 86_400_000);
}
