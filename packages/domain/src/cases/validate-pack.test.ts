import { describe, expect, it } from 'vitest';
import { validatePack } from './validate-pack.ts';

const goodType = {
  code: 'bulky-waste',
  name: { zh: '大件垃圾' },
  standard: { ref: 'GB/T 47678.5-2026', kind: 'event', code: '06035' },
  group: 'waste',
  reporters: ['resident'],
  visibility: 'public',
  form: [
    { key: 'size', kind: 'select', label: { zh: '大小' }, options: [{ value: 'big', label: { zh: '大' } }] },
    { key: 'pieces', kind: 'number', label: { zh: '件数' }, min: 1, max: 9 },
  ],
  deadlines: { handle: { value: 1, unit: 'work-day' } },
  dispatch: [
    { key: 'many', label: { zh: '多件' }, when: 'form.size == "big" && form.pieces > 3', target: { to: 'desk' } },
    { key: 'rest', label: { zh: '其余' }, target: { to: 'pool', unitKind: 'hauler' } },
  ],
  escalation: [{ clock: 'handle', afterMinutes: -60, notify: ['handler'], action: 'remind' }],
  checklist: [{ key: 'cleared', label: { zh: '已清运' }, kind: 'standard' }],
};

function packWith(changes: Record<string, unknown>, more: unknown[] = []): unknown {
  return {
    pack: 'bulky-waste',
    version: 1,
    name: { zh: '大件垃圾' },
    description: { zh: '预约清运' },
    systems: ['C15'],
    caseTypes: [{ ...goodType, ...changes }, ...more],
  };
}

function problemsOf(yaml: unknown): string[] {
  const result = validatePack(yaml);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
}

describe('validatePack', () => {
  it('accepts a sound pack and fills the defaults', () => {
    const result = validatePack(packWith({}));
    expect(result.ok && result.pack.caseTypes[0]?.returns).toEqual({
      windowLimit: { value: 4, unit: 'work-hour' },
      max: 2,
    });
  });

  const when = (expression: string) => [{ key: 'r', label: { zh: 'r' }, when: expression, target: { to: 'desk' } }];
  const option = { value: 'big', label: { zh: '大' } };
  const field = { key: 'size', kind: 'select', label: { zh: '大小' }, options: [option] };

  it.each<[string, Record<string, unknown>, string[]]>([
    ['an unknown field', { dispatch: when('form.colour == "red"') }, ['dispatch.0.when expression-field-unknown']],
    ['a wrong type', { dispatch: when('form.pieces == "three"') }, ['dispatch.0.when expression-invalid']],
    ['no condition', { dispatch: when('form.pieces + 1.0') }, ['dispatch.0.when expression-invalid']],
    ['no expression', { dispatch: when('form.pieces >') }, ['dispatch.0.when expression-invalid']],
    ['an unreachable rule', { dispatch: [...goodType.dispatch, ...when('urgent')] }, ['dispatch.2 rule-unreachable']],
    [
      'a rule twice and a unit without a name',
      { dispatch: [...when('urgent'), { key: 'r', label: { zh: 'r' }, target: { to: 'unit' } }] },
      ['dispatch.1.key duplicate-key', 'dispatch.1.target target-unnamed'],
    ],
    ['a field twice', { form: [field, field], dispatch: [] }, ['form.1.key duplicate-key']],
    ['no options', { form: [{ ...field, options: [] }], dispatch: [] }, ['form.0.options options-missing']],
    [
      'an option twice',
      { form: [{ ...field, options: [option, option] }], dispatch: [] },
      ['form.0.options.1.value duplicate-option'],
    ],
    ['options on a text', { form: [{ ...field, kind: 'text' }], dispatch: [] }, ['form.0.options options-unexpected']],
    [
      'an empty range',
      { form: [{ key: 'n', kind: 'number', label: { zh: 'n' }, min: 5, max: 4 }], dispatch: [] },
      ['form.0.max range-empty'],
    ],
    [
      'kinds of unit on a text, and one nobody is of',
      {
        form: [
          { key: 'a', kind: 'text', label: { zh: 'a' }, unitKinds: ['committee'] },
          { key: 'b', kind: 'units', label: { zh: 'b' }, unitKinds: ['department', 'ministry'] },
          { key: 'c', kind: 'unit', label: { zh: 'c' }, unitKinds: ['committee'] },
        ],
        dispatch: [],
      },
      ['form.0.unitKinds unit-kinds-unexpected', 'form.1.unitKinds.1 unit-kind-unknown'],
    ],
    [
      'who reports together, of one unit or at a stage',
      {
        form: [
          { key: 'a', kind: 'units', label: { zh: 'a' }, joins: true },
          { key: 'b', kind: 'unit', label: { zh: 'b' }, joins: true },
        ],
        closing: [{ key: 'c', kind: 'units', label: { zh: 'c' }, joins: true }],
        dispatch: [],
      },
      ['form.1.joins joins-unexpected', 'closing.0.joins joins-unexpected'],
    ],
    [
      'who reports together in a sealed kind',
      { visibility: 'sealed', form: [{ key: 'a', kind: 'units', label: { zh: 'a' }, joins: true }], dispatch: [] },
      ['form.0.joins joins-unexpected'],
    ],
    ['a ladder without a clock', { deadlines: {} }, ['escalation.0.clock clock-without-deadline']],
    [
      'backward hours',
      { serviceHours: { from: '18:00', until: '08:00', days: 'every-day' } },
      ['serviceHours service-hours-invalid'],
    ],
    [
      'an old code for the new standard',
      { standard: { ...goodType.standard, code: '0108' } },
      ['standard.code standard-code-invalid'],
    ],
    [
      'a sample nobody draws',
      { checking: { mode: 'all', samplePercent: 20 } },
      ['checking.samplePercent sample-unused'],
    ],
    [
      'an endless wait for the reporter',
      { checking: { mode: 'reporter' } },
      ['deadlines.check reporter-check-without-deadline'],
    ],
    ['an item twice', { checklist: [...goodType.checklist, ...goodType.checklist] }, ['checklist.1.key duplicate-key']],
  ])('names %s', (_name, changes, expected) => {
    expect(problemsOf(packWith(changes))).toEqual(expected.map((problem) => `caseTypes.0.${problem}`));
  });

  it('names a type twice', () => {
    expect(problemsOf(packWith({}, [goodType]))).toEqual(['caseTypes.1.code duplicate-code']);
  });

  it.each([null, 'text', {}, packWith({ visibility: 'secret' }), packWith({ dispatch: [{ key: 'R 1' }] })])(
    'refuses a wrong shape: %j',
    (yaml) => {
      const problems = problemsOf(yaml);
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problem).toMatch(/ shape-[a-z-]+$/);
    },
  );
});
