import { forgetAddressName, type InputOf, listUnknownAddresses, nameAddress } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { ledgerPeople, ledgerTable } from '../../../test/people-table.fixture.ts';
import { createLedgerScene, type LedgerScene, ledgerAddresses } from '../registers/ledger-scene.fixture.ts';

let scene: LedgerScene;
beforeAll(async () => {
  scene = await createLedgerScene();
}, 60_000);
afterAll(() => scene.test.close());

const desk = () => scene.secretary.call(listUnknownAddresses, {});
async function buildingId(address: string): Promise<string> {
  const { rows } = await scene.test.app.database.asSystem((db) =>
    sql<{ id: string }>`select id from building where address = ${address}`.execute(db),
  );
  return rows[0]?.id ?? '';
}

describe('addresses that match no building', () => {
  it('are gathered without their rooms, named once, and found when the table comes again', async () => {
    const people = [...ledgerPeople(40, ['东园新村甲楼', '东园新村乙楼'])];
    const brought = await scene.bring(ledgerTable(people), 'person', { unknownPlace: 'keep' });
    expect(brought.run).toMatchObject({ state: 'done', added: 40 });
    const { addresses, names } = await desk();
    expect(names).toEqual([]);
    const first = addresses.find(({ said }) => said === '东园新村甲楼');
    expect(first).toMatchObject({ runs: [{ id: brought.id }], reports: 0 });
    const rowsOf = people.filter(({ address }) => address.startsWith('东园新村甲楼')).length;
    expect(first?.rows).toBe(rowsOf);
    const { id, means } = await scene.secretary.call(nameAddress, {
      said: '上海市东园新村甲楼',
      is: { kind: 'building', buildingId: await buildingId('示范路100弄1号') },
    });
    expect(means).toBe('示范路100弄1号');
    expect((await desk()).addresses.map(({ said }) => said)).toEqual(['东园新村乙楼']);
    // The same run, read again: those who were entered at the area now live in their homes, nobody is doubled.
    const dry = await scene.desk.check(brought.id, brought.mapping);
    expect(dry.run).toMatchObject({ state: 'checked', added: 0, changed: rowsOf, bad: 0 });
    const again = await scene.desk.apply(brought.id);
    expect(again.run).toMatchObject({ state: 'done', added: 0, changed: rowsOf, bad: 0 });
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{ n: number }>`select count(*)::int as n from subject where noun = 'person' and home_id is not null`.execute(
        db,
      ),
    );
    expect(rows).toEqual([{ n: rowsOf }]);
    expect(await scene.count('person')).toBe(40);
    await scene.secretary.call(forgetAddressName, { nameId: id });
    expect((await desk()).names).toEqual([]);
  });

  it('keep the name of a house under a number, and lose old parts of houses like rooms', async () => {
    const said = ['外滩路9号综合楼', '外滩路9号', '外滩路（近菜场）9号', '红旗村丙楼'];
    const people = [...ledgerPeople(10, ['无'])].map((one, at) => ({
      ...one,
      address: at < 4 ? `${said[at]}101室` : '红旗村丙楼2层甲灶间',
    }));
    await scene.bring(ledgerTable(people), 'person', {}, 'checked');
    const found = (await desk()).addresses.map((one) => one.said).filter((one) => /外滩|红旗/.test(one));
    expect(new Set(found)).toEqual(new Set(['外滩路9号综合楼', '外滩路9号', '红旗村丙楼']));
    expect(found).toHaveLength(3);
  });

  it('may be another name of a lane, or lie outside; what a building has is neither', async () => {
    const people = [...ledgerPeople(120, ['幸福新村1号', '崇明路9弄1号'])].slice(60);
    await scene.bring(ledgerTable(people), 'person', {}, 'checked');
    const name = (said: string, is: InputOf<typeof nameAddress>['is']) =>
      scene.secretary.ask(nameAddress, { said, is });
    expect((await name('示范路100弄1号', { kind: 'outside', reason: '外区' })).error?.code).toBe('address-known');
    expect((await name('示范路', { kind: 'place', address: '外面路1号' })).error?.code).toBe('address-known');
    // 外面路 stands in the west: not the secretary's to speak of.
    expect((await name('幸福新村', { kind: 'place', address: '外面路1号' })).error?.code).toBe('address-names-nothing');
    expect((await name('崇明路9弄', { kind: 'outside', reason: '外区' })).status).toBe(200);
    const kept = await name('幸福新村', { kind: 'place', address: ledgerAddresses[0]?.replace(/\d+号$/, '') ?? '' });
    expect(kept.ok).toMatchObject({ means: '示范路100弄' });
    const said = (await desk()).addresses.map((one) => one.said);
    expect(said).not.toContain('崇明路9弄1号');
    const west = await scene.test.staff('committee-secretary', 'west');
    const there = await west.call(listUnknownAddresses, {});
    expect(there.addresses).toEqual([]);
    // Names of lanes serve everybody; only who keeps the place takes them back.
    expect(there.names).toEqual([]);
    const mine = (await desk()).names.find((one) => one.means === '示范路100弄');
    expect((await west.ask(forgetAddressName, { nameId: mine?.id ?? newId() })).error?.code).toBe('address-name-gone');
    expect((await desk()).names).toHaveLength(2);
  });
});
