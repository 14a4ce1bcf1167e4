import { composeName, pickSurname } from '../../street/person-names.ts';
import type { Random } from '../../street/random.ts';
import { weighted } from './values.ts';

export interface Member {
  name: string;
  male: boolean;
  age: number;
  /** Relation to the head, GB/T 4761. */
  relation: string;
}
export interface HouseholdPlan {
  members: Member[];
  /** `let` households are tenants. */
  use: 'own' | 'let' | 'lent';
}

type Maker = (
  random: Random,
  make: (age: number, male: boolean, relation: string, surname?: string) => Member,
) => Member[];

/** Kinds of household and how many in a hundred; of an inner-city street of Shanghai, where three in ten are over sixty. */
const kinds: readonly (readonly [Maker, number])[] = [
  [(r, make) => [make(r.int(62, 93), r.chance(0.38), '02')], 15],
  [(r, make) => couple(r, make, r.int(61, 88)), 25],
  [(r, make) => [make(r.int(24, 59), r.chance(0.5), '02')], 9],
  [(r, make) => couple(r, make, r.int(27, 60)), 14],
  [(r, make) => withChild(r, make, r.int(28, 50)), 18],
  [(r, make) => grown(r, make, r.int(50, 74)), 11],
  [(r, make) => [...withChild(r, make, r.int(31, 46)), make(r.int(60, 79), r.chance(0.4), '51')], 11],
];
const tenantKinds: readonly (readonly [Maker, number])[] = [
  [(r, make) => [make(r.int(21, 45), r.chance(0.5), '02')], 38],
  [(r, make) => couple(r, make, r.int(24, 42)), 28],
  [(r, make) => withChild(r, make, r.int(27, 42)), 18],
  [
    (r, make) => [
      make(r.int(21, 34), true, '02'),
      make(r.int(21, 34), true, '99'),
      ...(r.chance(0.5) ? [make(r.int(21, 34), true, '99')] : []),
    ],
    16,
  ],
];

type Make = Parameters<Maker>[1];

function couple(random: Random, make: Make, age: number): Member[] {
  const head = make(age, random.chance(0.75), '02');
  return [head, make(Math.max(22, age + random.int(-5, 3)), !head.male, head.male ? '12' : '11')];
}
function withChild(random: Random, make: Make, age: number): Member[] {
  const pair = couple(random, make, age);
  const surname = pair[0]?.name[0];
  const child = () => {
    const male = random.chance(0.52);
    return make(random.int(Math.max(0, age - 40), Math.min(22, age - 23)), male, male ? '20' : '30', surname);
  };
  return [...pair, child(), ...(random.chance(0.18) ? [child()] : [])];
}
function grown(random: Random, make: Make, age: number): Member[] {
  const pair = random.chance(0.8) ? couple(random, make, age) : [make(age, random.chance(0.4), '02')];
  const male = random.chance(0.55);
  return [...pair, make(age - random.int(24, 31), male, male ? '20' : '30', pair[0]?.name[0])];
}

/** Who lives in a home. */
export function drawHousehold(random: Random, use: HouseholdPlan['use']): HouseholdPlan {
  const make: Make = (age, male, relation, surname) => ({
    name: composeName(random, { surname: surname ?? pickSurname(random), male }),
    male,
    age,
    relation,
  });
  const maker = weighted(random, use === 'let' ? tenantKinds : kinds);
  return { members: maker(random, make), use };
}
