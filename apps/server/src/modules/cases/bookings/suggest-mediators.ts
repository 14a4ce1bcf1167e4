import type { OutputOf, ParsedInputOf, suggestMediators } from '@linli/contract';
import { type Actor, dayOf, matchMediators } from '@linli/domain';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { findLoads, mediates } from '../../org/index.ts';
import type { ViewDeps } from '../case-view.ts';
import { getLoadedCase } from '../load-case.ts';
import { maySeeCase, worksOnCase } from '../policy.ts';

/** Mediators on the list today for one field of a case, the most fitting first; for who works on the case. A field that takes none: nobody. */
export async function findFittingMediators(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof suggestMediators>,
  deps: ViewDeps,
): Promise<OutputOf<typeof suggestMediators>> {
  const { row, fold } = await getLoadedCase(db, input.caseId, 'read');
  const reporter = actor.accountId !== null && fold.reporterIds.includes(actor.accountId);
  if (!maySeeCase(actor, row, reporter) || !worksOnCase(actor, row)) refuse('not-found');
  const type = deps.catalogue.definitionOf(row.type_code, row.type_version);
  const stage = type.stages.find(({ key }) => key === input.stage);
  const field = stage?.form.find(({ key, kind }) => key === input.field && kind === 'mediator');
  if (!field) return { suggestions: [] };
  const { directory } = deps;
  const day = dayOf(deps.now);
  const listed = [...directory.mediators.values()].filter((one) => one.siteId === row.site_id && mediates(one, day));
  const loads = await findLoads(
    db,
    listed.map((one) => one.id),
  );
  const answer = (key: string | undefined) => {
    const value = key === undefined ? undefined : row.form[key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const wish = { kind: answer(field.match?.kind), language: answer(field.match?.language), path: row.path };
  const facts = listed.map((one) => ({ ...one, paths: directory.units.get(one.unitId)?.paths ?? [] }));
  const suggestions = matchMediators(facts, wish, (id) => loads.get(id) ?? 0).slice(0, 200);
  return {
    suggestions: suggestions.map(({ mediator, load, reasons }) => ({
      id: mediator.id,
      name: mediator.name,
      unitName: directory.units.get(mediator.unitId)?.name ?? '',
      languages: [...mediator.languages],
      openCases: load,
      reasons: [...reasons],
    })),
  };
}
