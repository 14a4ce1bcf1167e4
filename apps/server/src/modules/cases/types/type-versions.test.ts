import {
  discardCaseTypeDraft,
  getCase,
  getCaseTypeDraft,
  getTypeVersion,
  listTypeVersions,
  publishCaseType,
  reportCase,
  saveCaseTypeDraft,
  tryCaseType,
} from '@linli/contract';
import type { CaseTypeDefinition, Pack } from '@linli/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSecondApp } from '../../../test/second-app.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';
import { storePacks } from '../load-packs.ts';
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
const report = (typeCode = code) =>
  neighbour.call(reportCase, {
    typeCode,
    words: '门口有垃圾没人收',
    place: { ...test.street.area.east1.point, address: '' },
  });
const inNewForm = (definition: CaseTypeDefinition) => ({
  ...definition,
  form: [...definition.form, { key: 'bags', kind: 'number', required: true, label: { zh: '几袋', en: 'Bags' } }],
});

describe('drafts and versions', () => {
  it('keeps a draft out of force, publishes it from now, and leaves running cases their version', async () => {
    const running = await report();
    const began = (await versions()).inForce;
    await draft(admin, inNewForm);
    expect(await versions()).toMatchObject({ inForce: began, draft: { revision: 1, baseVersion: began } });
    await report();
    expect(await publish(admin)).toEqual({ published: true, version: began + 1, problems: [] });

    const history = await versions();
    expect(history).toMatchObject({ inForce: began + 1, draft: null, offer: null });
    expect(history.versions[0]).toMatchObject({ version: began + 1, origin: 'office', note: '试一试', openCases: 0 });
    expect(history.versions[0]?.byWords).toContain('管理员');
    expect(history.versions[0]?.changes).toEqual([
      { path: ['form', 'bags'], kind: 'added', before: null, after: '几袋' },
    ]);
    expect(history.versions[1]).toMatchObject({ version: began, openCases: 2 });

    const refused = await neighbour.ask(reportCase, {
      typeCode: code,
      words: '门口有垃圾没人收',
      place: { ...test.street.area.east1.point, address: '' },
    });
    expect(refused.error?.fields?.map(({ path }) => path)).toEqual(['form.bags']);
    expect(await neighbour.call(getCase, { caseId: running.caseId })).toMatchObject({ typeVersion: began });
  });

  it('writes in the journal who published what', async () => {
    const rows = await test.app.database.asSystem((db) =>
      db.selectFrom('journal').select(['kind', 'actor_id', 'data']).where('kind', '=', 'case-type.published').execute(),
    );
    expect(rows).toEqual([
      {
        kind: 'case-type.published',
        actor_id: admin.accountId,
        data: expect.objectContaining({ code, from: 'draft' }),
      },
    ]);
  });

  it('keeps a wrong draft with its problems by line, and refuses to publish it with all of them', async () => {
    const wrong = await draft(admin, (definition) => ({
      ...definition,
      group: undefined,
      visibility: 'hidden',
      boss: 1,
    }));
    expect(wrong.definition).toBeNull();
    const codes = wrong.problems.map((problem) => problem.code).sort();
    expect(codes).toEqual(['key-unknown', 'shape-invalid-value', 'shape-missing']);
    expect(wrong.problems.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
    const before = await versions();
    const answer = await publish(admin);
    expect(answer).toMatchObject({ published: false, version: before.inForce });
    expect(answer.problems).toEqual(wrong.problems);
    expect((await versions()).inForce).toBe(before.inForce);
    expect((await admin.call(tryCaseType, { code })).trial).toBeNull();
    const { revision } = (await admin.call(getCaseTypeDraft, { code })).draft ?? { revision: 0 };
    expect((await admin.ask(discardCaseTypeDraft, { code, revision: revision + 1 })).error?.code).toBe(
      'changed-meanwhile',
    );
    await admin.call(discardCaseTypeDraft, { code, revision });
    expect((await admin.call(getCaseTypeDraft, { code })).draft).toBeNull();
  });

  it('does not publish what is the same, nor another code', async () => {
    await draft(admin, (definition) => definition);
    expect((await publish(admin)).problems.map((each) => each.code)).toEqual(['nothing-changed']);
    await draft(admin, (definition) => ({ ...definition, code: 'another' }));
    expect((await publish(admin)).problems.map((each) => each.code)).toEqual(['code-changed']);
  });

  it('keeps text with its comments, or writes it anew', async () => {
    const { version, yaml } = await admin.call(getTypeVersion, { code });
    const known = (await admin.call(getCaseTypeDraft, { code })).draft?.revision ?? null;
    const text = `# why\n${yaml}`;
    const kept = await admin.call(saveCaseTypeDraft, { code, yaml: text, revision: known, baseVersion: version });
    expect(kept.draft.yaml).toBe(text);
    const json = JSON.stringify(parse(text));
    const tidy = await admin.call(saveCaseTypeDraft, {
      code,
      yaml: json,
      layout: 'tidy',
      revision: kept.draft.revision,
      baseVersion: version,
    });
    expect(tidy.draft.yaml).toBe(yaml);
  });

  it('tells the second of two editors, whichever way they go', async () => {
    const other = await test.staff('system-admin', 'street');
    const mine = await draft(admin, inNewForm);
    const { version, yaml } = await other.call(getTypeVersion, { code });
    const save = { code, yaml, baseVersion: version };
    expect((await other.ask(saveCaseTypeDraft, { ...save, revision: null })).error?.code).toBe('changed-meanwhile');
    expect((await other.ask(saveCaseTypeDraft, { ...save, revision: mine.revision - 1 })).status).toBe(409);
    // At the same moment: one of the two is kept.
    const both = await Promise.all(
      [admin, other].map((who) => who.ask(saveCaseTypeDraft, { ...save, revision: mine.revision })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    // Published over an older draft, or twice at once: one of the two.
    const { draft: now } = await versions();
    const stale = { code, from: 'draft' as const, version, revision: mine.revision };
    expect((await other.ask(publishCaseType, stale)).error?.code).toBe('changed-meanwhile');
    const changed = await draft(admin, (definition) => ({ ...definition, icon: 'lamp' }));
    const twice = await Promise.all(
      [admin, other].map((who) => who.ask(publishCaseType, { ...stale, revision: changed.revision })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(now?.revision).toBe(mine.revision + 1);
  });

  it('is closed to everybody else and to unknown codes', async () => {
    for (const who of [neighbour, await test.staff('dispatcher', 'street'), await test.staff('system-admin', 'east')]) {
      for (const operation of [listTypeVersions, getTypeVersion, getCaseTypeDraft, tryCaseType]) {
        expect((await who.ask(operation, { code })).status, operation.name).toBe(403);
      }
      expect((await who.ask(publishCaseType, { code, from: 'draft', version: 1, revision: 1 })).status).toBe(403);
    }
    for (const operation of [listTypeVersions, getTypeVersion, getCaseTypeDraft, tryCaseType]) {
      expect((await admin.ask(operation, { code: 'nothing' })).status).toBe(404);
    }
    expect((await admin.ask(getTypeVersion, { code, version: 999 })).status).toBe(404);
  });
});

describe('the pack’s own file', () => {
  const packOf = (definition: CaseTypeDefinition, version: number): Pack => ({
    pack: 'closed-loop',
    version,
    name: { zh: '闭环' },
    description: { zh: '闭环' },
    systems: ['C1'],
    caseTypes: [definition],
    tagGroups: [],
    careClasses: [],
    policies: [],
  });
  const start = (pack: Pack) => test.app.database.asSystem((db) => storePacks(db, [pack], test.clock.now()));

  it('does not undo the street’s own version when the server starts again', async () => {
    const before = await versions();
    const again = await createSecondApp(test);
    try {
      expect(await versions()).toMatchObject({ inForce: before.inForce, offer: null });
    } finally {
      await again.close();
    }
  });

  it('waits as an offer when it is newer, and is taken with one click', async () => {
    const original = (await admin.call(getTypeVersion, { code, version: 1 })).definition;
    const own = await versions();
    const newer = { ...original, hint: { zh: '新的提示', en: 'New hint' } };
    expect(await start(packOf(newer, 2))).toEqual({ newVersions: 0, offered: 1 });
    expect(await start(packOf(newer, 2))).toEqual({ newVersions: 0, offered: 1 });
    const waiting = await versions();
    expect(waiting).toMatchObject({ inForce: own.inForce, offer: { packVersion: 2 } });
    expect(waiting.offer?.changes.map(({ path }) => path.join('.'))).toContain('form.bags');

    expect(await publish(admin, code, 'pack')).toMatchObject({ published: true, version: own.inForce + 1 });
    const taken = await versions();
    expect(taken).toMatchObject({ inForce: own.inForce + 1, offer: null });
    expect(taken.versions[0]).toMatchObject({ origin: 'pack' });
    expect(
      (await admin.ask(publishCaseType, { code, from: 'pack', version: taken.inForce, revision: null })).status,
    ).toBe(409);
    // From the pack again: its next version comes into force at once.
    expect(await start(packOf(original, 3))).toEqual({ newVersions: 1, offered: 0 });
  });

  it('takes an offer back when the file goes back', async () => {
    await test.app.refreshCaches();
    await draft(admin, (definition) => ({ ...definition, icon: 'sofa' }));
    await publish(admin);
    const original = (await admin.call(getTypeVersion, { code, version: 1 })).definition;
    await start(packOf({ ...original, icon: 'tree' }, 4));
    expect((await versions()).offer).not.toBeNull();
    await start(packOf(original, 5));
    expect((await versions()).offer).toBeNull();
  });
});
