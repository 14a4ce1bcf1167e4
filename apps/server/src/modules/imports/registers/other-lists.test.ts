import { getImport, listImports, listMappings, listSubjects, saveMapping, startImport } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDesk } from '../../../test/import-desk.fixture.ts';
import { type LedgerPerson, ledgerHeadings, ledgerPeople, ledgerTable } from '../../../test/people-table.fixture.ts';
import { createLedgerScene, type LedgerScene, ledgerAddresses } from './ledger-scene.fixture.ts';

let scene: LedgerScene;
const addresses = ledgerAddresses;
const people = [...ledgerPeople(24, addresses)];

beforeAll(async () => {
  scene = await createLedgerScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('other lists', () => {
  it('of homes, shops and things go in and are known again', async () => {
    const homes =
      '房屋地址,房屋性质,建筑面积（平方米）,使用情况,房屋编号\n示范路100弄1号901室,售后公房,52.5㎡,出租,H-901\n示范路100弄1号902室,公房,41,空关,H-902\n示范路100弄1号,公房,1,自住,H-0';
    const one = await scene.bring(homes, 'home');
    expect(one.run).toMatchObject({ added: 2, bad: 1 });
    expect(one.problems).toMatchObject([{ line: 4, code: 'room-missing' }]);
    expect((await scene.bring(homes, 'home')).run).toMatchObject({ added: 0, same: 2 });
    const person = [...ledgerPeople(300, addresses)][250] as LedgerPerson;
    const byNumber = `姓名,身份证号,房屋编号\n${person.name},${person.idNumber},H-901\n谁,${person.idNumber.replace(/.$/, '')},H-77`;
    const tenant = await scene.bring(byNumber);
    expect(tenant.run).toMatchObject({ added: 1, bad: 1 });
    expect(tenant.problems.map(({ code }) => code).sort()).toEqual(['address-unknown', 'identity-length']);
    const shops =
      '店名,统一社会信用代码,经营地址,商铺分级,联系电话\n好味道,,示范路100弄1号,A级,021-63333333\n修鞋,,示范路100弄2号,B,\n错,91310000000000000X,示范路100弄2号,,';
    const entity = await scene.bring(shops, 'entity');
    expect(entity.run).toMatchObject({ added: 2, bad: 1 });
    expect((await scene.bring(shops, 'entity')).run).toMatchObject({ added: 0, same: 2 });
    const { lng, lat } = scene.test.street.area.east2.point;
    // The last is numbered as a shed.
    const things = `设施名称,类型,经度,纬度,充电仓位,部件编码\n换电柜1,换电柜,${lng},${lat},12,31011501054000001\n车棚,车棚,121.9,31.9,,\n换电柜2,换电柜,${lng},${lat},12,31011502025000001`;
    const asset = await scene.bring(things, 'asset');
    expect(asset.problems).toMatchObject([
      { line: 3, code: 'address-missing' },
      { line: 4, code: 'component-misfit', message: '部件标识码的类别与这件设施的类型不符' },
    ]);
    expect((await scene.secretary.call(listSubjects, { noun: 'asset', limit: 5 })).subjects).toMatchObject([
      { kind: 'cabinet', name: '换电柜1' },
    ]);
    const families = '户主,地址,犬只数\n张三,示范路100弄1号903室,1';
    expect((await scene.bring(families, 'household')).run).toMatchObject({ added: 1 });
    expect((await scene.bring(families, 'household')).run).toMatchObject({ same: 1 });
  });
});

describe('who may', () => {
  it('is who keeps the registers of the area; fields they may not see are none of theirs', async () => {
    const table = ledgerTable(people.slice(0, 1));
    const worker = await importDesk(scene.test, await scene.test.staff('grid-worker', 'east1'));
    const part = await importDesk(scene.test, await scene.test.staff('part-time-grid-worker', 'east1'));
    const dispatcher = await importDesk(scene.test, await scene.test.staff('dispatcher', 'street'));
    const west = await importDesk(scene.test, await scene.test.staff('committee-secretary', 'west'));
    expect((await part.upload(table, 'a.csv', 'person')).status).toBe(403);
    expect((await dispatcher.upload(table, 'a.csv', 'person')).status).toBe(403);
    expect((await worker.upload(table, 'a.csv', `person&area=${scene.test.street.area.west1.id}`)).status).toBe(403);
    const { run } = await worker.upload(
      `${ledgerHeadings.join(',')},残疾类别\n`.concat(`${Object.values(people[0] as LedgerPerson).join(',')},肢体`),
      'a.csv',
      'person',
    );
    expect(run.areaName).toBe('东园第1微网格');
    const mapping = await worker.proposeRegister(run.id);
    expect(mapping.columns.map(({ to }) => to)).not.toContain('field.disability');
    const more = { ...mapping, columns: [...mapping.columns, { heading: '残疾类别', to: 'field.disability' }] };
    expect((await worker.caller.ask(startImport, { importId: run.id, mapping: more, dryRun: true })).status).toBe(403);
    expect((await west.caller.ask(getImport, { importId: run.id })).status).toBe(403);
    expect((await dispatcher.caller.ask(startImport, { importId: run.id, dryRun: true })).status).toBe(403);
    expect((await west.download(`/api/export-import-problems?importId=${run.id}`)).status).toBe(403);
    expect((await worker.download(`/api/export-import-results?importId=${run.id}`)).status).toBe(403);
    expect((await west.caller.call(listImports, { of: 'registers' })).runs).toEqual([]);
    expect((await worker.caller.call(listImports, { of: 'registers' })).runs.map(({ id }) => id)).toEqual([run.id]);
    expect((await part.caller.ask(listImports, { of: 'registers' })).status).toBe(403);
    expect(
      (await worker.caller.ask(startImport, { importId: run.id, mapping: { ...mapping, noun: 'home' }, dryRun: true }))
        .error?.code,
    ).toBe('mapping-incomplete');
    const named = { ...mapping, columns: mapping.columns.filter(({ to }) => to !== 'name') };
    expect((await worker.caller.ask(startImport, { importId: run.id, mapping: named, dryRun: true })).error?.code).toBe(
      'mapping-incomplete',
    );
    await scene.secretary.call(saveMapping, { mapping });
    expect(
      (await scene.secretary.call(listMappings, { kind: 'person' })).mappings.map((one) => one.mapping.name),
    ).toEqual([mapping.name]);
    expect((await dispatcher.caller.ask(saveMapping, { mapping })).status).toBe(403);
    expect((await dispatcher.caller.call(listMappings, {})).mappings).toEqual([]);
  });
});
