import type { CallOutput } from '@linli/client';
import type { listCaseTypes } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import { suggestTypes } from '../../../features/cases/suggest-types.ts';
import type { ReportDraft } from './report-draft.ts';

export type OpenType = CallOutput<typeof listCaseTypes>['types'][number];

/** The group of the kind that takes what fits nowhere else; a person reads it and decides. */
const CATCH_ALL_GROUP = 'other';

export interface TypeChoice {
  /** Likeliest kinds by the words, three at most. */
  readonly suggested: readonly CaseTypeDefinition[];
  /** What the reporter chose, else the likeliest, else the general kind. */
  readonly type: CaseTypeDefinition | undefined;
}

/** Which kind a draft is, and which its words speak of: a guess stands until the reporter chooses otherwise. */
export function chooseType(draft: ReportDraft, types: readonly OpenType[]): TypeChoice {
  const definitions = types.map(({ definition }) => definition);
  const suggested = suggestTypes(draft.words, definitions);
  const chosen = definitions.find(({ code }) => code === draft.typeCode);
  return { suggested, type: chosen ?? suggested[0] ?? findCatchAll(definitions) };
}

/** The general kind, where the packs have one. */
export function findCatchAll(definitions: readonly CaseTypeDefinition[]): CaseTypeDefinition | undefined {
  return definitions.find(({ group }) => group === CATCH_ALL_GROUP);
}
