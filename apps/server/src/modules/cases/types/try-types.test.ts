import {
  getCaseTypeDraft,
  getTypeVersion,
  importPack,
  listCaseTypes,
  listPacks,
  listTypeVersions,
  reportCase,
  saveCaseTypeDraft,
  switchPack,
  tryCaseType,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';
import { code, draft, publish } from './type-edits.fixture.ts';

let test: TestApp;
let admin: Caller;
let neighbour: Caller;

beforeAll(async () => {
  test = await createTestApp();
  admin = await test.staff('system-admin', 'street');
  neighbour = await test.resident();
});
afterAll(() => test.close());

const versions = (type = code) => admin.call(listTypeVersions, { code: type });

describe('dry runs', () => {
  it('shows what the draft would have done to last month’s cases', async () => {
    const type = 'bulky';
    const ids: string[] = [];
    for (const pieces of [1, 2, 3, 9]) {
      const sent = await neighbour.call(reportCase, {
        typeCode: type,
        words: '楼下有旧沙发',
        place: { ...test.street.area.east1.point, address: '' },
        form: { pieces },
      });
      ids.push(sent.caseId);
    }
    test.clock.forward(180);
    // Nobody has changed it yet: it is tried as it is, and no draft comes of it.
    expect((await admin.call(tryCaseType, { code: type })).trial).toMatchObject({ cases: 4, stayed: 4, moves: [] });
    expect((await admin.call(getCaseTypeDraft, { code: type })).draft).toBeNull();
    await draft(
      admin,
      (definition) => ({
        ...definition,
        form: definition.form.map((field) => (field.key === 'what' ? { ...field, required: true } : field)),
        deadlines: { ...definition.deadlines, take: { value: 1, unit: 'urgent-hour' } },
        dispatch: [
          { key: 'many', label: { zh: '多' }, when: 'form.pieces >= 3.0', target: { to: 'desk' } },
          ...definition.dispatch,
        ],
      }),
      type,
    );
    const { trial } = await admin.call(tryCaseType, { code: type });
    expect(trial).toMatchObject({ cases: 4, bounded: false, stayed: 2, refusedCases: 4 });
    expect(trial?.moves.reduce((sum, move) => sum + move.count, 0)).toBe(2);
    expect(trial?.moves[0]?.to).toMatchObject({ key: 'many', label: { zh: '多' }, target: { to: 'desk' } });
    expect(trial?.moves.flatMap((move) => move.examples.map(({ caseId }) => caseId)).sort()).toEqual(
      ids.slice(2).sort(),
    );
    expect(trial?.refusals).toMatchObject([{ field: 'what', reason: 'required', count: 4, label: { zh: '有哪些' } }]);
    expect(trial?.clocks.find((row) => row.clock === 'take')).toMatchObject({
      earlier: 2,
      overdueBefore: 0,
      overdueAfter: 2,
    });
    // Nothing came of it.
    expect((await versions(type)).inForce).toBe(1);
    test.clock.forward(32 * 24 * 60);
    expect((await admin.call(tryCaseType, { code: type })).trial?.cases).toBe(0);
    test.clock.set('2026-03-16T14:00:00+08:00');
  });

  it('answers 5,000 cases in less than two seconds', async () => {
    const type = 'bulky';
    await test.app.database.asSystem(async (db) => {
      await sql`insert into cases select made.* from (select to_jsonb(cases) as was from cases where type_code = ${type} limit 1) as one,
        generate_series(1, 6000) as n,
        jsonb_populate_record(null::cases, one.was || jsonb_build_object('id', gen_random_uuid(), 'number', 'T' || n)) as made`.execute(
        db,
      );
      await sql`insert into case_action select made.* from cases,
        (select to_jsonb(case_action) as was from case_action join cases on cases.id = case_action.case_id
          where cases.type_code = ${type} and number not like 'T%' order by case_action.case_id, case_action.seq limit 3) as one,
        jsonb_populate_record(null::case_action, one.was || jsonb_build_object('case_id', cases.id)) as made
        where cases.number like 'T%' on conflict do nothing`.execute(db);
      await sql`analyze cases`.execute(db);
      await sql`analyze case_action`.execute(db);
    });
    const { trial } = await admin.call(tryCaseType, { code: type });
    expect(trial).toMatchObject({ cases: 5000, bounded: true });
  });

  it('shows of a new pack which cases speak of it, and switches it on only when told', async () => {
    const pack = {
      pack: 'old-furniture',
      version: 1,
      name: { zh: '旧家具' },
      description: { zh: '试' },
      systems: ['C15'],
      caseTypes: [
        {
          code: 'old-sofa',
          name: { zh: '旧沙发' },
          standard: { ref: 'local', kind: 'event', code: 'LOC-77' },
          group: 'waste',
          reporters: ['resident'],
          visibility: 'public',
        },
      ],
    };
    const yaml = stringify(pack);
    const dry = await admin.call(importPack, { yaml, dryRun: true });
    expect(dry).toMatchObject({
      pack: 'old-furniture',
      problems: [],
      types: [{ code: 'old-sofa', change: 'new', trial: null }],
    });
    expect(dry.types[0]?.matches).toMatchObject({
      cases: 5000,
      bounded: true,
      byType: [{ typeCode: 'bulky' }],
    });
    expect(JSON.stringify(dry)).not.toContain('楼下');
    expect((await admin.call(listPacks, {})).packs.map((each) => each.pack)).not.toContain('old-furniture');

    await admin.call(importPack, { yaml, dryRun: false, switchOn: false });
    const stored = (await admin.call(listPacks, {})).packs.find((each) => each.pack === 'old-furniture');
    expect(stored).toMatchObject({ active: false, caseTypes: 1 });
    expect((await neighbour.ask(reportCase, { typeCode: 'old-sofa', words: '旧沙发', place: null })).error?.code).toBe(
      'type-not-open',
    );
    await admin.call(switchPack, { pack: 'old-furniture', active: true });
    const open = await neighbour.call(listCaseTypes, {});
    expect(open.types.map(({ definition }) => definition.code)).toContain('old-sofa');

    await draft(admin, (definition) => ({ ...definition, icon: 'sofa' }), 'old-sofa');
    await publish(admin, 'old-sofa');
    const again = await admin.call(importPack, { yaml: yaml.replace('试', '再试'), dryRun: true });
    expect(again.types).toMatchObject([{ change: 'over-own', trial: { cases: 0 } }]);
  });

  it('names the line of what is wrong in a pack, taken codes too', async () => {
    const yaml =
      'pack: mine\nversion: 1\nname: { zh: 我 }\ndescription: { zh: 我 }\nsystems: [C1]\ncaseTypes: [{ code: "06010" }]\n';
    const { problems } = await admin.call(importPack, { yaml, dryRun: true });
    expect(problems[0]).toMatchObject({ line: 6, path: 'caseTypes.0.name', code: 'shape-missing' });
    const { definition } = await admin.call(getTypeVersion, { code });
    const taken = stringify({ ...parse(yaml), caseTypes: [definition] });
    expect((await admin.call(importPack, { yaml: taken, dryRun: true })).problems).toMatchObject([
      { path: 'caseTypes.0.code', code: 'code-of-other-pack', line: 10, column: 11, detail: 'closed-loop' },
    ]);
  });

  it('answers 200 spoilt texts with problems and never with a fault of ours', async () => {
    const { yaml, version } = await admin.call(getTypeVersion, { code });
    const put = ['', '{', ']', ': ', '*a', '&a ', '- ', '\t', '"', '\n', '🏮', '!!map ', '? ', '\u202e', '<<: '];
    let revision = (await admin.call(getCaseTypeDraft, { code })).draft?.revision ?? null;
    for (let i = 0; i < 100; i++) {
      const at = (i * 7919) % yaml.length;
      const spoilt = yaml.slice(0, at) + (put[i % put.length] ?? '') + yaml.slice(at + (i % 9));
      expect((await admin.ask(importPack, { yaml: spoilt, dryRun: false })).status, spoilt).toBe(200);
      const kept = await admin.ask(saveCaseTypeDraft, { code, yaml: spoilt, revision, baseVersion: version });
      expect(kept.status, spoilt).toBe(200);
      revision = kept.ok?.draft.revision ?? null;
    }
    expect((await versions()).inForce).toBe(version);
  });
});
