import {
  checkAreas,
  getArea,
  getAreaTree,
  getMap,
  importAreas,
  importDivisions,
  importPlaceList,
  listAreaGroups,
  locatePoint,
  mergeAreas,
  redrawAreas,
  saveAreaGroup,
  searchAddresses,
  setPopulation,
  splitArea,
} from '@linli/contract';
import { type Clock, dayOf } from '../../platform/clock.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { languageOf } from '../../platform/http/error-answer.ts';
import type { Router } from '../../platform/http/route.ts';
import { findAreaGroups, keepAreaGroup } from './area-groups.ts';
import { toAreaView } from './area-record.ts';
import { findAreaProblems } from './check-areas.ts';
import { findAddresses } from './find-addresses.ts';
import { findArea } from './find-area.ts';
import { findPlace } from './find-place.ts';
import { importShapes } from './import-areas.ts';
import { importDivisionList } from './import-divisions.ts';
import { importNames } from './import-place-list.ts';
import { areaIn, mapIn } from './in-system.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { mergeIntoOne } from './merge-areas.ts';
import { redrawChildren } from './redraw-areas.ts';
import { keepPopulation } from './set-population.ts';
import { siteByCode, siteFor } from './site-for.ts';
import { splitInTwo } from './split-area.ts';

export function placesRoutes(router: Router, module: { clock: Clock; places: VersionedCache<PlaceIndexData> }): void {
  const cache = module.places;
  const deps = () => ({ cache, places: cache.get() });

  // Answered from memory: no transaction is opened.
  router.routeOuter(getAreaTree, async (_database, { actor, input, now }) => {
    const places = cache.get();
    const site = input.siteCode === undefined ? siteFor(actor, places) : siteByCode(places, input.siteCode);
    const day = input.day ?? dayOf(now);
    const areas = places.areasOn(site.id, day).map((area) => toAreaView(area, day));
    return { siteId: site.id, levels: places.levelsOf(site.id), areas };
  });
  router.routeOuter(getMap, async (_database, { actor, input, now }) => {
    const places = cache.get();
    const { level, day = dayOf(now), scenery } = input;
    return mapIn(places.mapOn({ siteId: siteFor(actor, places).id, level, day, scenery }), input.crs);
  });
  router.routeOuter(checkAreas, async (_database, { actor, input, now }) =>
    findAreaProblems(cache.get(), { actor, parentId: input.parentId, today: dayOf(now) }),
  );

  router.route(listAreaGroups, async (db, { actor }) => ({
    groups: await findAreaGroups(db, siteFor(actor, cache.get()).id),
  }));
  router.route(saveAreaGroup, (db, call) => keepAreaGroup(db, call));
  router.route(locatePoint, (db, { input, now }) => findPlace(db, cache.get(), input, dayOf(now)));
  router.route(searchAddresses, async (db, { actor, input, now }) => {
    const places = cache.get();
    const call = { site: siteFor(actor, places), input, today: dayOf(now) };
    return { hits: await findAddresses(db, places, call) };
  });
  router.route(getArea, async (db, { actor, input, now }) =>
    areaIn(await findArea(db, cache.get(), { actor, areaId: input.areaId, today: dayOf(now) }), input.crs),
  );
  router.route(setPopulation, (db, call) => keepPopulation(db, cache, call));
  router.route(redrawAreas, (db, call) => redrawChildren(db, cache, call));
  router.route(splitArea, (db, call) => splitInTwo(db, cache, call));
  router.route(mergeAreas, (db, call) => mergeIntoOne(db, cache, call));
  router.route(importAreas, (db, call) => importShapes(db, deps(), { ...call, language: languageOf(call.request) }));
  router.route(importDivisions, (db, call) =>
    importDivisionList(db, deps(), { ...call, language: languageOf(call.request) }),
  );
  router.route(importPlaceList, (db, call) => importNames(db, deps(), { ...call, language: languageOf(call.request) }));
}
