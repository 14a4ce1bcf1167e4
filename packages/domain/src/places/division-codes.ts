/** Where a division stands: how many of the five segments of its code are filled. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'town' | 'village';

/** What a town-level code stands for, by its segment: GB/T 10114. */
export type TownKind = 'street' | 'town' | 'township' | 'town-like';

/** What a village-level code stands for, by its segment. */
export type VillageKind = 'residents-committee' | 'villagers-committee' | 'virtual' | 'village-like';

export type DivisionKind = 'province' | 'city' | 'county' | TownKind | VillageKind;

export type DivisionCode = {
  /** Twelve digits. */
  code: string;
  level: DivisionLevel;
  kind: DivisionKind;
  /** The filled part: 2, 4, 6, 9 or 12 digits. */
  shortCode: string;
  /** Twelve digits; null for a province. */
  parentCode: string | null;
  parts: { province: string; city: string; county: string; town: string; village: string };
};

export type UnitGridCode = {
  /** Fifteen digits. */
  code: string;
  /** Six digits of the district, three of the street, three of the community, three of the grid. */
  parts: { county: string; town: string; village: string; grid: string };
  /** Twelve digits: the community the grid lies in. */
  divisionCode: string;
};

export type CodeProblem = 'not-digits' | 'wrong-length' | 'unknown-province' | 'segment-missing';
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: CodeProblem };

// GB/T 2260, first two digits.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

// Cities whose towns hang directly below them: Jiayuguan, Dongguan, Zhongshan, Danzhou.
const citiesWithoutCounties = new Set(['6202', '4419', '4420', '4604']);

/**
 * Reads a division code of the statistical system: 12 digits = province 2, city 2, county 2, town 3, village 3,
 * or its short form of 2, 4, 6 or 9 digits. Form only: whether the division exists is for the divisions list to say.
 * Source: GB/T 2260, GB/T 10114, statistical division codes.
 */
export function parseDivisionCode(text: string): Parsed<DivisionCode> {
  if (!/^\d+$/.test(text)) return { ok: false, problem: 'not-digits' };
  if (![2, 4, 6, 9, 12].includes(text.length)) return { ok: false, problem: 'wrong-length' };
  const code = text.padEnd(12, '0');
  const parts = {
    province: code.slice(0, 2),
    city: code.slice(2, 4),
    county: code.slice(4, 6),
    town: code.slice(6, 9),
    village: code.slice(9, 12),
  };
  if (!provinces.has(parts.province)) return { ok: false, problem: 'unknown-province' };
  const filled = {
    city: parts.city !== '00',
    county: parts.county !== '00' || (parts.town !== '000' && citiesWithoutCounties.has(code.slice(0, 4))),
    town: parts.town !== '000',
    village: parts.village !== '000',
  };
  const hole =
    (filled.village && !filled.town) || (filled.town && !filled.county) || (parts.county !== '00' && !filled.city);
  if (hole) return { ok: false, problem: 'segment-missing' };
  const level = deepestLevel(filled);
  const shortCode = code.slice(0, digitsOf[level]);
  return { ok: true, value: { code, level, kind: kindOf(level, parts), shortCode, parentCode: parentOf(code), parts } };
}

/**
 * Reads a unit-grid code: 15 digits = district 6, street 3, community 3, grid 3 (GB/T 30428.1, GB/T 47678.3).
 * Every segment must be filled. Form only, as for divisions.
 */
export function parseUnitGridCode(text: string): Parsed<UnitGridCode> {
  if (!/^\d+$/.test(text)) return { ok: false, problem: 'not-digits' };
  if (text.length !== 15) return { ok: false, problem: 'wrong-length' };
  const division = parseDivisionCode(text.slice(0, 12));
  if (!division.ok) return division;
  const grid = text.slice(12);
  if (division.value.level !== 'village' || grid === '000') return { ok: false, problem: 'segment-missing' };
  const parts = { county: text.slice(0, 6), town: text.slice(6, 9), village: text.slice(9, 12), grid };
  return { ok: true, value: { code: text, parts, divisionCode: division.value.code } };
}

const digitsOf: Record<DivisionLevel, number> = { province: 2, city: 4, county: 6, town: 9, village: 12 };

function deepestLevel(filled: { city: boolean; county: boolean; town: boolean; village: boolean }): DivisionLevel {
  if (filled.village) return 'village';
  if (filled.town) return 'town';
  if (filled.county) return 'county';
  return filled.city ? 'city' : 'province';
}

function parentOf(code: string): string | null {
  if (!code.endsWith('000')) return code.slice(0, 9).padEnd(12, '0');
  if (code.slice(6, 9) !== '000') return code.slice(0, 6).padEnd(12, '0');
  if (code.slice(4, 6) !== '00') return code.slice(0, 4).padEnd(12, '0');
  return code.slice(2, 4) === '00' ? null : code.slice(0, 2).padEnd(12, '0');
}

function kindOf(level: DivisionLevel, parts: DivisionCode['parts']): DivisionKind {
  if (level === 'town') return townKind(Number(parts.town));
  if (level === 'village') return villageKind(Number(parts.village));
  return level;
}

function townKind(segment: number): TownKind {
  if (segment < 100) return 'street';
  if (segment < 200) return 'town';
  return segment < 400 ? 'township' : 'town-like';
}

function villageKind(segment: number): VillageKind {
  if (segment < 200) return 'residents-committee';
  if (segment < 400) return 'villagers-committee';
  return segment === 498 || segment === 598 ? 'virtual' : 'village-like';
}
