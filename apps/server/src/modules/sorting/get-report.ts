import type { getSortingReport, OutputOf } from '@linli/contract';
import { type Actor, mayInArea, measureAt } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { RouteDeps } from './deps.ts';
import { siteFor } from './site-for.ts';
import { sortingOf } from './site-sorting.ts';

/** May set the floor of a site: its administrator, its duty chief. */
export function mayChangeFloor(actor: Actor, path: string): boolean {
  return mayInArea(actor, 'types:edit', path) || mayInArea(actor, 'cases:rule', path);
}

/** Precision and coverage of each kind at the site's floor, as measured on cases held out when it was last learned. */
export function reportOf(deps: RouteDeps, actor: Actor): OutputOf<typeof getSortingReport> {
  const site = siteFor(actor, deps.places.get());
  if (!site) return refuse('not-found');
  const sorting = sortingOf(deps.learned.get(), site.id);
  const { types } = deps.catalogue.get();
  return {
    cold: sorting.model === null,
    trainedAt: sorting.trainedAt?.toISOString() ?? null,
    cases: sorting.cases,
    accuracy: sorting.accuracy,
    floor: sorting.floor,
    mayChange: mayChangeFloor(actor, site.path),
    classes: sorting.classes
      .map((one) => {
        const { suggested, right, meant, covered } = measureAt(one, sorting.floor);
        return {
          typeCode: one.label,
          typeName: types.get(one.label)?.definition.name ?? { zh: one.label },
          learnedFrom: one.learnedFrom,
          precision: { numerator: right, denominator: suggested },
          coverage: { numerator: covered, denominator: meant },
        };
      })
      .sort((a, b) => b.learnedFrom - a.learnedFrom || (a.typeCode < b.typeCode ? -1 : 1)),
  };
}
