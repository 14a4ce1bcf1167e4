import { listSamePairs, listSubjects, proposeMapping, type RegisterMapping } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { type LedgerPerson, ledgerPeople, ledgerTable, withWrongDigit } from '../../../test/people-table.fixture.ts';
import { createSecondApp } from '../../../test/second-app.ts';
import { writeFacts } from '../../registers/index.ts';
import { createLedgerScene, type LedgerScene, ledgerAddresses } from './ledger-scene.fixture.ts';

let scene: LedgerScene;
let people: LedgerPerson[];
const addresses = ledgerAddresses;

beforeAll(async () => {
  scene = await createLedgerScene();
  people = [...ledgerPeople(24, addresses)];
}, 60_000);
afterAll(() => scene.test.close());

describe('lists of people', () => {
  it('go in with homes, households and relations; a second time changes nothing', async () => {
    const { mapping, dry, run, id } = await scene.bring(ledgerTable(people));
    expect(mapping.columns.map(({ to }) => to)).toEqual([
      'name',
      'field.sex',
      'field.born',
      'field.idNumber',
      'field.phone',
      'field.registered',
      'address',
      'relation',
    ]);
    expect(dry.problems).toEqual([]);
    expect(dry.run).toMatchObject({ state: 'checked', kind: 'person', areaName: '东园居民区', added: 24, bad: 0 });
    expect(run).toMatchObject({ state: 'done', added: 24, same: 0, bad: 0, done: 24 });
    const homes = new Set(people.map(({ address }) => address)).size;
    expect([await scene.count('person'), await scene.count('home'), await scene.count('household')]).toEqual([
      24,
      homes,
      homes,
    ]);
    const first = people[1];
    const { subjects } = await scene.secretary.call(listSubjects, {
      noun: 'person',
      words: first?.idNumber ?? '',
      limit: 10,
    });
    expect(subjects[0]).toMatchObject({ name: first?.name, homeName: '示范路100弄1号102室' });
    expect(subjects[0]?.areas.at(-1)?.name).toBe('东园第1微网格');
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{ kind: string; ids: number }>`select kind, jsonb_array_length(data->'subjectIds') as ids from journal
        where noun_id = ${id} and kind like 'subjects.%'`.execute(db),
    );
    expect(rows).toEqual([{ kind: 'subjects.imported', ids: 24 + 2 * homes }]);
    const state = () =>
      scene.test.app.database.asSystem((db) =>
        sql`select (select count(*) from fact) as facts, (select count(*) from subject_link) as links, (select sum(revision) from subject) as revisions`.execute(
          db,
        ),
      );
    const before = (await state()).rows;
    const again = await scene.bring(ledgerTable(people));
    expect(again.dry.run).toMatchObject({ added: 0, same: 24, changed: 0, bad: 0 });
    expect(again.run).toMatchObject({ added: 0, same: 24, changed: 0, bad: 0 });
    expect((await state()).rows).toEqual(before);
  });

  it('hold no readable number, wherever the run keeps its rows', async () => {
    const { run } = await scene.desk.upload(ledgerTable(people), 'ledger.csv', 'person');
    const { sample } = await scene.secretary.call(proposeMapping, { importId: run.id });
    expect(sample[0]?.join()).not.toMatch(/\d{7}/);
    expect(sample[0]?.[0]).toBe(people[0]?.name);
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{
        text: string;
      }>`select string_agg(t, '') as text from (select sealed::text as t from import_row union all select number from import_number
        union all select params::text from import_problem union all select s::text from subject s union all select data::text from journal) x`.execute(
        db,
      ),
    );
    for (const { idNumber, phone } of people) {
      expect(rows[0]?.text).not.toContain(idNumber);
      expect(rows[0]?.text).not.toContain(phone);
    }
  });

  it('with wrong check digits are refused row by row, and go in lowered only in a demonstration', async () => {
    const invented = [...ledgerPeople(60, addresses)]
      .slice(40, 44)
      .map((one) => ({ ...one, idNumber: withWrongDigit(one.idNumber), phone: '12000001234' }));
    const strict = await scene.bring(ledgerTable(invented));
    expect(strict.run).toMatchObject({ added: 0, bad: 4 });
    expect(
      strict.problems.filter(({ code }) => code === 'identity-check-digit').map(({ line, heading }) => [line, heading]),
    ).toEqual([2, 3, 4, 5].map((line) => [line, '身份证号']));
    const lowered = await scene.bring(ledgerTable(invented), 'person', { checkDigit: 'test' });
    expect(lowered.run).toMatchObject({ added: 4, bad: 0 });
    const real = await createSecondApp(scene.test, { config: { demo: false } });
    const { run } = await scene.desk.upload(ledgerTable(invented), 'x.csv', 'person');
    const mapping: RegisterMapping = { ...(await scene.desk.proposeRegister(run.id)), checkDigit: 'test' };
    const answer = await real.http.inject({
      method: 'POST',
      url: '/api/start-import',
      headers: { 'x-linli': '1', cookie: scene.desk.cookie },
      payload: { requestId: newId(), importId: run.id, mapping, dryRun: true },
    });
    expect(answer.json()).toMatchObject({ error: { code: 'checks-not-lowered' } });
    await real.close();
  });

  it('are read whatever their dirt: widths, dates, words, doubled rows, missing cells, places under other names', async () => {
    const [a, b, c] = [...ledgerPeople(80, addresses)].slice(60);
    if (!a || !b || !c) throw new Error('three people');
    const wide = (text: string) => text.replace(/[\dX]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const table = [
      '（一）居民台账,,,,,,,',
      '姓名,性别,出生年月日,公民身份号码,手机,户籍,现居住地址,与户主关系',
      `${a.name},${a.sex}性,${a.born.replaceAll('-', '.')},${wide(a.idNumber)},无,户籍,上海市浦东新区示范小区1号301室,本人`,
      `${b.name},,${b.born.replaceAll('-', '/')} 00:00:00,${b.idNumber.toLowerCase()},${wide(b.phone)},来沪人员,示范路 １００ 弄 2 号 0402 室,妻子`,
      `${c.name},保密,,'${c.idNumber},/,不详,示范路100弄2号402室,`,
      `${b.name},,${b.born},${b.idNumber},,,示范路100弄2号402,`,
      `${c.name},,1982-13-45,,,,示范路100弄2号402室,`,
      '无名,,,,,,没有这条路9号101室,',
      '路过,,,,,,外面路1号101室,',
    ].join('\n');
    const { dry, id, mapping } = await scene.bring(table, 'person', {}, 'checked');
    const codes = (given: typeof dry) => given.problems.map(({ line, heading, code }) => [line, heading, code]);
    expect(codes(dry)).toEqual([
      [3, '现居住地址', 'address-unknown'],
      [5, '性别', 'code-unknown'],
      [6, '', 'row-repeated'],
      [7, '出生年月日', 'day-wrong'],
      [8, '现居住地址', 'address-unknown'],
      [9, '现居住地址', 'place-not-yours'],
    ]);
    const mended = {
      ...mapping,
      values: [
        { to: 'address', from: '示范小区', value: '示范路100弄' },
        { to: 'field.sex', from: '保密', value: '9' },
      ],
      unknownPlace: 'keep' as const,
    };
    const again = await scene.desk.check(id, mended);
    expect(codes(again)).toEqual([
      [6, '', 'row-repeated'],
      [7, '出生年月日', 'day-wrong'],
      [8, '现居住地址', 'address-kept'],
      [8, '', 'person-unclear'],
      [9, '现居住地址', 'place-not-yours'],
    ]);
    const done = await scene.desk.apply(id);
    expect(done.run).toMatchObject({ added: 3, bad: 4 });
    const file = await scene.desk.download(`/api/export-import-problems?importId=${id}`);
    expect(file.text).toContain('6,,与第4行是同一条');
    const sheet = await scene.desk.download(`/api/export-import-problems?importId=${id}&format=xlsx`);
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('bring known people up to date, leave what another body keeps, and refuse a number under another name', async () => {
    const [one, two, three] = people;
    if (!one || !two || !three) throw new Error('three people');
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{
        id: string;
      }>`select id from subject where noun = 'person' and name = ${one.name} and born = ${one.born}`.execute(db),
    );
    await scene.test.app.database.asSystem((db) =>
      writeFacts(
        db,
        [
          {
            subjectId: rows[0]?.id ?? '',
            noun: 'person',
            field: 'registered',
            value: 'absent',
            source: 'department:public-security',
            sourceId: null,
            since: '2026-01-01',
            recordedBy: null,
          },
        ],
        { now: scene.test.clock.now() },
      ),
    );
    const { run, problems } = await scene.bring(
      ledgerTable([
        one,
        { ...two, phone: '16499999999' },
        { ...three, name: '别人' },
        { ...(people[3] as LedgerPerson), address: `${addresses[1]}101室` },
      ]),
    );
    expect(run).toMatchObject({ added: 0, same: 2, changed: 1, bad: 1 });
    expect(problems.map(({ line, heading, code }) => [line, heading, code])).toEqual([
      [2, '户籍情况', 'field-held'],
      [4, '', 'name-differs'],
      [5, '', 'lives-elsewhere'],
    ]);
  });

  it('put people alike before the merge desk, and know who has no number by name, birth and home', async () => {
    const one = people[4] as LedgerPerson;
    const twin = [...ledgerPeople(120, addresses)][110] as LedgerPerson;
    // Of the same name, birth and building under another number: one of the two may be mistyped.
    const other = {
      ...one,
      idNumber: twin.idNumber.replace(/^.{6}.{8}/, (head) => head),
      born: twin.born,
      name: twin.name,
    };
    await scene.bring(ledgerTable([other]));
    const noNumber = { ...one, idNumber: '', phone: '16488888888' };
    expect((await scene.bring(ledgerTable([noNumber]))).run).toMatchObject({ added: 0, changed: 1 });
    const elsewhere = { ...noNumber, address: `${addresses[1]}601室` };
    expect((await scene.bring(ledgerTable([elsewhere]))).run).toMatchObject({ added: 1 });
    const { pairs } = await scene.secretary.call(listSamePairs, {});
    expect(pairs).toMatchObject([{ ground: 'near', agreed: ['name', 'born'] }]);
  });

  it('make a second household of a second head, and one of a number', async () => {
    const base = [...ledgerPeople(200, addresses)]
      .slice(150, 154)
      .map((one) => ({ ...one, address: `${addresses[1]}602室` }));
    const heads = base.map((one, i) => ({ ...one, relation: i % 2 === 0 ? '户主' : '配偶' }));
    const before = await scene.count('household');
    await scene.bring(ledgerTable(heads));
    expect(await scene.count('household')).toBe(before + 2);
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{
        name: string;
        members: number;
      }>`select h.name, (h.fields ->> 'members')::int as members from subject h join subject home on home.id = h.home_id
        where h.noun = 'household' and home.name = ${`${addresses[1]}602室`} order by h.created_at, h.id`.execute(db),
    );
    expect(rows.map(({ members }) => members)).toEqual([2, 2]);
    expect(rows.map(({ name }) => name).sort()).toEqual([heads[0]?.name, heads[2]?.name].sort());
  });
});
