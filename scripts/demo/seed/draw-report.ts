import type { Actor, CaseTypeDefinition, FormValues } from '@linli/domain';
import type { CaseType } from '../../../apps/server/src/modules/cases/catalogue.ts';
import { channelFor } from '../../../apps/server/src/modules/cases/report-input.ts';
import { validateForm } from '../../../apps/server/src/modules/cases/validate-form.ts';
import type { Located } from '../../../apps/server/src/modules/places/index.ts';
import type { Random } from '../street/random.ts';
import { type CaseWords, findCaseWords, fitsHour } from './case-words.ts';
import { drawForm } from './draw-form.ts';
import { drawReporter, type Reporter, type ReporterKind } from './draw-reporter.ts';
import { hourOf } from './report-times.ts';
import { type MicroGrid, residentActor, type SeedBuilding, type World } from './world.ts';

/** A report as it comes in, before the product makes a case of it. */
export interface Report {
  id: string;
  at: Date;
  type: CaseType;
  actor: Actor;
  reporterId: string | null;
  reporterKind: ReporterKind;
  channel: string;
  visibility: CaseTypeDefinition['visibility'];
  urgent: boolean;
  title: string;
  description: string;
  form: FormValues;
  located: Located;
  place: { lng: number; lat: number; address: string };
  photos: number;
  words: CaseWords;
  /** The case it is a duty of, and the unit that duty was given to. */
  parentId?: string;
  sendTo?: { unitId: string; name: string; handleBy: undefined };
}

/** What is already settled of a report; the rest is drawn. */
export interface ReportWish {
  at: Date;
  type: CaseType;
  microGrid?: MicroGrid;
  /** A resident's account. */
  reporterId?: string;
  /** The words of another report of the same thing. */
  words?: CaseWords;
  /** The whole form, where nothing of it is drawn. */
  form?: FormValues;
}

const titleTries = 6;

/** Draws reports one after another; titles seen lately are avoided. */
export function createReportDraw(
  world: World,
  random: Random,
  newId: (ms: number) => string,
): (wish: ReportWish) => Report | null {
  const seen = new Set<string>();
  return (wish) => {
    const { at, type } = wish;
    const words = wish.words ?? findCaseWords(random, type.definition);
    if (!words) return null;
    const microGrid = wish.microGrid ?? pickMicroGrid(world, random, words, type.definition);
    const { building, located, place } = drawPlace(world, random, microGrid, words);
    const from = wish.reporterId
      ? residentReporter(world, wish.reporterId)
      : drawReporter(world, random, { type: type.definition, path: located.path, at });
    const textPlace = { areaName: areaNameOf(located), address: building.address, road: roadOf(building.address) };
    const voice = from.kind === 'worker' || from.kind === 'unit' ? 'worker' : 'resident';
    let text = words.text(random, textPlace, voice);
    for (
      let tries = 0;
      tries < titleTries && (seen.has(text.title) || !fitsHour(text.description, hourOf(at)));
      tries++
    ) {
      text = words.text(random, textPlace, voice);
    }
    const { title, description } = text;
    seen.add(title);
    const urgentChance = type.definition.dispatch.some((rule) => rule.when?.includes('urgent')) ? 0.12 : 0.02;
    const isPrivate = type.definition.visibility === 'private' || (from.kind === 'resident' && random.chance(0.05));
    const drawn = wish.form ?? drawForm(random, type.definition, { place: textPlace, scope: words.scope, description });
    return {
      id: newId(at.getTime()),
      at,
      type,
      actor: from.actor,
      reporterId: from.reporterId,
      reporterKind: from.kind,
      channel: channelFor(from.kind),
      visibility: visibilityOf(type.definition, isPrivate),
      urgent: random.chance(urgentChance),
      title,
      description,
      form: validateForm(type.definition, { ...drawn, ...text.form }),
      located,
      place,
      photos: drawPhotoCount(random, type.definition),
      words,
    };
  };
}

function visibilityOf(type: CaseTypeDefinition, isPrivate: boolean): Report['visibility'] {
  if (type.visibility === 'sealed') return 'sealed';
  return isPrivate ? 'private' : 'public';
}

function residentReporter(world: World, reporterId: string): Reporter {
  return { actor: residentActor(world, reporterId), reporterId, kind: 'resident' };
}

/** Homes draw cases by people; the few business blocks by the many who pass. */
function pickMicroGrid(world: World, random: Random, words: CaseWords, type: CaseTypeDefinition): MicroGrid {
  const atHome = words.scope === 'door' || type.group === 'repair' || type.group.startsWith('hand');
  for (let tries = 0; tries < 60; tries++) {
    const microGrid = random.pick(world.microGrids);
    if (!microGrid.isResidential) {
      if (!atHome) return microGrid;
      continue;
    }
    if (random.chance((120 + microGrid.population) / 700)) return microGrid;
  }
  return random.pick(world.microGrids.filter((m) => m.isResidential));
}

function drawPlace(world: World, random: Random, microGrid: MicroGrid, words: CaseWords) {
  const building = random.pick(microGrid.buildings);
  const spread = words.scope === 'road' ? 0.0002 : 0.00006; // about 20 and 6 metres
  const [lng, lat] = [aside(building.lng), aside(building.lat)];
  const near = world.places.locate(lng, lat);
  const located = near?.areaId === microGrid.id ? near : null;
  const point = located ? { lng, lat } : { lng: building.lng, lat: building.lat };
  const place = { ...point, address: words.scope === 'road' ? `${building.address}附近` : building.address };
  return { building, place, located: located ?? getChain(world, microGrid, building) };

  function aside(centre: number): number {
    return Math.round((centre + random.between(-spread, spread)) * 1e6) / 1e6;
  }
}

function getChain(world: World, microGrid: MicroGrid, building: SeedBuilding): Located {
  const chain = world.places.locate(building.lng, building.lat) ?? world.places.chainOf(microGrid.id);
  if (!chain) throw new Error(`the demonstration has no area ${microGrid.id}`);
  return chain;
}

function areaNameOf(located: Located): string {
  return (located.areas[2]?.name ?? '').replace(/(居民区|商务区)$/u, '');
}

function roadOf(address: string): string {
  return /^\D+/u.exec(address)?.[0] ?? address;
}

function drawPhotoCount(random: Random, type: CaseTypeDefinition): number {
  const usual = type.group === 'voice' || type.group.startsWith('hand') ? [0] : [0, 0, 0, 1, 1, 1, 1, 1, 2];
  return Math.max(type.evidence.report, random.pick(usual));
}
