import type { CallOutput } from '@linli/client';
import type { listCaseTypes } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import { suggestTypes } from '../../../features/cases/suggest-types.ts';
import type { ReportDraft } from './report-draft.ts';

export type OpenType = CallOutput<typeof listCaseTypes>['types'][number];

/** The pack whose kinds take what fits nowhere else: opinions, suggestions, questions. */
const CATCH_ALL_PACK = 'voice-of-residents';

export interface TypeChoice {
  /** Likeliest kinds by the words, three at most. */
  readonly suggested: readonly CaseTypeDefinition[];
  /** What the reporter chose; in elder mode else the likeliest, else the general kind. */
  readonly type: CaseTypeDefinition | undefined;
}

/** Which kind a draft is, and which its words speak of. */
export function chooseType(draft: ReportDraft, types: readonly OpenType[], elder: boolean): TypeChoice {
  const definitions = types.map(({ definition }) => definition);
  const suggested = suggestTypes(draft.words, definitions);
  const chosen = definitions.find(({ code }) => code === draft.typeCode);
  if (chosen !== undefined) return { suggested, type: chosen };
  // A clear case needs no question: one kind alone speaks from the words.
  if (suggested.length === 1 || elder)
    return { suggested, type: suggested[0] ?? (elder ? catchAll(types) : undefined) };
  return { suggested, type: undefined };
}

/** One that asks nothing more, where there is one. */
function catchAll(types: readonly OpenType[]): CaseTypeDefinition | undefined {
  const general = types.filter(({ pack }) => pack === CATCH_ALL_PACK).map(({ definition }) => definition);
  return general.find((definition) => !asksMore(definition)) ?? general[0];
}

function asksMore({ form, evidence }: CaseTypeDefinition): boolean {
  return evidence.report > 0 || form.some(({ required }) => required);
}
