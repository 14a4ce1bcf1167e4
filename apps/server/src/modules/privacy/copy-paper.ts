import { dayOf, type FieldOwner, fieldOwners, type LinkKind } from '@linli/domain';
import type { PdfBlock, PdfPaper } from '../../platform/pdf.ts';

/** What a copy of somebody's own data holds. */
export interface CopyContent {
  madeAt: string;
  name: string;
  fields: {
    group: string;
    keptDays: number;
    code: string;
    label: string;
    value: string | number | boolean | null;
    source: string | null;
    since: string | null;
    basis: string;
    law: string;
    restricted: boolean;
  }[];
  links: { kind: LinkKind; role: string; name: string; from: string; until: string | null; waits: boolean }[];
  tags: string[];
}

const groupWords: Readonly<Record<string, string>> = {
  identity: '身份',
  contact: '联系方式',
  living: '居住与生活',
  care: '照护与保障',
  property: '房屋',
  business: '经营',
};

export const linkWords: Readonly<Record<LinkKind, string>> = {
  member: '户',
  owner: '产权',
  tenant: '承租',
  guardian: '监护',
  runs: '经营',
  responsible: '负责',
};

const sourceNames: Readonly<Record<string, string>> = {
  office: '居委会登记',
  field: '上门登记',
  visit: '走访',
  import: '批量导入',
  form: '填报回流',
  derived: '自动推算',
  person: '本人填写',
};
const ownerNames: Readonly<Record<FieldOwner, string>> = {
  committee: '居委会',
  'public-security': '公安',
  'civil-affairs': '民政',
  'disabled-federation': '残联',
  health: '卫健',
  housing: '房管',
  veterans: '退役军人事务',
  'human-resources': '人社',
  'market-regulation': '市场监管',
  fire: '消防',
  'city-management': '城管',
  party: '党组织',
};

/** Where a value came from, as its person reads it. */
export function sourceWords(source: string | null): string {
  const owner = fieldOwners.find((each) => source === `department:${each}`);
  if (owner) return ownerNames[owner];
  return sourceNames[source ?? ''] ?? '';
}

/** The copy as a paper in Chinese that anybody can read. */
export function copyPaper(content: CopyContent, now: Date): PdfPaper {
  const blocks: PdfBlock[] = [];
  for (const group of new Set(content.fields.map((field) => field.group))) {
    const fields = content.fields.filter((field) => field.group === group);
    blocks.push(
      { kind: 'heading', text: `${groupWords[group] ?? group}（停用后保存${fields[0]?.keptDays ?? 0}天）` },
      {
        kind: 'table',
        widths: [3, 4, 2, 2, 4],
        head: ['内容', '登记值', '来源', '起始', '依据'],
        rows: fields.map(({ label, value, source, since, law, restricted }) => [
          label,
          `${valueWords(value)}${restricted ? '（限制处理）' : ''}`,
          sourceWords(source),
          since ?? '',
          law,
        ]),
      },
    );
  }
  if (content.links.length > 0)
    blocks.push(
      { kind: 'heading', text: '关系' },
      {
        kind: 'table',
        widths: [2, 6, 2, 3],
        head: ['关系', '与谁', '起始', '终止'],
        rows: content.links.map(({ kind, name, from, until, waits }) => [
          linkWords[kind],
          name,
          from,
          waits ? '待另一人确认' : (until ?? ''),
        ]),
      },
    );
  if (content.tags.length > 0)
    blocks.push({ kind: 'heading', text: '标签' }, { kind: 'text', text: content.tags.join('、') });
  return {
    title: `${content.name}的个人信息副本`,
    reference: null,
    watermark: null,
    foot: `本人申请，${dayOf(now)}制作，请妥善保管。`,
    blocks,
  };
}

export function valueWords(value: CopyContent['fields'][number]['value']): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value ?? '');
}
