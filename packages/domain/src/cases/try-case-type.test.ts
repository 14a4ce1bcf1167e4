import { describe, expect, it } from 'vitest';
import { CaseTypeDefinition } from './case-type.ts';
import { diffCaseType, sameCaseType } from './diff-case-type.ts';
import { matchWords } from './match-words.ts';
import { type TrialCase, tryCaseType } from './try-case-type.ts';

const before = CaseTypeDefinition.parse({
  code: 'own-1',
  name: { zh: '路灯', en: 'Lamp' },
  standard: { ref: 'local', kind: 'event', code: 'LOC-01' },
  group: 'roads',
  reporters: ['resident'],
  visibility: 'public',
  form: [{ key: 'pieces', kind: 'number', label: { zh: '几盏' } }],
  deadlines: { handle: { value: 4, unit: 'urgent-hour' }, total: { value: 2, unit: 'urgent-hour' } },
  dispatch: [
    { key: 'many', label: { zh: '多' }, when: 'form.pieces >= 5.0', target: { to: 'unit', unitKey: 'unit-a' } },
    { key: 'rest', label: { zh: '其他' }, target: { to: 'desk' } },
  ],
});
const context = {
  holidays: { years: [2026], holidays: new Set<string>(), makeUpDays: new Set<string>() },
  now: new Date('2026-03-16T10:00:00+08:00'),
};
const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour));

function aCase(
  id: string,
  more: { form?: object; handledAt?: Date; photos?: number; straight?: boolean } = {},
): TrialCase {
  return {
    id,
    facts: {
      form: { ...more.form },
      place: { level: 4 },
      channel: 'resident',
      urgent: false,
      hour: 9,
      weekday: 2,
    },
    photos: more.photos ?? 0,
    moments: { report: at(1), accept: at(1), dispatch: at(1), handle: more.handledAt ?? at(3) },
    endedAt: more.handledAt ?? at(3),
    straight: more.straight ?? true,
  };
}
const change = (more: object) => CaseTypeDefinition.parse({ ...before, ...more });

describe('tryCaseType', () => {
  it('finds nothing where nothing changed', () => {
    const trial = tryCaseType([aCase('a'), aCase('b', { form: { pieces: 9 } })], before, before, context);
    expect(trial).toMatchObject({ cases: 2, stayed: 2, moves: [], refusals: [], refusedCases: 0, withoutClocks: 0 });
    expect(trial.clocks.every((row) => row.earlier + row.later === 0)).toBe(true);
  });

  it('counts which rule sends how many elsewhere; another rule to the same place is not elsewhere', () => {
    const after = change({
      dispatch: [
        { key: 'many', label: { zh: '多' }, when: 'form.pieces >= 3.0', target: { to: 'unit', unitKey: 'unit-a' } },
        { key: 'few', label: { zh: '少' }, when: 'form.pieces < 2.0', target: { to: 'desk' } },
        { key: 'rest', label: { zh: '其他' }, target: { to: 'desk' } },
      ],
    });
    const cases = [1, 3, 4, 6].map((pieces) => aCase(`case-${pieces}`, { form: { pieces } }));
    const trial = tryCaseType(cases, before, after, context);
    expect(trial.stayed).toBe(2);
    expect(trial.moves).toEqual([
      {
        fromRule: 'rest',
        fromTarget: { to: 'desk' },
        toRule: 'many',
        toTarget: { to: 'unit', unitKey: 'unit-a' },
        count: 2,
        examples: ['case-3', 'case-4'],
      },
    ]);
  });

  it('tells of rules that fail on real answers', () => {
    const trial = tryCaseType([aCase('a'), aCase('b', { form: { pieces: 9 } })], before, before, context);
    expect(trial.failed).toEqual([{ ruleKey: 'many', error: expect.any(String), count: 1 }]);
  });

  it('computes deadlines again: earlier, later, and who would be late now', () => {
    const after = change({
      deadlines: { handle: { value: 1, unit: 'urgent-hour' }, total: { value: 3, unit: 'urgent-hour' } },
    });
    const trial = tryCaseType(
      [aCase('late-now'), aCase('quick', { handledAt: new Date(at(1).getTime() + 60_000) })],
      before,
      after,
      context,
    );
    expect(trial.clocks.find((row) => row.clock === 'handle')).toMatchObject({
      earlier: 2,
      later: 0,
      overdueBefore: 0,
      overdueAfter: 1,
      examples: ['late-now'],
    });
    // Handled after exactly two hours: with a limit of two it was late, with three it is not.
    expect(trial.clocks.find((row) => row.clock === 'total')).toMatchObject({
      later: 2,
      overdueBefore: 1,
      overdueAfter: 0,
    });
  });

  it('tells of clocks that run in one version only', () => {
    const after = change({ deadlines: { dispatch: { value: 1, unit: 'urgent-hour' }, total: before.deadlines.total } });
    const trial = tryCaseType([aCase('a')], before, after, context);
    expect(trial.clocks.map(({ clock, added, dropped }) => ({ clock, added, dropped }))).toEqual([
      { clock: 'dispatch', added: 1, dropped: 0 },
      { clock: 'handle', added: 0, dropped: 1 },
      { clock: 'total', added: 0, dropped: 0 },
    ]);
  });

  it('leaves out what cannot be computed honestly, and says how many', () => {
    const working = change({ deadlines: { handle: { value: 1, unit: 'work-day' } } });
    const cases = [aCase('bent', { straight: false }), aCase('straight')];
    expect(tryCaseType(cases, before, working, context).withoutClocks).toBe(1);
    const holidays = { ...context.holidays, years: [] };
    expect(tryCaseType(cases, before, working, { ...context, holidays })).toMatchObject({
      withoutClocks: 2,
      clocks: [],
    });
  });

  it('counts reports the new form would have refused, each case once', () => {
    const after = change({
      form: [
        { key: 'pieces', kind: 'number', label: { zh: '几盏' }, required: true, max: 5 },
        { key: 'room', kind: 'text', label: { zh: '门牌' }, required: true },
      ],
      evidence: { report: 1, handle: 1 },
    });
    const cases = [aCase('none', { photos: 1 }), aCase('many', { form: { pieces: 9, room: '1', old: 'x' } })];
    const trial = tryCaseType(cases, before, after, context);
    expect(trial.refusedCases).toBe(2);
    expect(trial.refusals.map(({ field, reason, count }) => `${field} ${reason} ${count}`).sort()).toEqual([
      ' photos-missing 1',
      'pieces required 1',
      'pieces too-big 1',
      'room required 1',
    ]);
  });

  it('judges 5,000 cases', () => {
    const after = change({
      deadlines: { handle: { value: 3, unit: 'work-day' }, total: { value: 5, unit: 'work-day' } },
    });
    const cases = Array.from({ length: 5000 }, (_, i) => aCase(`c${i}`, { form: { pieces: i % 9 } }));
    expect(tryCaseType(cases, before, after, context).cases).toBe(5000);
  });
});

