import { describe, expect, it } from 'vitest';
import { CaseFile, type CaseFileFacts, caseFileProblems, caseFileState, stagesFilling } from './case-file.ts';
import { CaseStage } from './case-stage.ts';
import { FormField } from './form-field.ts';

const say = (zh: string) => ({ zh });
const told = FormField.parse({ key: 'told', kind: 'boolean', label: say('已告知') });
const stages = [
  CaseStage.parse({
    ...{ key: 'inform', name: say('告知'), by: ['handler'], form: [told], document: 'paper' },
    outcomes: [{ key: 'on', label: say('继续'), to: 'handled' }],
  }),
];
const file = (from: object[]) =>
  CaseFile.parse({ name: say('卷宗'), title: '卷宗', items: [{ key: 'one', label: say('一'), required: true, from }] });
const none: CaseFileFacts = {
  ...{ form: {}, stages: new Map(), reportPictures: 0, children: { closed: 0, all: 0 }, added: new Map() },
};
const taken = (form: object, pictures = 0): CaseFileFacts => ({
  ...none,
  stages: new Map([['inform', { form: { ...form }, pictures }]]),
});
const present = (from: object[], facts: CaseFileFacts) =>
  caseFileState({ file: file(from), stages }, facts)[0]?.present;

describe('the file of a case', () => {
  it.each([
    [[{ report: true }], none, true],
    [[{ made: true }], none, true],
    [[], none, false],
    [[], { ...none, added: new Map([['one', 1]]) }, true],
    [[{ stage: 'inform' }], none, false],
    [[{ stage: 'inform' }], taken({}), true],
    [[{ stage: 'inform', field: 'told' }], taken({ told: false }), false],
    [[{ stage: 'inform', field: 'told' }], taken({ told: true }), true],
    [[{ document: 'paper' }], taken({}), true],
    [[{ document: 'paper' }], none, false],
    [[{ picturesOf: 'inform' }], taken({}), false],
    [[{ picturesOf: 'inform' }], taken({}, 2), true],
    [[{ children: true }], none, false],
    [[{ children: true }], { ...none, children: { closed: 1, all: 2 } }, false],
    [[{ children: true }], { ...none, children: { closed: 2, all: 2 } }, true],
    [[{ form: 'x' }, { stage: 'inform' }], taken({}), true],
  ])('%o with %o: %s', (from, facts, there) => {
    expect(present(from, facts)).toBe(there);
  });

  it('names the steps that bring an item, and what does not exist', () => {
    const item = file([{ stage: 'inform', field: 'told' }]).items[0];
    expect(item && stagesFilling(item, stages).map(({ key }) => key)).toEqual(['inform']);
    const wrong = file([{ stage: 'never' }, { stage: 'inform', field: 'x' }, { form: 'y' }, { document: 'z' }]);
    const problems = caseFileProblems({ form: [], stages, documents: [{ key: 'paper' }], file: wrong });
    expect(problems.map(({ unknown }) => unknown)).toEqual(['never', 'x', 'y', 'z']);
    expect(problems[1]?.path).toEqual(['file', 'items', 0, 'from', 1, 'field']);
  });
});
