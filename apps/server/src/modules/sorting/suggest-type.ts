import type { OutputOf, ParsedInputOf, suggestType } from '@linli/contract';
import { type Actor, type CaseTypeDefinition, type NamedKind, type Suggestion, suggestKinds } from '@linli/domain';
import { caseTypesFor } from '../cases/index.ts';
import type { RouteDeps } from './deps.ts';
import { siteFor } from './site-for.ts';
import { type SiteSorting, sortingOf } from './site-sorting.ts';

type Answer = OutputOf<typeof suggestType>;

/** Kinds this actor may report, for these words. Only staff are shown units, and only their questions may go to an endpoint. */
export async function suggestFor(
  deps: RouteDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof suggestType> },
): Promise<Answer> {
  const { actor, input } = call;
  const types = caseTypesFor(actor, deps.catalogue.get(), { for: 'report' }).types.map((type) => type.definition);
  const site = sortingOf(deps.learned.get(), siteFor(actor, deps.places.get(), input)?.id ?? '');
  const found = suggestKinds(input.words, types.map(namedKind), site.model);
  const belowFloor = (found[0]?.confidence ?? 0) < site.floor;
  const staff = actor.kind === 'staff';
  const asked = belowFloor && staff && deps.ask ? await deps.ask(input.words, types.map(shortKind)) : null;
  const ranked = asked === null ? found : askedFirst(asked, found);
  return {
    suggestions: ranked.flatMap((one) => {
      const type = types.find((each) => each.code === one.code);
      if (!type) return [];
      const unit = staff ? clearUnit(deps, site, one.code) : null;
      const { confidence, spokenFor } = one;
      return [{ typeCode: one.code, typeName: type.name, confidence: Math.min(1, confidence), unit, spokenFor }];
    }),
    floor: site.floor,
    belowFloor,
    by: sourceOf(asked, site),
  };
}

function sourceOf(asked: string | null, site: SiteSorting): Answer['by'] {
  if (asked !== null) return 'endpoint';
  return site.model ? 'learned' : 'names';
}

/** What the endpoint said comes first, with our own confidence: it is still a person who chooses. */
function askedFirst(code: string, found: readonly Suggestion[]): Suggestion[] {
  const own = found.find((one) => one.code === code) ?? { code, confidence: 0, spokenFor: [] };
  return [own, ...found.filter((one) => one.code !== code)].slice(0, 3);
}

function clearUnit(deps: RouteDeps, site: SiteSorting, code: string): Answer['suggestions'][number]['unit'] {
  const unitId = site.classes.find((one) => one.label === code)?.unitId;
  const unit = unitId ? deps.directory.get().units.get(unitId) : undefined;
  return unit?.active ? { id: unit.id, name: unit.name } : null;
}

function namedKind(type: CaseTypeDefinition): NamedKind {
  const { code, name, synonyms, hint } = type;
  return { code, names: name.en ? [name.zh, name.en] : [name.zh], synonyms, hint: hint?.zh ?? '' };
}

function shortKind({ code, name }: CaseTypeDefinition): { code: string; name: string } {
  return { code, name: name.zh };
}
