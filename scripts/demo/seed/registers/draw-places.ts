import { addDays, type Day, type LettingFault, lettingFaults } from '@linli/domain';
import { composeName, pickSurname } from '../../street/person-names.ts';
import type { Random } from '../../street/random.ts';
import type { HouseholdPlan } from './draw-household.ts';
import type { Numbers } from './draw-person.ts';
import { createKnown, type Value, weighted } from './values.ts';

const faults: readonly LettingFault[] = ['divided', 'electric', 'crowded', 'fire', 'gas'];

export interface Drawn {
  kind: string;
  name: string;
  values: readonly Value[];
  secrets: readonly { field: string; kind: string; value: string }[];
}

const visit = { source: 'visit', back: [5, 300] } as const;
const housing = { source: 'department:housing', back: [60, 1500] } as const;

export type HomeUse = HouseholdPlan['use'] | 'empty';

export function drawUse(random: Random): HomeUse {
  return weighted(random, [
    ['own', 66],
    ['let', 24],
    ['lent', 3],
    ['empty', 7],
  ]);
}

/** What is known of a dwelling. */
export function drawHome(
  random: Random,
  call: {
    address: string;
    areaM2: number;
    use: HomeUse;
    tenants: number;
    ownerName: string | null;
    today: Day;
    numbers: Numbers;
  },
): Drawn {
  const { address, use, today, numbers } = call;
  const known = createKnown(random);
  const secrets: { field: string; kind: string; value: string }[] = [];
  known.put('use', use, visit);
  known.put(
    'tenure',
    weighted(random, [
      ['commodity', 44],
      ['sold-public', 44],
      ['public', 8],
      ['lane', 2],
      ['affordable-rent', 2],
    ]),
    { ...housing, missing: 0.05 },
  );
  known.put('areaM2', call.areaM2, housing);
  const owner = call.ownerName ?? composeName(random, { surname: pickSurname(random), male: random.chance(0.6) });
  known.put('ownerName', owner, {
    ...housing,
    missing: 0.04,
  });
  if (random.chance(0.8)) secrets.push({ field: 'ownerPhone', kind: '', value: numbers.phone() });
  known.put(
    'gas',
    weighted(random, [
      ['pipe', 94],
      ['bottle', 4],
      ['none', 2],
    ]),
    { ...visit, back: [5, 900], missing: 0.07 },
  );
  known.put('fireCheckedOn', addDays(today, -random.int(10, 420)), { ...visit, missing: 0.08 });
  known.put(
    'fireCheck',
    weighted(random, [
      ['passed', 93],
      ['mending', 5],
      ['failed', 2],
    ]),
    { ...visit, missing: 0.08 },
  );
  if (use === 'let') {
    known.put('letSince', addDays(today, -random.int(20, 2000)), { ...visit, missing: 0.06 });
    known.put('letFiled', random.chance(0.72), { ...visit, missing: 0.04 });
    const standard = weighted(random, [
      ['passed', 88],
      ['mending', 8],
      ['failed', 4],
    ]);
    known.put('letStandard', standard, { ...visit, missing: 0.06 });
    const fault = random.chance(0.12) ? random.pick(faults) : (faults[call.tenants % faults.length] ?? 'gas');
    known.put('letFault', standard === 'passed' ? '无' : lettingFaults[fault].zh, { ...visit, missing: 0.05 });
    known.put('tenants', call.tenants, visit);
  }
  return { kind: 'dwelling', name: address, values: known.values, secrets };
}

const assets: readonly { kind: string; words: string; code: string | null; share: number }[] = [
  { kind: 'shed', words: '非机动车车棚', code: null, share: 14 },
  { kind: 'cabinet', words: '电动自行车换电柜', code: null, share: 7 },
  { kind: 'component', words: '消火栓', code: '01013', share: 20 },
  { kind: 'component', words: '路灯', code: '01037', share: 25 },
  { kind: 'component', words: '垃圾箱房', code: '03004', share: 9 },
  { kind: 'component', words: '健身点', code: '01046', share: 9 },
  { kind: 'component', words: '雨水井盖', code: '01003', share: 16 },
];

export function drawAsset(random: Random, call: { near: string; today: Day; division: string; number: number }): Drawn {
  const known = createKnown(random);
  const asset = weighted(
    random,
    assets.map((each) => [each, each.share] as const),
  );
  if (asset.code)
    known.put('code', `${call.division}${asset.code}${String(call.number).padStart(6, '0')}`, {
      source: 'import',
      back: [100, 900],
    });
  known.put(
    'condition',
    weighted(random, [
      ['good', 86],
      ['worn', 10],
      ['broken', 3],
      ['gone', 1],
    ]),
    { ...visit, missing: 0.03 },
  );
  known.put('inspectedOn', addDays(call.today, -random.int(1, 380)), { ...visit, missing: 0.05 });
  known.put('keeperUnit', random.pick(['市政养护所', '物业服务企业', '街道办事处', '供电公司', '绿化市容所']), {
    source: 'import',
    missing: 0.04,
  });
  if (asset.kind === 'shed') {
    known.put('capacity', random.int(20, 160), visit);
    known.put('attended', random.chance(0.25), visit);
    known.put('extinguishers', random.int(1, 8), { ...visit, missing: 0.05 });
    known.put('sprinkler', random.chance(0.5), { ...visit, missing: 0.05 });
  }
  if (asset.kind === 'cabinet') known.put('slots', 8, visit);
  return { kind: asset.kind, name: `${call.near}${asset.words}`, values: known.values, secrets: [] };
}

/** What there is for older people: kind, words, how it opens, places or beds, and how many in a hundred. */
const facilities: readonly {
  kind: string;
  words: string;
  open: string;
  places: readonly [number, number] | null;
  share: number;
}[] = [
  { kind: 'meal-point', words: '长者食堂', open: '10:30–13:00，16:30–18:30', places: [24, 90], share: 28 },
  { kind: 'senior-club', words: '老年活动室', open: '8:30–16:30', places: [20, 60], share: 34 },
  { kind: 'care-station', words: '养老服务站', open: '8:30–17:00', places: null, share: 18 },
  { kind: 'day-care', words: '日间照护中心', open: '8:00–17:00', places: [15, 40], share: 12 },
  { kind: 'elderly-home', words: '综合为老服务中心（长者照护之家）', open: '全天', places: [18, 49], share: 8 },
];

export function drawFacility(random: Random, call: { near: string; today: Day }): Drawn {
  const known = createKnown(random);
  const facility = weighted(
    random,
    facilities.map((each) => [each, each.share] as const),
  );
  known.put('openHours', facility.open, { source: 'office' });
  known.put('inspectedOn', addDays(call.today, -random.int(3, 90)), visit);
  known.put('condition', 'good', visit);
  if (facility.places) {
    const size = random.int(...facility.places);
    known.put(facility.kind === 'elderly-home' ? 'beds' : 'capacity', size, { source: 'office' });
  }
  return { kind: facility.kind, name: `${call.near}${facility.words}`, values: known.values, secrets: [] };
}
