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

/** What the server suggested, where it could be asked. */
export interface ServedGuess {
  readonly suggestions: readonly { readonly typeCode: string }[];
  readonly belowFloor: boolean;
}

/**
 * Which kind a draft is, and which its words speak of: a guess stands until the reporter chooses otherwise. The server's comes first when it is
 * sure, else after the names known here; without a network those names speak alone.
 */
export function chooseType(draft: ReportDraft, types: readonly OpenType[], served?: ServedGuess): TypeChoice {
  const definitions = types.map(({ definition }) => definition);
  const named = suggestTypes(draft.words, definitions);
  const given = (served?.suggestions ?? []).flatMap(
    ({ typeCode }) => definitions.find(({ code }) => code === typeCode) ?? [],
  );
  const ranked =
    served === undefined || served.belowFloor ? [...named, ...given] : [...given.slice(0, 1), ...named, ...given];
  const suggested = [...new Set(ranked)].slice(0, 3);
  const chosen = definitions.find(({ code }) => code === draft.typeCode);
  const sure = served === undefined || !served.belowFloor ? suggested[0] : named[0];
  return { suggested, type: chosen ?? sure ?? findCatchAll(definitions) };
}

/** The general kind, where the packs have one. */
export function findCatchAll(definitions: readonly CaseTypeDefinition[]): CaseTypeDefinition | undefined {
  return definitions.find(({ group }) => group === CATCH_ALL_GROUP);
}
