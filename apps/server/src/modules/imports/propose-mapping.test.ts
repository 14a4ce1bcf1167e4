import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ImportDesk,
  importDesk,
  shanghaiHeadings,
  shanghaiRow,
  shanghaiTable,
} from '../../test/import-desk.fixture.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let desk: ImportDesk;

beforeAll(async () => {
  test = await createTestApp();
  desk = await importDesk(test, await test.staff('dispatcher', 'street'));
});
afterAll(() => test.close());

async function proposalFor(table: string | Buffer) {
  const { run } = await desk.upload(table);
  const mapping = await desk.propose(run.id);
  return { run, mapping, means: Object.fromEntries(mapping.columns.map(({ heading, to }) => [heading, to])) };
}

describe('layouts of three cities are recognised by their headings', () => {
  it('Shanghai', async () => {
    const { means, mapping } = await proposalFor(shanghaiTable([shanghaiRow(1), shanghaiRow(2, { 工单类别: '紧急' })]));
    expect(means).toMatchObject({
      工单编号: 'number',
      工单生成时间: 'reported-at',
      诉求地址: 'address',
      内容描述: 'words',
      工单类别: 'type',
      工单类型: 'type',
      主办单位: 'unit',
      是否匿名: 'anonymous',
      来电人: 'caller-name',
      联系电话: 'caller-phone',
      一级分类: 'form.category',
      三级分类: 'form.category',
      客户类型: 'form.customer',
      通话编号: 'form.callNumber',
    });
    expect(means.处理描述).toBeUndefined(); // empty: it waits for our result
    expect(mapping.results).toContainEqual({ heading: '处理描述', give: 'result-words' });
    const types = Object.fromEntries(mapping.values.filter(({ to }) => to === 'type').map((v) => [v.from, v.value]));
    expect(types).toMatchObject({
      求助类: 'hotline-help',
      投诉举报类: 'hotline-help',
      咨询类: 'hotline-consult',
      意见建议类: 'hotline-consult',
      其他类: 'hotline-help',
      紧急: 'hotline-urgent',
    });
  });

  it('Beijing, with letters in its numbers and classes as a path', async () => {
    const table = [
      '工单编号,工单标题,工单内容,推送时间,承办单位,问题分类,问题点位,GID,是否群诉',
      '热线-260316-062267,垃圾,门口垃圾没人收,2026-03-16 08:00:00,绿化市容所,市场管理>市场环境秩序,东园第2微网格,x,否',
    ].join('\n');
    const { run, means, mapping } = await proposalFor(table);
    expect(means).toMatchObject({
      工单编号: 'number',
      工单标题: 'words',
      工单内容: 'words',
      推送时间: 'reported-at',
      承办单位: 'unit',
      问题分类: 'form.category',
      问题点位: 'address',
      是否群诉: 'form.group',
    });
    expect(mapping.typeCode).toBe('hotline-help');
    expect((await desk.check(run.id, mapping)).run).toMatchObject({ added: 1, bad: 0 });
  });

  it('Taian, whose table asks for the results', async () => {
    const table = [
      '受理编号,受理时间,诉求内容,诉求属实 (note1),联系群众 (note3),联系时间 (note5),是否解决 (note6),公开答复内容 (note10)',
      'TA2026031600012,2026-03-16 09:24:15,路灯不亮,,,,,',
    ].join('\n');
    const { mapping } = await proposalFor(table);
    const results = Object.fromEntries(mapping.results.map(({ heading, give }) => [heading, give]));
    expect(results).toMatchObject({
      '联系群众 (note3)': 'contacted',
      '联系时间 (note5)': 'contacted-at',
      '是否解决 (note6)': 'result',
      '公开答复内容 (note10)': 'result-words',
    });
  });

  it('GB18030, Excel and titles above the headings are read alike', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const cells = shanghaiRow(9, { 内容描述: '路灯不亮' }).split(',');
    const sheet = await writeXlsx({ sheets: [{ name: '工单', rows: [['热线工单'], [...shanghaiHeadings], cells] }] });
    const { run, mapping } = await proposalFor(Buffer.from(sheet));
    expect(run).toMatchObject({ format: 'xlsx', rowCount: 1, headings: [...shanghaiHeadings] });
    expect((await desk.check(run.id, mapping)).run).toMatchObject({ added: 1, bad: 0 });
    // 编号,内容 in GB18030.
    const gb = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0x31, 0x2c, 0x32, 0x0a]);
    expect((await desk.upload(gb)).run).toMatchObject({ encoding: 'GB18030', headings: ['编号', '内容'] });
  });
});
