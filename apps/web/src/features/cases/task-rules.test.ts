import type { OutboxItem } from '@linli/client';
import type { CaseDetail, CaseSummary } from '@linli/contract';
import { CaseTypeDefinition } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { expectTask, isOnItsWay } from '../outbox/expect-task.ts';
import { sortTasks } from './sort-tasks.ts';
import { suggestTypes } from './suggest-types.ts';
import { typeFormFields, typeFormValues, typeValueWords } from './type-form.ts';

const type = CaseTypeDefinition.parse({
  code: 'lift-fault',
  name: { zh: '电梯故障', en: 'Lift fault' },
  standard: { ref: 'local', kind: 'event', code: 'x' },
  group: 'building',
  synonyms: ['电梯', '困人'],
  reporters: ['worker'],
  visibility: 'public',
  form: [
    { key: 'words', kind: 'text', label: { zh: '梯号' }, required: true, max: 10 },
    { key: 'people', kind: 'number', label: { zh: '人数' }, min: 0 },
    { key: 'doors', kind: 'multi-select', label: { zh: '门' }, options: [{ value: 'a', label: { zh: '前' } }] },
  ],
});
const now = new Date('2026-11-22T04:00:00.000Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();

function task(id: string, fields: Partial<CaseDetail> = {}): CaseDetail {
  const summary: CaseSummary = {
    id,
    number: id,
    typeCode: type.code,
    typeName: type.name,
    title: id,
    state: 'in-hand',
    round: 1,
    visibility: 'public',
    channel: 'resident',
    urgent: false,
    supervised: false,
    urgedCount: 0,
    place: { lng: null, lat: null, address: '', areas: [] },
    reportedAt: hours(-10),
    changedAt: hours(-1),
    holder: null,
    due: null,
    promisedAt: null,
    pending: null,
    rating: null,
    photo: null,
    reporterCount: 1,
    stage: null,
    parentId: null,
    excluded: false,
  };
  const story = { words: '', form: {}, type, typeVersion: 1, story: [], photos: [], clocks: [], dispatch: null };
  const procedure = {
    stages: [],
    current: null,
    parts: [],
    signing: null,
    children: [],
    parent: null,
    published: null,
    watermark: null,
  };
  const rest = { ticked: [], result: null, mergedInto: null, seq: 3, can: [] };
  return {
    ...summary,
    ...story,
    ...procedure,
    ...rest,
    reporter: { name: '', phone: null, anonymous: true, mine: false },
    ...fields,
  };
}

function item(operation: string, lane: string, fields: Partial<OutboxItem> = {}): OutboxItem {
  const ended = { nextTryAt: null, reason: null, answer: null, doneAt: null };
  const base = { id: `${operation} ${lane}`, operation, lane, input: {}, photos: [], position: 1, createdAt: hours(0) };
  return { ...base, ...ended, state: 'waiting', tries: 0, title: '', ...fields };
}

const due = (at: number): Partial<CaseDetail> => ({ due: { clock: 'handle', at: hours(at), overdue: at < 0 } });
const at = (lng: number): Partial<CaseDetail> => ({ place: { lng, lat: 31.2, address: '', areas: [] } });
const ids = (rows: readonly { task: { id: string } }[]) => rows.map((row) => row.task.id);

describe('expectTask', () => {
  const can: CaseDetail['can'] = ['take', 'handle', 'return', 'note', 'tick'];

  it('hides what is on its way and leaves the rest', () => {
    expect(expectTask(task('a', { can }), [item('take-case', 'a')], undefined).task.can).not.toContain('take');
    const handled = expectTask(task('a', { can }), [item('handle-case', 'a')], undefined);
    expect([handled.task.can, handled.leaves]).toEqual([['note'], true]);
  });

  it('lets one take and finish without a network, in one go', () => {
    const sent = task('a', { state: 'dispatched', can: ['take', 'return'] });
    const taken = expectTask(sent, [item('take-case', 'a')], undefined).task;
    expect([taken.state, taken.can.includes('handle')]).toEqual(['in-hand', true]);
    const done = expectTask(sent, [item('take-case', 'a'), item('handle-case', 'a')], undefined).task;
    expect([done.state, done.can]).toEqual(['handled', ['note']]);
  });

  it('gives the first stage, not the handling, where the type has a procedure', () => {
    const staged = CaseTypeDefinition.parse({
      ...type,
      stages: [
        {
          key: 'look',
          name: { zh: '看现场' },
          by: ['handler'],
          outcomes: [{ key: 'on', label: { zh: '看过' }, to: 'handled' }],
        },
      ],
    });
    const sent = task('a', { type: staged, state: 'dispatched', can: ['take', 'return'] });
    const taken = expectTask(sent, [item('take-case', 'a')], undefined).task;
    expect([taken.current?.key, taken.can.includes('advance'), taken.can.includes('handle')]).toEqual([
      'look',
      true,
      false,
    ]);
    const advanced = expectTask(sent, [item('take-case', 'a'), item('advance-case', 'a')], undefined).task;
    expect(advanced.can).not.toContain('advance');
  });

  it('ignores other cases, and gives everything back once refused', () => {
    const other = expectTask(task('a', { can }), [item('handle-case', 'b')], undefined);
    const refused = expectTask(task('a', { can }), [item('handle-case', 'a', { state: 'refused' })], undefined);
    expect([other.task.can, refused.task.can, refused.leaves]).toEqual([can, can, false]);
    expect([other.refused.length, refused.refused.length]).toEqual([0, 1]);
  });

  it('shows the last ticks', () => {
    const ticks = [['x'], ['x', 'y']].map((ticked) => item('tick-checklist', 'a', { input: { ticked } }));
    expect(expectTask(task('a', { ticked: ['z'] }), ticks, undefined).task.ticked).toEqual(['x', 'y']);
    expect(expectTask(task('a', { ticked: ['z'] }), [], undefined).task.ticked).toEqual(['z']);
  });

  it('keeps what has arrived in mind until the list is newer', () => {
    const done = item('take-case', 'a', { state: 'done', doneAt: hours(0) });
    expect([isOnItsWay(done, hours(-1)), isOnItsWay(done, hours(1))]).toEqual([true, false]);
  });
});

describe('sortTasks', () => {
  const context = { items: [], fetchedAt: hours(0), now, here: { lng: 121.5, lat: 31.2 } };
  const mine = [
    task('far', { ...due(90), ...at(121.6) }),
    task('near', { ...due(90), ...at(121.51) }),
    task('nowhere', due(80)),
    task('late', { ...due(-1), ...at(121.6) }),
    task('close', { ...due(1), ...at(121.6) }),
    task('urgent', { ...due(50), urgent: true }),
    task('still', { state: 'suspended', ...due(-5) }),
  ];

  it('puts what is late or urgent first by deadline, the rest by distance', () => {
    const sections = sortTasks({ mine, pool: [], checks: [] }, context);
    expect(ids(sections.soon)).toEqual(['late', 'close', 'urgent']);
    expect(ids(sections.others)).toEqual(['near', 'far', 'nowhere']);
    expect(ids(sections.suspended)).toEqual(['still']);
  });

  it('goes by deadline when I am nowhere known', () => {
    const sections = sortTasks({ mine, pool: [], checks: [] }, { ...context, here: null });
    expect(ids(sections.others)).toEqual(['nowhere', 'far', 'near']);
    expect(sections.others[0]?.metres).toBeNull();
  });

  it('moves what I have done aside, and drops what I have checked', () => {
    const items = [item('handle-case', 'near'), item('check-case', 'b'), item('take-case', 'c')];
    const answer = { mine, pool: [task('c')], checks: [task('b'), task('d')] };
    const sections = sortTasks(answer, { ...context, items });
    expect(ids(sections.leaving)).toEqual(['near']);
    expect(ids(sections.others)).not.toContain('near');
    expect(ids(sections.checks)).toEqual(['d']);
    expect(sections.pool[0]?.waiting).toHaveLength(1);
  });
});

describe('case type forms', () => {
  it('asks for the type’s fields under names that do not meet the report’s own', () => {
    const fields = typeFormFields(type, (text) => text.zh);
    expect(fields.map((field) => [field.key, field.kind, field.label])).toEqual([
      ['form.words', 'text', '梯号'],
      ['form.people', 'number', '人数'],
      ['form.doors', 'multi-select', '门'],
    ]);
  });

  it('sends numbers as numbers and leaves blanks out', () => {
    const values = { words: '别的', 'form.words': ' 3 号梯 ', 'form.people': '2', 'form.doors': ['a'] };
    expect(typeFormValues(type, values)).toEqual({ words: '3 号梯', people: 2, doors: ['a'] });
    expect(typeFormValues(type, { 'form.words': ' ', 'form.doors': [] })).toEqual({});
  });

  it('asks money in yuan, units by name, and not for units whom nobody may read', () => {
    const label = { zh: '项' };
    const asking = {
      form: [
        { key: 'amount', kind: 'money', label, required: true, personal: false, max: 100_000 },
        { key: 'about', kind: 'unit', label, required: false, personal: false },
      ],
    } satisfies Parameters<typeof typeFormFields>[0];
    const fields = typeFormFields(asking, (text) => text.zh, { units: [{ value: 'u1', label: '物业' }] });
    expect(fields.map(({ kind }) => kind)).toEqual(['money', 'select']);
    expect(fields[0]).toMatchObject({ max: 1000 });
    expect(typeFormFields(asking, (text) => text.zh)).toHaveLength(1);
    expect(typeFormValues(asking, { 'form.amount': '12.30', 'form.about': 'u1' })).toEqual({
      amount: 1230,
      about: 'u1',
    });
  });

  it('reads money, instants and units in words', () => {
    const field = (kind: 'money' | 'time' | 'units') => ({
      key: 'x',
      kind,
      label: { zh: '项' },
      required: true,
      personal: false,
    });
    const read = (text: { zh: string }) => text.zh;
    expect(typeValueWords(field('money'), 123_450, read)).toBe('¥1,234.50');
    expect(typeValueWords(field('time'), '2026-03-16T01:30:00.000Z', read)).toBe('2026-03-16 09:30');
    expect(typeValueWords(field('time'), '2026-03-16T09:30', read)).toBe('2026-03-16 09:30');
    expect(typeValueWords(field('units'), ['u1', 'u2'], read, (id) => (id === 'u1' ? '物业' : undefined))).toBe(
      '物业 / u2',
    );
  });

  it('suggests a type from words, and none from other words', () => {
    expect(suggestTypes('3 号楼电梯又困人了', [type])).toEqual([type]);
    expect(suggestTypes('路灯不亮', [type])).toEqual([]);
  });
});
