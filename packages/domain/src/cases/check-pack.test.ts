import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCaseType, checkPack } from './check-pack.ts';
import { hasProblemWords, packProblemWords } from './pack-problem-words.ts';
import { packProblemCodes } from './validate-pack.ts';

const type = (code: string, more: object = {}) => ({
  code,
  name: { zh: '路灯', en: 'Lamp' },
  standard: { ref: 'local', kind: 'event', code: 'LOC-01' },
  group: 'roads',
  reporters: ['resident'],
  visibility: 'public',
  ...more,
});
const pack = (...caseTypes: object[]) => ({
  pack: 'own-pack',
  version: 1,
  name: { zh: '自建' },
  description: { zh: '自建' },
  systems: ['C1'],
  caseTypes,
});
const found = (value: unknown) => checkPack(value).problems.map(({ path, code }) => `${path} ${code}`);

describe('checkPack', () => {
  it('answers a sound pack with its defaults', () => {
    expect(checkPack(pack(type('own-1'))).pack?.caseTypes[0]).toMatchObject({ code: 'own-1', accept: 'at-once' });
  });

  it('names problems of shape and of rules together, each type by its own place', () => {
    const broken = type('own-1', { name: undefined, visibility: 'hidden' });
    const unruly = type('own-2', {
      form: [{ key: 'kind', kind: 'select', label: { zh: '哪种' } }],
      dispatch: [
        { key: 'a', label: { zh: '甲' }, when: 'form.nothing == 1', target: { to: 'desk' } },
        { key: 'b', label: { zh: '乙' }, target: { to: 'post', role: 'grid-boss' } },
      ],
    });
    expect(found(pack(broken, unruly)).sort()).toEqual([
      'caseTypes.0.name shape-missing',
      'caseTypes.0.visibility shape-invalid-value',
      'caseTypes.1.dispatch.0.when expression-field-unknown',
      'caseTypes.1.dispatch.1.target.role role-unknown',
      'caseTypes.1.form.0.options options-missing',
    ]);
  });

  it('finds keys that would be dropped, however deep, and leaves the anchors’ place alone', () => {
    const value = {
      ...pack(
        type('own-1', {
          synonym: ['灯'],
          deadlines: { handle: { value: 1, unit: 'day', hours: 3 } },
          dispatch: [{ key: 'a', label: { zh: '甲', de: 'a' }, target: { to: 'desk', role: 'x' } }],
        }),
      ),
      shared: { anything: 1 },
      owner: 'me',
    };
    expect(found(value).sort()).toEqual([
      'caseTypes.0.deadlines.handle.hours key-unknown',
      'caseTypes.0.dispatch.0.label.de key-unknown',
      'caseTypes.0.dispatch.0.target.role key-unknown',
      'caseTypes.0.synonym key-unknown',
      'owner key-unknown',
    ]);
    expect(checkPack(value).pack).toBeNull();
  });

  it('says of a role told by the ladder that it does not exist', () => {
    const escalation = [{ clock: 'handle', afterMinutes: 0, notify: ['handler', 'boss'], action: 'remind' }];
    const deadlines = { handle: { value: 1, unit: 'day' } };
    expect(found(pack(type('own-1', { escalation, deadlines })))).toEqual([
      'caseTypes.0.escalation.0.notify.1 role-unknown',
    ]);
  });

  it('never throws, whatever comes', () => {
    expect(found({ ...pack(), systems: { length: { toString: 1 } } }).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (any, other) => {
        expect(checkPack(any).pack).toBeNull();
        expect(checkPack(pack(type('own-1', { form: any, dispatch: other }))).problems).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('checkCaseType', () => {
  it('gives the definition as soon as its shape is right, with paths inside the type', () => {
    const checked = checkCaseType(type('own-1', { standard: { ref: 'GB/T 47678.5-2026', kind: 'event', code: 'x' } }));
    expect(checked.definition?.code).toBe('own-1');
    expect(checked.problems).toEqual([{ path: 'standard.code', code: 'standard-code-invalid', detail: 'x' }]);
    expect(checkCaseType([]).definition).toBeNull();
  });
});

describe('words of problems', () => {
  it.each(packProblemCodes.map((code) => [code]))('%s has words', (code) => {
    expect(hasProblemWords(code)).toBe(true);
  });

  it('fills the detail as it is', () => {
    expect(packProblemWords({ code: 'shape-missing', detail: 'array' })).toEqual({
      zh: '缺少这一项（列表）',
      en: 'Missing (array)',
    });
    expect(packProblemWords({ code: 'role-unknown', detail: '$& boss' }).en).toBe('There is no role “$& boss”');
    expect(packProblemWords({ code: 'brand-new', detail: 'x' }).zh).toBe('brand-new：x');
  });
});
