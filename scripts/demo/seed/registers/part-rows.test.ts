import {
  checkCreditCode,
  checkFieldValue,
  checkIdentityNumber,
  findGuardianProblem,
  findRegisterField,
  type GuardianPaper,
  type GuardianRelation,
} from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../street/random.ts';
import { createSeedIds } from '../seed-ids.ts';
import { drawPart } from './part-rows.ts';
import type { PartBuilding } from './part-shapes.ts';

const today = '2026-03-16';
const building = (n: number, kind: string, homes: number): PartBuilding => ({
  id: `019aac4b-3000-73c9-a2e5-${String(n).padStart(12, '0')}`,
  name: `东昌小区${n}号`,
  address: `东昌路100弄${n}号`,
  kind,
  path: '310115005.a.b.c',
  areaIds: ['a', 'b', 'c'],
  lng: 121.5,
  lat: 31.24,
  homes: Array.from({ length: homes }, (_, i) => ({ id: `home-${n}-${i}`, room: String(101 + i), areaM2: 60 })),
});
const draw = (part: number) =>
  drawPart(
    [
      ...Array.from({ length: 60 }, (_, n) => building(n, 'residential', 20)),
      building(90, 'shop', 0),
      building(91, 'office', 0),
    ],
    {
      random: createRandom(part),
      newId: createSeedIds(createRandom(part + 100)),
      today,
      part,
      division: '310115',
      filled: () => true,
    },
  );

describe('a part of the registers', () => {
  const one = draw(1);
  const other = draw(2);

  it('is the same for the same seed', () => {
    expect(draw(1)).toEqual(one);
  });

  it('holds nothing the whitelist would refuse', () => {
    const nouns = new Map(one.subjects.map((row) => [row.id, row.noun]));
    const refused = one.facts.filter((fact) => {
      const field = findRegisterField(nouns.get(fact.subjectId) ?? 'home', fact.field);
      return !field || field.kind === 'secret' || !checkFieldValue(field, fact.value).ok;
    });
    expect(refused).toEqual([]);
    expect(
      one.secrets.every((s) => findRegisterField(nouns.get(s.subjectId) ?? 'home', s.field)?.kind === 'secret'),
    ).toBe(true);
  });

  it('gives sound identity numbers that are nobody’s, none twice', () => {
    const numbers = [...one.secrets, ...other.secrets].filter((s) => s.field === 'idNumber').map((s) => s.value);
    expect(numbers.length).toBeGreaterThan(4000);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers.slice(0, 300))
      expect(checkIdentityNumber(number, { today })).toMatchObject({ ok: true });
    expect(numbers.every((number) => number.startsWith('310100'))).toBe(true);
  });

  it('gives sound credit codes and telephones no operator has', () => {
    for (const fact of one.facts.filter((f) => f.field === 'creditCode'))
      expect(checkCreditCode(String(fact.value))).toMatchObject({ ok: true });
    const phones = one.secrets.filter((s) => /phone/i.test(s.field)).map((s) => s.value);
    expect(phones.every((phone) => /^164\d{8}$/.test(phone))).toBe(true);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('rests every guardian on what the desk would take', () => {
    const born = new Map(one.subjects.map((row) => [row.id, row.born]));
    const guardians = one.links.filter(({ kind }) => kind === 'guardian');
    expect(guardians.length).toBeGreaterThan(200);
    const refused = guardians.flatMap(({ fromId, toId, role, paper, proof, since }) => {
      const said = { relation: role as GuardianRelation, paper: paper as GuardianPaper, since };
      const pair = { ward: { born: born.get(toId) ?? null }, guardian: { born: born.get(fromId) ?? null } };
      const problem = findGuardianProblem({ ...pair, ...said, today });
      return problem === null && proof.length > 4 ? [] : [{ ...said, problem }];
    });
    expect(refused).toEqual([]);
  });

  it('asks the owner of a field for another value than it holds', () => {
    const held = new Map(one.subjects.map((row) => [row.id, row.fields]));
    expect(one.corrections.length).toBeGreaterThan(4);
    expect(one.corrections.filter((c) => held.get(c.subjectId)?.[c.field] === c.value)).toEqual([]);
  });

  it('reads like a street: three in ten are older, one home in four is let', () => {
    const people = one.subjects.filter((s) => s.noun === 'person');
    const older = people.filter((s) => (s.born ?? '') <= '1966-03-16').length / people.length;
    expect(older).toBeGreaterThan(0.24);
    expect(older).toBeLessThan(0.4);
    const homes = one.subjects.filter((s) => s.noun === 'home');
    const isLet = homes.filter((s) => s.fields.use === 'let').length / homes.length;
    expect(isLet).toBeGreaterThan(0.18);
    expect(isLet).toBeLessThan(0.3);
  });
});
