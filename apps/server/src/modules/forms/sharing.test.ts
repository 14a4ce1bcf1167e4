import * as contract from '@linli/contract';
import { openXlsx } from 'hucre';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spreadsheetContentType } from '../../platform/spreadsheet.ts';
import { createFormScene, type FormScene } from './form-scene.fixture.ts';

let scene: FormScene;

beforeAll(async () => {
  scene = await createFormScene();
  const { add } = scene;
  await add('person', 'east1', '张阿婆', { born: '1940-05-01' }, { secrets: { phone: '13800138001' } });
  await add('person', 'east2', '李阿公', { born: '1938-01-01' });
  await add('person', 'west1', '赵阿婆', { born: '1936-01-01' });
  await add('person', 'west1', '年轻人', { born: '1995-01-01' });
}, 120_000);
afterAll(() => scene.test.close());

describe('sharing', () => {
  const need = {
    noun: 'person' as const,
    rowsWhen: 'age >= 80',
    fields: ['name', 'born', 'phone'],
    purpose: '高龄津贴比对',
    law: '上海市养老服务条例',
    until: '2026-12-31',
  };

  it('is filed, approved by another, served by key and session, logged and ended', async () => {
    const { needId } = await scene.department.call(contract.fileNeed, need);
    expect((await scene.department.ask(contract.fetchShared, { needId })).error?.code).toBe('not-found');
    expect((await scene.chief.ask(contract.makeNeedKey, { needId })).error?.code).toBe('need-settled');
    await scene.chief.call(contract.decideNeed, { needId, approve: true, words: '同意' });
    const page = await scene.department.call(contract.fetchShared, { needId, limit: 2 });
    expect([page.rows.length, page.next === null]).toEqual([2, false]);
    await scene.department.call(contract.fetchShared, { needId, limit: 2, after: page.next ?? '' });
    const requestId = '0195a000-0000-7000-8000-000000000001';
    const { key } = await scene.chief.call(contract.makeNeedKey, { needId, requestId });
    expect((await scene.chief.call(contract.makeNeedKey, { needId, requestId })).key).toBeNull();
    const fetch = (bearer: string) =>
      scene.test.app.http.inject({
        method: 'GET',
        url: `/api/fetch-shared?needId=${needId}`,
        headers: { authorization: `Bearer ${bearer}` },
      });
    const served = (await fetch(key ?? '')).json<{ rows: { values: unknown[] }[] }>();
    expect(served.rows.map((row) => row.values[2])).toContain('13800138001');
    expect((await fetch('A'.repeat(43))).statusCode).toBe(404);
    const file = (bearer: string) =>
      scene.test.app.http.inject({
        method: 'GET',
        url: `/api/shared-file?needId=${needId}`,
        headers: { authorization: `Bearer ${bearer}` },
      });
    const table = await file(key ?? '');
    expect([table.statusCode, table.headers['content-type']]).toEqual([200, spreadsheetContentType]);
    const [sheet] = (await openXlsx(table.rawPayload)).sheets;
    expect(sheet?.rows[0]).toEqual(['姓名或名称', '出生日期', '联系电话']);
    expect(sheet?.rows.map((row) => row[2])).toContain('13800138001');
    expect((await file('A'.repeat(43))).statusCode).toBe(404);
    expect((await scene.test.nobody.ask(contract.fetchShared, { needId })).status).toBe(404);
    await scene.department.call(contract.endNeed, { needId });
    expect((await fetch(key ?? '')).statusCode).toBe(404);
    expect((await file(key ?? '')).statusCode).toBe(404);
    const { needs } = await scene.chief.call(contract.listNeeds, {});
    expect(needs[0]).toMatchObject({ state: 'ended', pulls: 3, rowsServed: 9 });
    expect(await logOf(needId)).toEqual([
      { way: 'operation', rows: 2, account: true, key: false },
      { way: 'operation', rows: 1, account: true, key: false },
      { way: 'operation', rows: 3, account: false, key: true },
      { way: 'file', rows: 3, account: false, key: true },
    ]);
  });

  it('is seen by whose sealed values went, not by who gave none', async () => {
    const { needId } = await scene.department.call(contract.fileNeed, need);
    await scene.chief.call(contract.decideNeed, { needId, approve: true, words: '同意' });
    const { rows } = await scene.department.call(contract.fetchShared, { needId });
    const seenBy = async (name: string, phone: string) => {
      const person = await scene.test.resident(phone);
      await scene.test.app.database.asSystem((db) =>
        sql`insert into subject_account (subject_id, account_id, proved_by, since)
          select id, ${person.accountId}, 'test', now() from subject where name = ${name}`.execute(db),
      );
      const { reveals } = await person.call(contract.listRevealsAboutMe, {});
      return reveals.filter(({ nounId }) => nounId === needId);
    };
    expect(rows.map(({ values }) => values[0])).toEqual(expect.arrayContaining(['张阿婆', '李阿公']));
    expect(await seenBy('张阿婆', '13800138001')).toEqual([
      expect.objectContaining({ unit: null, reason: '高龄津贴比对（上海市养老服务条例）', noun: 'need' }),
    ]);
    expect(await seenBy('李阿公', '13800138009')).toEqual([]);
  });

  it('gives no rows outside the committees it names', async () => {
    const areaIds = [scene.test.street.area.west.id];
    const { needId } = await scene.department.call(contract.fileNeed, { ...need, areaIds });
    await scene.chief.call(contract.decideNeed, { needId, approve: true, words: '同意' });
    const { rows } = await scene.department.call(contract.fetchShared, { needId });
    expect(rows.map(({ values }) => values[0])).toEqual(['赵阿婆']);
  });

  it('says kinds in words in the file', async () => {
    await scene.add('asset', 'east1', '东门车棚', {}, { kind: 'shed' });
    const { needId } = await scene.department.call(contract.fileNeed, {
      ...need,
      noun: 'asset',
      rowsWhen: '',
      fields: ['name', 'kind'],
    });
    await scene.chief.call(contract.decideNeed, { needId, approve: true, words: '同意' });
    const { key } = await scene.chief.call(contract.makeNeedKey, { needId });
    const { rawPayload } = await scene.test.app.http.inject({
      method: 'GET',
      url: `/api/shared-file?needId=${needId}`,
      headers: { authorization: `Bearer ${key ?? ''}` },
    });
    const [sheet] = (await openXlsx(rawPayload)).sheets;
    expect(sheet?.rows).toEqual([
      ['姓名或名称', '类别'],
      ['东门车棚', '车棚'],
    ]);
  });

  it('logs no file that is too long to give', async () => {
    const { needId } = await scene.department.call(contract.fileNeed, { ...need, rowsWhen: '' });
    await scene.chief.call(contract.decideNeed, { needId, approve: true, words: '同意' });
    const { key } = await scene.chief.call(contract.makeNeedKey, { needId });
    await scene.test.app.database.asSystem((db) =>
      sql`insert into subject (id, site_id, noun, kind, name, state, path, created_at, changed_at)
        select gen_random_uuid(), site_id, noun, kind, 'N' || n, state, path, created_at, changed_at
        from (select * from subject where noun = 'person' limit 1) s, generate_series(1, 60100) n`.execute(db),
    );
    const refused = await scene.test.app.http.inject({
      method: 'GET',
      url: `/api/shared-file?needId=${needId}`,
      headers: { authorization: `Bearer ${key ?? ''}` },
    });
    expect([refused.statusCode, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      413,
      'sharing-too-long',
    ]);
    expect(await logOf(needId)).toEqual([]);
  });

  it('refuses fields outside the whitelist, days gone by and others’ needs', async () => {
    expect((await scene.department.ask(contract.fileNeed, { ...need, fields: ['religion'] })).error?.code).toBe(
      'need-invalid',
    );
    expect((await scene.department.ask(contract.fileNeed, { ...need, until: '2020-01-01' })).error?.code).toBe(
      'need-day-past',
    );
    const { needId } = await scene.department.call(contract.fileNeed, need);
    await scene.chief.call(contract.decideNeed, { needId, approve: true, words: '同意' });
    expect((await scene.otherDepartment.ask(contract.fetchShared, { needId })).error?.code).toBe('not-found');
    expect((await scene.otherDepartment.ask(contract.endNeed, { needId })).error?.code).toBe('not-allowed');
  });
});

async function logOf(needId: string) {
  const { rows } = await scene.test.app.database.asSystem((db) =>
    sql`select way, row_count as rows, account_id is not null as account, key_made_at is not null as key
      from sharing_pull where need_id = ${needId} order by id`.execute(db),
  );
  return rows;
}
