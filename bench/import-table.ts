/** A table in the layout of Shanghai's hotline, as large as wanted. Made up; no real order is in it. */
export function hotlineTable(
  rows: number,
  about: { addresses: readonly string[]; units: readonly string[]; reportedFrom: Date },
): string {
  const { addresses, units, reportedFrom } = about;
  const lines = [headings.join(',')];
  for (let n = 1; n <= rows; n++) {
    const at = new Date(reportedFrom.getTime() + (n % 600) * 60_000 + 8 * 3_600_000);
    const time = at.toISOString().slice(0, 19).replace('T', ' ');
    const address = addresses[n % addresses.length] ?? '';
    const matter = matters[n % matters.length] ?? '';
    const kind = kinds[n % kinds.length] ?? '';
    lines.push(
      [
        `${time.slice(0, 10).replaceAll('-', '')}${String(n).padStart(6, '0')}`,
        time,
        `浦东新区${address}`,
        '浦东新区',
        `"市民来电反映：${address}${matter}，已持续${(n % 9) + 1}天，此前向物业反映过${n % 4}次，希望有关部门尽快处理并回复。"`,
        n % 50 === 0 ? '紧急' : '一般',
        '',
        n % 20 === 0 ? '企业' : '个人',
        '建设交通类',
        '市容环卫',
        '垃圾清运',
        '',
        units[n % units.length] ?? '',
        n % 30 === 0 ? '是' : '否',
        '综合服务',
        `${1_704_040_000 + n}-${2_290_000 + n}`,
        kind,
        `${1000 + (n % 90)}`,
        `王${n % 2 === 0 ? '小明' : '芳'}`,
        `138${String(n).padStart(8, '0')}`,
      ].join(','),
    );
  }
  return lines.join('\r\n');
}

const headings = [
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
  '四级分类',
  '主办单位',
  '是否匿名',
  '服务类型',
  '通话编号',
  '工单类型',
  '工号',
  '来电人',
  '联系电话',
];
const kinds = ['求助类', '投诉举报类', '咨询类', '意见建议类', '其他类'];
const matters = [
  '门口垃圾堆放无人清理',
  '夜间施工噪音扰民',
  '路灯不亮出行不便',
  '下水道堵塞污水外溢',
  '违章停车占用消防通道',
  '楼道堆物影响通行',
  '电动车进楼充电',
];
