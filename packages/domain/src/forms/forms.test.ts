import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerFields } from '../registers/register-fields.ts';
import { formNeeds } from './column-needs.ts';
import { findDoubleAsks, headingsKnown } from './double-asks.ts';
import { entrySeconds, shareSeconds } from './entry-time.ts';
import { FormDefinition } from './form-definition.ts';
import { dueDay, nextPeriodFrom, periodOfDay, weekOf } from './form-period.ts';
import { findFormProblems } from './form-problems.ts';
import { headingSynonyms } from './heading-synonyms.ts';
import { guessNoun, proposeColumns } from './propose-columns.ts';
import { nextReturnState, possibleActs, returnActs, returnStates } from './return-flow.ts';
import { readRowCondition } from './row-condition.ts';

const label = (zh: string) => ({ zh });
const definition = (more: object = {}) =>
  FormDefinition.parse({
    name: label('独居老人'),
    item: 'elders',
    rows: { by: 'subject', noun: 'person', when: 'field.livingArrangement == "alone"' },
    period: 'month',
    columns: [
      { key: 'a', label: label('姓名'), bind: 'computed', computed: 'name' },
      { key: 'b', label: label('联系电话'), bind: 'field', field: 'phone' },
      { key: 'c', label: label('性别'), bind: 'field', field: 'sex' },
    ],
    ...more,
  });
const item = (fields: string[], units: string[] = []) => ({
  code: 'elders',
  name: '老人',
  law: '老年人权益保障法',
  fields,
  units,
});
const enough = ['person.name', 'person.phone', 'person.sex', 'person.livingArrangement'];

describe('a condition over rows', () => {
  it('is read into a tree of fields of the whitelist', () => {
    expect(readRowCondition('age >= 60 && (field.orphanElder == true || "alone" in tags)', 'person')).toEqual({
      ok: true,
      condition: {
        op: 'all',
        of: [
          { op: 'compare', on: { from: 'age' }, by: '>=', value: 60 },
          {
            op: 'any',
            of: [
              {
                op: 'compare',
                on: { from: 'field', of: 'self', noun: 'person', field: 'orphanElder' },
                by: '==',
                value: true,
              },
              { op: 'tag', tag: 'alone' },
            ],
          },
        ],
      },
    });
    expect(readRowCondition('home.use in ["let", "lent"] && !has(field.phoneless)', 'person').ok).toBe(false);
    expect(readRowCondition('home.use in ["let", "lent"] && !has(field.born)', 'person').ok).toBe(true);
  });

  it.each([
    ['field.religion == "x"', 'person'],
    ['field.phone == "13800138000"', 'person'],
    ['field.sex == "7"', 'person'],
    ['field.mealService >= true', 'person'],
    ['age > 3', 'home'],
    ['size(field.sex) > 1', 'person'],
    ['1 + 1 == 2', 'person'],
    ['field.sex ==', 'person'],
    ['true', 'person'],
  ] as const)('is refused: %s', (text, noun) => {
    expect(readRowCondition(text, noun).ok).toBe(false);
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => typeof readRowCondition(text, 'person').ok === 'boolean'),
    );
  });
});

