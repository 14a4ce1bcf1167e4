import * as contract from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { JournalRow } from '../../platform/journal/index.ts';
import { loadDirectory } from '../org/index.ts';
import { paperMarks } from './case-document.ts';
import { caseLiveView } from './live-view.ts';
import type { CaseRow } from './load-case.ts';
import { readerMark } from './sealed-look.ts';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

const importOf = (areaId: string, more: object) => ({
  source: { system: 'old', externalId: newId() },
  typeCode: 't-sealed-duty',
  areaId,
  words: '反映某单位',
  reportedAt: '2026-03-10T02:00:00Z',
  ...more,
});

describe('a sealed case taken over from elsewhere', () => {
  it('waits at the desk instead of lying in a pool', async () => {
    const { chief, dispatcher, test, unit } = scene;
    const taken = await dispatcher.call(contract.importCase, importOf(test.street.area.east1.id, {}));
    expect(taken.state).toBe('accepted');
    const detail = await chief.call(contract.getCase, { caseId: taken.caseId });
    expect(detail).toMatchObject({ visibility: 'sealed', holder: { kind: 'desk' } });
    const open = await dispatcher.call(
      contract.importCase,
      importOf(test.street.area.east1.id, { unitId: unit('police'), form: { about: unit('housing') } }),
    );
    expect(open.state).toBe('dispatched');
  });

  it('is not given to the unit it is about', async () => {
    const { dispatcher, test, unit } = scene;
    const about = { unitId: unit('housing'), form: { about: unit('housing') } };
    const refused = await dispatcher.ask(contract.importCase, importOf(test.street.area.east1.id, about));
    expect(refused.error?.code).toBe('about-cannot-handle');
  });
});

describe('a duty of a sealed case that is itself about a unit', () => {
  it('is kept from both', async () => {
    const { chief, greening, housing, police, resident, report, test, unit } = scene;
    const caseId = await report('t-petition', resident, { form: { about: unit('housing') } });
    await police.call(contract.takeCase, { caseId });
    const wish = {
      caseId,
      typeCode: 't-sealed-duty',
      unitId: unit('greening'),
      words: '核查',
      form: { about: unit('police') },
    };
    const { child } = await chief.call(contract.openChildCase, wish);
    const look = (who: typeof police) => who.ask(contract.getCase, { caseId: child.caseId });
    expect((await look(greening)).status).toBe(200);
    for (const accused of [housing, police]) expect((await look(accused)).status).toBe(404);
    await greening.call(contract.returnCase, { caseId: child.caseId, reason: '不归我办', rightUnitId: unit('police') });
    for (const key of ['housing', 'police'] as const) {
      const to = { kind: 'unit' as const, unitId: unit(key) };
      const sent = await chief.ask(contract.dispatchCase, { caseId: child.caseId, words: '', ruling: false, to });
      expect(sent.error?.code).toBe('about-cannot-handle');
    }
    const { targets } = await chief.call(contract.suggestTargets, { caseId: child.caseId });
    const offered = targets.map(({ unitId }) => unitId);
    for (const key of ['housing', 'police'] as const) expect(offered).not.toContain(unit(key));
    // The second wall says the same with the policies set aside.
    const over = (unitId: string | null): Actor => ({
      ...{ kind: 'staff', accountId: newId(), name: '', pools: [] },
      scopes: [
        { role: 'duty-chief', path: test.street.area.street.path, unitId: null, postId: newId() },
        ...(unitId
          ? [{ role: 'unit-handler' as const, path: test.street.area.street.path, unitId, postId: newId() }]
          : []),
      ],
    });
    const seen = (actor: Actor) =>
      test.app.database.as(actor, async (db) => {
        const { rows } = await sql`select from cases where id = ${child.caseId}`.execute(db);
        return rows.length;
      });
    expect(await seen(over(null))).toBe(1);
    for (const key of ['housing', 'police'] as const) expect(await seen(over(unit(key)))).toBe(0);
  });
});

describe('a duty about the unit of whoever opens it', () => {
  it('is gone for them: no list, no story, no feed, neither wall', async () => {
    const { chief, greening, police, resident, report, test, unit } = scene;
    const caseId = await report('t-petition', resident, { form: { about: unit('housing') } });
    await police.call(contract.takeCase, { caseId });
    const words = '核查值班记录';
    const { child } = await police.call(contract.openChildCase, {
      caseId,
      typeCode: 't-sealed-duty',
      unitId: unit('greening'),
      words,
      form: { about: unit('police') },
    });
    expect((await greening.ask(contract.getCase, { caseId: child.caseId })).status).toBe(200);
    expect((await police.ask(contract.getCase, { caseId: child.caseId })).status).toBe(404);
    const note = { caseId: child.caseId, words: '看看', photos: [] };
    expect((await police.ask(contract.noteCase, note)).status).toBe(404);
    const own = [
      await police.call(contract.listMyCases, {}),
      await police.call(contract.listMyTasks, {}),
      await police.call(contract.listCases, { order: 'newest', limit: 200 }),
      await police.call(contract.getCase, { caseId }),
    ];
    for (const trace of [child.caseId, child.number, words]) expect(JSON.stringify(own)).not.toContain(trace);
    const parent = await chief.call(contract.getCase, { caseId });
    expect(parent.children.map(({ id }) => id)).toEqual([child.caseId]);
    expect(JSON.stringify(parent.story)).toContain(words);
    // The feed, and the second wall with the policies set aside.
    const actor: Actor = {
      ...{ kind: 'staff', accountId: police.accountId, name: '', pools: [] },
      scopes: [{ role: 'unit-handler', path: test.street.area.street.path, unitId: unit('police'), postId: newId() }],
    };
    const { rows } = await test.app.database.asSystem((db) =>
      sql<JournalRow>`select xid::text, seq::text, at, kind, noun, noun_id, path::text, actor_id, data from journal where noun_id = ${child.caseId}`.execute(
        db,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(caseLiveView(actor, row)).toBeNull();
    const seen = async (who: Actor) => {
      const found = await test.app.database.as(who, (db) =>
        sql`select from cases where id = ${child.caseId}`.execute(db),
      );
      const locked = await test.app.database.as(who, (db) =>
        sql`select from cases where id = ${child.caseId} for update`.execute(db),
      );
      return [found.rows.length, locked.rows.length];
    };
    expect(await seen(actor)).toEqual([0, 0]);
    // Having left the unit, they are its reporter as anybody is.
    expect(await seen({ ...actor, scopes: [] })).toEqual([1, 1]);
  });
});

describe('a paper of a sealed case', () => {
  it('says on every page whose copy it is and of when', async () => {
    const { test } = scene;
    const directory = await test.app.database.asSystem(loadDirectory);
    const reader: Actor = { kind: 'staff', accountId: newId(), name: '陈建国', scopes: [], pools: [] };
    const now = new Date('2026-03-16T02:00:00Z');
    // The columns it reads.
    const sealed = { visibility: 'sealed', path: 'a', number: '20260316-000001' } as unknown as CaseRow;
    const mark = readerMark(reader, sealed, directory, now);
    expect(mark).toContain('陈建国');
    expect(mark).toContain('2026-03-16 10:00');
    const { watermark, foot } = paperMarks({ watermark: '内部' }, sealed, mark, now);
    expect(watermark).toBe(`内部 ${mark}`);
    expect(foot).toBe(`20260316-000001 ${mark}`);
    expect(readerMark(reader, { ...sealed, visibility: 'private' }, directory, now)).toBeNull();
    expect(paperMarks({}, sealed, null, now)).toEqual({ watermark: null, foot: '20260316-000001 2026-03-16' });
  });
});
