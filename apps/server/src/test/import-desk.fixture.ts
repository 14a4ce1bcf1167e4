import type { AnyMapping, ImportMapping, ImportRun, RegisterMapping } from '@linli/contract';
import { getImport, isRegisterMapping, proposeMapping, startImport } from '@linli/contract';
import { sql } from 'kysely';
import type { Caller, TestApp } from './test-app.ts';

/** Somebody at the desk with a browser: bytes go up, bytes come down. */
export interface ImportDesk {
  caller: Caller;
  cookie: string;
  /** `of`: the register the rows are entries of, as it stands in the query. */
  upload(bytes: Buffer | string, name?: string, of?: string): Promise<{ status: number; run: ImportRun }>;
  download(url: string): Promise<{ status: number; text: string; bytes: Buffer }>;
  /** Dry run, then the import, as far as it goes. */
  check(importId: string, mapping: AnyMapping): ReturnType<typeof stateOf>;
  apply(importId: string): ReturnType<typeof stateOf>;
  propose(importId: string): Promise<ImportMapping>;
  proposeRegister(importId: string): Promise<RegisterMapping>;
}

const stateOf = (caller: Caller, importId: string) => caller.call(getImport, { importId });

export async function importDesk(test: TestApp, caller: Caller): Promise<ImportDesk> {
  const token = test.crypto.token();
  const until = new Date(test.clock.now().getTime() + 400 * 86_400_000);
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
      values (${test.crypto.hashToken(token)}, ${caller.accountId}, ${test.clock.now()}, ${test.clock.now()}, ${until})`.execute(
      db,
    ),
  );
  const cookie = `linli_session=${token}`;
  const headers = { 'x-linli': '1', cookie };
  return {
    caller,
    cookie,
    async upload(bytes, name = 'orders.csv', of = 'orders') {
      const response = await test.app.http.inject({
        method: 'POST',
        url: `/api/import-files?name=${encodeURIComponent(name)}&kind=${of}`,
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        payload: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
      });
      return { status: response.statusCode, run: response.json() };
    },
    async download(url) {
      const response = await test.app.http.inject({ method: 'GET', url, headers });
      return { status: response.statusCode, text: response.body, bytes: response.rawPayload };
    },
    async check(importId, mapping) {
      await caller.call(startImport, { importId, mapping, dryRun: true });
      await test.settle();
      return stateOf(caller, importId);
    },
    async apply(importId) {
      await caller.call(startImport, { importId, dryRun: false });
      await test.settle();
      return stateOf(caller, importId);
    },
    async propose(importId) {
      const { mapping } = await caller.call(proposeMapping, { importId });
      if (isRegisterMapping(mapping)) throw new Error('a table of a register');
      return mapping;
    },
    async proposeRegister(importId) {
      const { mapping } = await caller.call(proposeMapping, { importId });
      if (!isRegisterMapping(mapping)) throw new Error('a table of orders');
      return mapping;
    },
  };
}

/** A table in the layout of Shanghai's hotline. */
export const shanghaiHeadings = [
  '工单编号',
  '工单生成时间',
  '诉求地址',
  '诉求区域',
  '内容描述',
  '工单类别',
  '处理描述',
  '客户类型',
  '一级分类',
  '二级分类',
  '三级分类',
  '主办单位',
  '是否匿名',
  '服务类型',
  '通话编号',
  '工单类型',
  '来电人',
  '联系电话',
] as const;

/** One order of that layout; what is left out is ordinary. */
export function shanghaiRow(
  n: number,
  change: Partial<Record<(typeof shanghaiHeadings)[number], string>> = {},
): string {
  const usual: Record<(typeof shanghaiHeadings)[number], string> = {
    工单编号: `20260316${String(n).padStart(6, '0')}`,
    工单生成时间: '2026-03-16 08:35:00',
    诉求地址: '浦东新区东园第1微网格门口',
    诉求区域: '浦东新区',
    内容描述: `市民来电反映：第${n}件，门口有垃圾，"无人"清理`,
    工单类别: '一般',
    处理描述: '',
    客户类型: '个人',
    一级分类: '建设交通类',
    二级分类: '市容环卫',
    三级分类: '垃圾清运',
    主办单位: '绿化市容所',
    是否匿名: '否',
    服务类型: '综合服务',
    通话编号: `1704040581-${n}`,
    工单类型: '求助类',
    来电人: '张三丰',
    联系电话: '13812345678',
  };
  const cells = shanghaiHeadings.map((heading) => change[heading] ?? usual[heading]);
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

export function shanghaiTable(rows: readonly string[]): string {
  return [shanghaiHeadings.join(','), ...rows].join('\r\n');
}