describe('a definition', () => {
  it('shows no personal field that its item does not name, in columns or by who is in it', () => {
    expect(findFormProblems(definition(), item(enough), null)).toEqual([]);
    expect(findFormProblems(definition(), item(['person.name', 'person.phone', 'person.sex']), null)).toEqual([
      { path: 'item', code: 'field-not-in-item', detail: 'person.livingArrangement' },
    ]);
    expect(findFormProblems(definition(), null, null)).toContainEqual({
      path: 'item',
      code: 'item-unknown',
      detail: 'elders',
    });
    expect(findFormProblems(definition(), item(enough, ['unit-party']), 'unit-police')).toContainEqual({
      path: 'item',
      code: 'item-not-of-unit',
    });
  });

  it('of any field of level 3 or 4 needs that field named', () => {
    for (const field of registerFields.filter(({ level }) => level >= 3)) {
      const one = definition({
        rows: { by: 'subject', noun: field.noun },
        columns: [{ key: 'a', label: label('x'), bind: 'field', field: field.code }],
      });
      expect(formNeeds(one).map((need) => need.code)).toContain(`${field.noun}.${field.code}`);
    }
  });

  it('of areas has figures, of subjects has none; of people asks nothing of its own', () => {
    const ask = {
      key: 'q',
      label: label('备注'),
      bind: 'asked',
      ask: { key: 'q', kind: 'text', label: label('备注') },
    };
    const figure = { key: 'n', label: label('人数'), bind: 'figure', noun: 'person' };
    expect(findFormProblems(definition({ columns: [figure] }), item(enough), null).map(({ code }) => code)).toEqual([
      'figure-out-of-place',
    ]);
    expect(findFormProblems(definition({ columns: [ask] }), item(enough), null).map(({ code }) => code)).toEqual([
      'asked-of-people',
    ]);
    const areas = definition({
      rows: { by: 'area', level: 'committee' },
      columns: [figure, ask, { ...figure, key: 'm', sum: 'sex' }],
    });
    expect(findFormProblems(areas, item([]), null).map(({ code }) => code)).toEqual(['sum-not-a-number']);
  });
});

describe('periods', () => {
  it.each([
    ['2026-03-16', 'month', '2026-03', '2026-03-31', '2026-04-08'],
    ['2028-02-29', 'month', '2028-02', '2028-02-29', '2028-03-08'],
    ['2026-11-02', 'quarter', '2026-Q4', '2026-12-31', '2027-01-08'],
    ['2026-11-02', 'year', '2026', '2026-12-31', '2027-01-08'],
    ['2026-11-02', 'once', 'once', '2026-11-02', '2026-11-10'],
  ] as const)('%s by %s is %s until %s, due %s', (day, every, key, until, due) => {
    const period = periodOfDay(day, every);
    expect([period.key, period.until, dueDay(period, 8)]).toEqual([key, until, due]);
  });

  it('follow each other without a gap', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.constantFrom('month', 'quarter', 'year'), (day, every) => {
        const period = periodOfDay(day, every);
        const next = nextPeriodFrom(period, every);
        expect(period.from <= day && day <= period.until).toBe(true);
        expect(next !== null && periodOfDay(next, every).from === next && next > period.until).toBe(true);
        expect(new Date(`${weekOf(day)}T00:00:00Z`).getUTCDay()).toBe(1);
      }),
    );
  });
});

describe('asked twice', () => {
  const other = (more: object = {}) => [
    { formId: 'f', name: '老人表', unitName: '办公室', definition: definition(more) },
  ];
  it('is found by what columns are bound to, and by their names', () => {
    expect(findDoubleAsks(definition(), other())[0]).toMatchObject({
      shared: 1,
      columns: ['姓名', '联系电话', '性别'],
    });
    const renamed = {
      columns: [
        { key: 'z', label: label('老人大名'), bind: 'computed', computed: 'name' },
        { key: 'y', label: label('手机'), bind: 'field', field: 'phone' },
      ],
    };
    expect(findDoubleAsks(definition(renamed), other())[0]?.shared).toBe(1);
  });
  it('is found where all rows wanted stand in the other, however their condition is written', () => {
    const older = { rows: { by: 'subject', noun: 'person', when: 'age >= 80 && field.livingArrangement == "alone"' } };
    expect(findDoubleAsks(definition(older), other())[0]?.shared).toBe(1);
    expect(findDoubleAsks(definition(), other(older))).toEqual([]);
  });
  it('is not where rows, areas or most columns differ', () => {
    expect(findDoubleAsks(definition(), other({ rows: { by: 'subject', noun: 'person', when: 'age >= 80' } }))).toEqual(
      [],
    );
    const [a, b] = ['0195a000-0000-7000-8000-000000000001', '0195a000-0000-7000-8000-000000000002'];
    expect(findDoubleAsks(definition({ areas: [a] }), other({ areas: [b] }))).toEqual([]);
    expect(
      findDoubleAsks(
        definition(),
        other({ columns: [{ key: 'a', label: label('姓名'), bind: 'computed', computed: 'name' }] }),
      ),
    ).toEqual([]);
    expect(headingsKnown(['姓 名', '联系电话（必填）', '宗教'], definition())).toBeCloseTo(2 / 3);
  });
});

