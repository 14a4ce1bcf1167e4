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
  /** What the reporter chose; else the only kind that speaks from the words, in elder mode the likeliest; else the general one. */
  readonly type: CaseTypeDefinition | undefined;
}

/** Which kind a draft is, and which its words speak of. */
export function chooseType(draft: ReportDraft, types: readonly OpenType[], elder: boolean): TypeChoice {
  const definitions = types.map(({ definition }) => definition);
  const suggested = suggestTypes(draft.words, definitions);
  const chosen = definitions.find(({ code }) => code === draft.typeCode);
  if (chosen !== undefined) return { suggested, type: chosen };
  // A clear case needs no question, and who knows no kind is not sent looking for one.
  if (suggested.length > 1 && !elder) return { suggested, type: undefined };
  return { suggested, type: suggested[0] ?? findCatchAll(definitions) };
}

/** The general kind, where the packs have one. */
export function findCatchAll(definitions: readonly CaseTypeDefinition[]): CaseTypeDefinition | undefined {
  return definitions.find(({ group }) => group === CATCH_ALL_GROUP);
}
