import { describe, expect, it } from 'vitest';
import { packProblemWords } from './pack-problem-words.ts';
import { validatePack } from './validate-pack.ts';
import { stageProblemCodes } from './validate-stages.ts';

const way = (key: string, to: string, more: object = {}) => ({ key, label: { zh: key }, to, ...more });
const day = { key: 'signed', kind: 'date', label: { zh: '签收日' } };
const first = { key: 'first', name: { zh: '一' }, by: ['handler'], form: [day], outcomes: [way('on', 'last')] };
const last = { key: 'last', name: { zh: '二' }, by: ['desk'], outcomes: [way('done', 'handled')] };
const limit = { value: 1, unit: 'day' };

function problemsOf(changes: object, known?: string[] | null): string[] {
  const type = {
    code: 'permit',
    name: { zh: '许可' },
    standard: { ref: 'local', kind: 'event', code: 'L-1' },
    group: 'permits',
    reporters: ['resident'],
    visibility: 'private',
    ...changes,
  };
  const head = { pack: 'permits', version: 1, name: { zh: '许可' }, description: { zh: '许可' }, systems: ['C13'] };
  const result = validatePack({ ...head, caseTypes: [type] }, known);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path.replace(/^caseTypes\.0\./, '')} ${code}`);
}

describe('stages of a pack', () => {
  it('accepts a sound procedure', () => {
    expect(problemsOf({ stages: [first, last] })).toEqual([]);
    const timed = {
      ...last,
      limit,
      limitFrom: { stage: 'first', field: 'signed' },
      onTimeout: 'done',
      notSameAs: ['first'],
    };
    expect(problemsOf({ stages: [first, timed] })).toEqual([]);
    const ladder = [{ clock: 'stage', afterMinutes: 0, notify: ['handler'], action: 'remind' }];
    expect(problemsOf({ stages: [first, timed], escalation: ladder })).toEqual([]);
    expect(problemsOf({ stages: [first, last], escalation: ladder })).toEqual([
      'escalation.0.clock clock-without-deadline',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['twice the same key', { stages: [first, last, last] }, ['stages.2.key duplicate-key']],
    [
      'a bare way to a clock that begins on a day of the form left blank',
      {
        stages: [
          { ...first, outcomes: [way('on', 'last'), way('off', 'last', { bare: true })] },
          { ...last, limit, limitFrom: { stage: 'first', field: 'signed' } },
        ],
      },
      ['stages.0.outcomes.1.bare bare-starts-clock'],
    ],
    [
      'twice the same way',
      { stages: [first, { ...last, outcomes: [way('a', 'handled'), way('a', 'first')] }] },
      ['stages.1.outcomes.1.key duplicate-key'],
    ],
    [
      'a signing of no paper, for no way, with no such field',
      {
        stages: [first, { ...last, signing: { document: 'deed', on: ['off'], paper: 'onPaper' } }],
      },
      [
        'stages.1.signing.on.0 outcome-unknown',
        'stages.1.signing.paper paper-field-unknown',
        'stages.1.signing.document mark-unknown',
      ],
    ],
    [
      'a signing that anybody could join',
      {
        visibility: 'public',
        documents: [{ key: 'deed', name: { zh: '书' }, title: '书', body: [{ text: '同意' }] }],
        stages: [first, { ...last, signing: { document: 'deed', on: ['done'] } }],
      },
      ['stages.1.signing signing-public'],
    ],
    [
      'a window that signs by itself',
      {
        documents: [{ key: 'deed', name: { zh: '书' }, title: '书', body: [{ text: '同意' }] }],
        stages: [first, { ...last, limit, onTimeout: 'done', signing: { document: 'deed', on: ['done'] } }],
      },
      ['stages.1.onTimeout timeout-demands'],
    ],
    [
      'a way into nothing',
      { stages: [first, { ...last, outcomes: [way('done', 'handled'), way('off', 'gone')] }] },
      ['stages.1.outcomes.1.to stage-unknown'],
    ],
    [
      'a stage nobody comes to',
      { stages: [{ ...first, outcomes: [way('done', 'handled')] }, last] },
      ['stages.1 stage-unreachable'],
    ],
    [
      'a circle',
      { stages: [first, { ...last, outcomes: [way('back', 'first')] }] },
      ['stages.0.outcomes no-way-out', 'stages.1.outcomes no-way-out'],
    ],
    [
      'a trap',
      {
        stages: [
          { ...first, outcomes: [way('on', 'last'), way('done', 'handled')] },
          { ...last, outcomes: [way('again', 'last')] },
        ],
      },
      ['stages.1.outcomes no-way-out'],
    ],
    ['a window without length', { stages: [first, { ...last, onTimeout: 'done' }] }, ['stages.1.limit limit-missing']],
    [
      'a window without a way',
      { stages: [first, { ...last, limit, onTimeout: 'gone' }] },
      ['stages.1.onTimeout outcome-unknown'],
    ],
    [
      'a window that wants a reason',
      { stages: [first, { ...last, limit, onTimeout: 'done', outcomes: [way('done', 'handled', { reason: true })] }] },
      ['stages.1.onTimeout timeout-demands'],
    ],
    [
      'a window that wants answers',
      { answerAll: true, stages: [first, { ...last, limit, onTimeout: 'done' }] },
      ['stages.1.onTimeout timeout-demands'],
    ],
    ['a stage left to the system', { stages: [first, { ...last, by: ['system'] }] }, ['stages.1.by nobody-takes-it']],
    [
      'a day of no earlier stage',
      { stages: [first, { ...last, limit, limitFrom: { stage: 'last', field: 'signed' } }] },
      ['stages.1.limitFrom.stage stage-unknown'],
    ],
    [
      'a day of no date field',
      { stages: [first, { ...last, limit, limitFrom: { stage: 'first', field: 'other' } }] },
      ['stages.1.limitFrom.field date-field-unknown'],
    ],
    [
      'a day without a limit',
      { stages: [first, { ...last, limitFrom: { stage: 'first', field: 'signed' } }] },
      ['stages.1.limit limit-missing'],
    ],
    [
      'a second person of nowhere',
      { stages: [first, { ...last, notSameAs: ['first', 'gone'] }] },
      ['stages.1.notSameAs.1 stage-unknown'],
    ],
    [
      'duties of no type, a step that opens none',
      { stages: [first, { ...last, duties: { typeCode: 'gone' }, opens: { typeCode: 'gone' } }] },
      ['stages.1.duties.typeCode type-unknown', 'stages.1.opens.typeCode type-unknown'],
    ],
    [
      'a result on the way',
      { stages: [{ ...first, outcomes: [way('on', 'last', { result: 'solved' })] }, last] },
      ['stages.0.outcomes.0.result result-unused'],
    ],
    ['a form field twice', { stages: [{ ...first, form: [day, day] }, last] }, ['stages.0.form.1.key duplicate-key']],
    ['a closing form besides', { stages: [first, last], closing: [day] }, ['closing closing-unused']],
    [
      'a limit of all stages',
      { stages: [first, last], deadlines: { stage: limit } },
      ['deadlines.stage stage-deadline-unused'],
    ],
    ['about no unit', { visibility: 'sealed', about: 'signed', form: [day] }, ['about about-not-a-unit']],
    [
      'about, but open',
      { about: 'who', form: [{ key: 'who', kind: 'unit', label: { zh: '单位' } }] },
      ['about about-without-seal'],
    ],
    ['a duty one is called for', { childOnly: true, calls: true }, ['calls child-only-called']],
    ['a paper that is none', { stages: [{ ...first, document: 'gone' }, last] }, ['stages.0.document mark-unknown']],
  ])('%s', (_name, changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  it('knows duties of its own and of other packs', () => {
    const stages = (typeCode: string) => [first, { ...last, duties: { typeCode } }];
    expect(problemsOf({ stages: stages('permit') })).toEqual([]);
    expect(problemsOf({ stages: stages('duty') }, ['duty'])).toEqual([]);
    expect(problemsOf({ stages: stages('duty') }, null)).toEqual([]);
  });

  it('a duty may be reminded of the day it was given by name', () => {
    const escalation = [{ clock: 'handle', afterMinutes: 0, notify: ['handler'], action: 'remind' }];
    expect(problemsOf({ escalation })).toEqual(['escalation.0.clock clock-without-deadline']);
    expect(problemsOf({ childOnly: true, escalation })).toEqual([]);
  });

  it('has words for each problem', () => {
    for (const code of stageProblemCodes) expect(packProblemWords({ code }).zh).not.toContain(code);
  });
});