describe('matchWords', () => {
  const cases = [
    { id: 'a', typeCode: '01', words: '门口有一张旧床垫' },
    { id: 'b', typeCode: '01', words: 'An old MATTRESS in the hall' },
    { id: 'c', typeCode: '02', words: '路灯不亮，床垫旁' },
    { id: 'd', typeCode: '02', words: '床' },
  ];

  it('counts cases that hold the name or a synonym, and leaves single characters alone', () => {
    const found = matchWords(cases, { name: { zh: '床垫', en: 'Mattress' }, synonyms: ['床', '旧床垫'] });
    expect(found.matched).toBe(3);
    expect(found.byType).toEqual([
      { typeCode: '01', count: 2, examples: ['a', 'b'] },
      { typeCode: '02', count: 1, examples: ['c'] },
    ]);
    expect(found.byWord).toEqual([
      { word: '床垫', count: 2 },
      { word: '旧床垫', count: 1 },
      { word: 'mattress', count: 1 },
    ]);
    expect(matchWords(cases, { name: { zh: '电梯' }, synonyms: [] }).matched).toBe(0);
  });
});

describe('diffCaseType', () => {
  it('finds nothing between equals, whatever the order of keys', () => {
    const turned = CaseTypeDefinition.parse(Object.fromEntries(Object.entries(before).reverse()));
    expect(sameCaseType(before, turned)).toBe(true);
    expect(diffCaseType(before, turned)).toEqual([]);
  });

  it('names rows by their key: changed inside, added, removed, in another order', () => {
    const [many, rest] = before.dispatch;
    const after = change({
      form: [
        { key: 'room', kind: 'text', label: { zh: '门牌' } },
        { ...before.form[0], required: true },
      ],
      deadlines: { handle: { value: 6, unit: 'urgent-hour' } },
      dispatch: [rest, many],
    });
    expect(sameCaseType(before, after)).toBe(false);
    expect(diffCaseType(before, after)).toEqual([
      { path: ['form', 'pieces', 'required'], kind: 'changed', before: 'false', after: 'true' },
      { path: ['form', 'room'], kind: 'added', before: null, after: '门牌' },
      { path: ['deadlines', 'handle', 'value'], kind: 'changed', before: '4', after: '6' },
      { path: ['deadlines', 'total'], kind: 'removed', before: '2 urgent-hour', after: null },
      { path: ['dispatch'], kind: 'moved', before: 'many rest', after: 'rest many' },
    ]);
  });
});