const nameOf = (column: ReturnType<typeof proposeColumns>[number]['column']) => {
  if (column?.bind === 'field') return column.field;
  return column?.bind === 'computed' ? column.computed : null;
};

describe('headings of a sheet', () => {
  it('are proposed by name, synonym and part, each field once', () => {
    const headings = ['序号', '姓名', '证件号码', '监护人信息/联系电话', '现居住地址', '紧急联系人/电话', '备注'];
    expect(guessNoun(['姓名', '性别', '证件号码'])).toBe('person');
    expect(guessNoun(['店名', '业态', '统一社会信用代码'])).toBe('entity');
    expect(guessNoun(['序号', '店铺名称', '地址', '检查日期'])).toBe('entity');
    const proposed = proposeColumns(headings, 'person').map(({ column, sure }) => [nameOf(column), sure]);
    expect(proposed).toEqual([
      ['serial', 'synonym'],
      ['name', 'synonym'],
      ['idNumber', 'name'],
      ['phone', 'name'],
      ['address', 'part'],
      ['emergencyPhone', 'synonym'],
      [null, 'none'],
    ]);
  });
  it('name who is to be told in either word, and never the person’s own telephone for theirs', () => {
    const headings = ['姓名', '紧急联络人', '紧急联络人电话'];
    expect(proposeColumns(headings, 'person').map(({ column }) => nameOf(column))).toEqual([
      'name',
      'emergencyName',
      'emergencyPhone',
    ]);
    const grouped = ['紧急联络人/姓名', '紧急联络人/电话', '联络电话'];
    expect(proposeColumns(grouped, 'person').map(({ column }) => nameOf(column))).toEqual([
      'emergencyName',
      'emergencyPhone',
      'phone',
    ]);
  });
  it('that end in the same words are told apart by what stands above them', () => {
    const headings = ['序号', '姓名', '紧急联系人/姓名', '紧急联系人/电话'];
    const labels = proposeColumns(headings, 'person').map(({ column }) => column?.label.zh);
    expect(labels).toEqual(['序号', '姓名', '紧急联系人姓名', '电话']);
  });
  it('have synonyms only for what the registers hold', () => {
    const known = new Set(registerFields.map((field) => `${field.noun}.${field.code}`));
    expect(Object.keys(headingSynonyms).filter((key) => !/^(computed|link)\./.test(key) && !known.has(key))).toEqual(
      [],
    );
  });
});

describe('a return', () => {
  it('reaches approval only by the committee’s check and word, and no act leads out of approval', () => {
    expect(possibleActs('approved')).toEqual([]);
    const before = returnStates.flatMap((state) =>
      returnActs.flatMap((act) => (nextReturnState(state, act) === 'approved' ? [`${state} ${act}`] : [])),
    );
    expect(before).toEqual(['given approve']);
  });
});

describe('time of entry', () => {
  it('counts in groups and is shared without a second lost', () => {
    expect([3, 16, 59, 100, 7200].map(entrySeconds)).toEqual([10, 22, 45, 90, 1800]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1800 }),
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 }),
        (seconds, forms) => {
          const shares = [...shareSeconds(seconds, forms).values()];
          expect(shares.reduce((a, b) => a + b, 0)).toBe(seconds);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
