import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaseTypeDefinition,
  type ClockName,
  clockNames,
  deadlineFrom,
  type Pack,
  roles,
  validatePack,
} from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import legacy from '../apps/server/src/modules/cases/standard-codes/gb30428-2-events.json' with { type: 'json' };
import standard from '../apps/server/src/modules/cases/standard-codes/gb47678-5.json' with { type: 'json' };
import { createRandom } from '../scripts/demo/street/random.ts';
import { listUnits } from '../scripts/demo/street/units.ts';

const folder = import.meta.dirname;
const names = (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name);
const sources = await Promise.all(
  names.map(async (name) => ({
    name,
    yaml: parse(await readFile(join(folder, name, 'pack.yaml'), 'utf8')) as unknown,
  })),
);

function packOf(name: string, yaml: unknown): Pack {
  const result = validatePack(yaml);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
  return result.pack;
}
const packs = sources.map(({ name, yaml }) => packOf(name, yaml));
const types = packs.flatMap((pack) => pack.caseTypes);
const byCode: [string, CaseTypeDefinition][] = types.map((type) => [type.code, type]);
const procedures = byCode.filter(([, type]) => type.stages.length > 0);

describe('packs', () => {
  it.each(sources)('$name validates, is named like its folder and proves itself', ({ name, yaml }) => {
    expect(validatePack(yaml)).toMatchObject({ ok: true, pack: { pack: name } });
    expect(existsSync(join(folder, name, 'scenario.test.ts')), 'scenario.test.ts').toBe(true);
  });

  it.each(sources)('$name has no key the product would ignore', ({ name, yaml }) => {
    expect(ignoredKeys(yaml, packOf(name, yaml), '').filter((key) => key !== '.shared')).toEqual([]);
  });

  it('finds a key the product would ignore', () => {
    expect(ignoredKeys({ name: { zh: 'a', en: 'b', c: null } }, { name: { zh: 'a', en: 'b' } }, '')).toEqual([
      '.name.c',
    ]);
  });

  it('have codes of their own, which are their class in small letters where they are the only one of it', () => {
    const codes = types.map((type) => type.code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    const other = types.filter((type) => type.code !== type.standard.code.toLowerCase()).map((type) => type.code);
    expect(other).toEqual(['bulky']);
  });

  it.each(byCode)(
    '%s has its class in the standard, as the kind it says',
    (_code, { standard: { ref, code, kind } }) => {
      if (ref === 'local') expect(code).toMatch(/^[A-Z][A-Z0-9]+(-[A-Z0-9]+)*$/);
      else expect(standard).toContainEqual(expect.objectContaining({ code, kind }));
    },
  );

  it.each(byCode)('%s speaks two languages', (_code, type) => {
    expect(withoutEnglish(type, '')).toEqual([]);
    expect(type.synonyms.length).toBeGreaterThanOrEqual(4);
    expect(new Set(type.synonyms).size).toBe(type.synonyms.length);
  });

  it.each(byCode)('%s names real roles and units', (_code, type) => {
    const notified = type.escalation.flatMap((step) => step.notify);
    expect(notified.filter((who) => who !== 'handler' && !roles.some((role) => role === who))).toEqual([]);
    const targets = type.dispatch.map((rule) => rule.target);
    expect(targets.filter((t) => t.to === 'post' && !roles.some((role) => role === t.role))).toEqual([]);
    for (const t of targets) {
      if (t.to === 'unit' && t.unitKey) expect(unitKeys).toContain(t.unitKey);
      if (t.to === 'pool' || (t.to === 'unit' && t.unitKind)) expect(unitKinds).toContain(t.unitKind);
    }
  });

  it.each(byCode)('%s has a rule that always matches and is told off when it is late', (_code, type) => {
    expect(type.dispatch.at(-1)?.when).toBeUndefined();
    const rings = (clock: ClockName) => type.escalation.some((step) => step.clock === clock && step.afterMinutes >= 0);
    // A procedure promises its steps, the everyday loop the whole; the ladder must know every clock that is a duty.
    const steps = type.stages.some((stage) => stage.limit && stage.onTimeout === undefined);
    if (steps) expect(rings('stage')).toBe(true);
    if (type.deadlines.handle) expect(rings('handle')).toBe(true);
    if (type.stages.length === 0) expect(type.deadlines.handle && type.deadlines.total).toBeTruthy();
    else expect(steps || type.deadlines.handle).toBeTruthy();
  });

  it.each(procedures)('%s can be walked to its end from every stage, and no machine ends it', (_code, type) => {
    const ends = new Set<string>();
    for (let before = -1; before < ends.size; ) {
      before = ends.size;
      for (const { key, outcomes } of type.stages)
        if (outcomes.some(({ to }) => to === 'handled' || ends.has(to))) ends.add(key);
    }
    expect(type.stages.map(({ key }) => key).filter((key) => !ends.has(key))).toEqual([]);
    // A window that is over leads to somebody's stage: silence never decides for or against a person.
    const silent = type.stages.flatMap((stage) => stage.outcomes.filter(({ key }) => key === stage.onTimeout));
    expect(silent.filter(({ to }) => to === 'handled')).toEqual([]);
    // A second person must be somebody who can act at all.
    for (const stage of type.stages) expect(stage.by).not.toEqual(['system']);
  });

  it.each(procedures)('%s makes duties of kinds that are there and ask for nothing more', (_code, type) => {
    for (const { duties } of type.stages) {
      if (!duties) continue;
      const kind = types.find(({ code }) => code === duties.typeCode);
      expect(kind?.form.filter((field) => field.required)).toEqual([]);
    }
  });

  it('make every child-only kind somewhere', () => {
    const made = new Set(types.flatMap(({ stages }) => stages.flatMap(({ duties }) => duties?.typeCode ?? [])));
    expect(types.filter(({ childOnly, code }) => childOnly && !made.has(code)).map(({ code }) => code)).toEqual([]);
  });

  it.each(byCode)('%s promises the whole later than its parts', (_code, type) => {
    // A Monday morning in a year without holidays: lengths can be compared whatever their unit.
    const from = new Date('2026-06-01T09:00:00+08:00');
    const { from: open, until, days } = type.serviceHours;
    const table = { years: [2026], holidays: new Set<string>(), makeUpDays: new Set<string>() };
    const calendar = { zone: 'Asia/Shanghai', table, from: open, until, days } as const;
    const due = new Map(clockNames.map((name) => [name, type.deadlines[name]] as const));
    const length = (name: (typeof clockNames)[number]) => {
      const limit = due.get(name);
      return limit ? deadlineFrom(from, limit, calendar).getTime() : 0;
    };
    if (due.get('total')) expect(length('total')).toBeGreaterThan(length('handle'));
    if (due.get('handle')) expect(length('handle')).toBeGreaterThan(length('take'));
  });
});

describe('standard codes', () => {
  it('are 153 components and 250 matters, each once, gaps unfilled', () => {
    expect(standard.filter((row) => row.kind === 'component')).toHaveLength(153);
    expect(standard.filter((row) => row.kind === 'event')).toHaveLength(250);
    expect(new Set(standard.map((row) => `${row.kind} ${row.code}`)).size).toBe(403);
    for (const gap of ['01016', '06031', '07005', '09007'])
      expect(standard.some((row) => row.code === gap)).toBe(false);
  });

  it('map the old classes to ones that exist, or to none', () => {
    expect(legacy).toHaveLength(54);
    const known = new Set(standard.map((row) => row.code));
    expect(legacy.filter((row) => row.suggested !== null && !known.has(row.suggested))).toEqual([]);
    expect(legacy.filter((row) => row.suggested === null).length).toBeGreaterThan(5);
  });
});

const unitKinds = ['department', 'property-firm', 'committee', 'operator', 'station'];
/** Units a pack may name are those of the demonstration street; a real street is asked to have them too (docs/packs.md). */
const unitKeys = listUnits([], createRandom(1)).map((unit) => unit.key);

/** Paths of what is in the file but not in the parsed pack: a comma in an unquoted text makes such keys. */
function ignoredKeys(source: unknown, kept: unknown, path: string): string[] {
  if (typeof source !== 'object' || source === null) return [];
  const parsed: Record<string, unknown> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  return Object.entries(source).flatMap(([key, value]) =>
    key in parsed ? ignoredKeys(value, parsed[key], `${path}.${key}`) : [`${path}.${key}`],
  );
}

function withoutEnglish(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value) return 'en' in value && value.en ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => withoutEnglish(inner, `${path}.${key}`));
}
