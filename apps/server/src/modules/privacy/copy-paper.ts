import { dayOf } from '@linli/domain';
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
  links: { kind: string; role: string; name: string; from: string; until: string | null }[];
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

/** The copy as a paper in Chinese that anybody can read. */
export function copyPaper(content: CopyContent, now: Date): PdfPaper {
  const blocks: PdfBlock[] = [];
  for (const group of new Set(content.fields.map((field) => field.group))) {
    const fields = content.fields.filter((field) => field.group === group);
    blocks.push(
      { kind: 'heading', text: `${groupWords[group] ?? group}（停用后保存${fields[0]?.keptDays ?? 0}天）` },
      {
        kind: 'table',
        widths: [3, 4, 2, 5],
        head: ['内容', '登记值', '起始', '依据'],
        rows: fields.map(({ label, value, since, law, restricted }) => [
          label,
          `${valueWords(value)}${restricted ? '（限制处理）' : ''}`,
          since ?? '',
          law,
        ]),
      },
    );
  }
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

function valueWords(value: CopyContent['fields'][number]['value']): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value ?? '');
}
