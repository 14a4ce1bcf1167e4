import type { getHouseholdFile, OutputOf } from '@linli/contract';
import { dayOf, findCode, findRegisterField, type SubjectNoun } from '@linli/domain';
import type { PdfBlock, PdfPaper } from '../../../platform/pdf.ts';
import type { CareRules } from '../care/care-rules.ts';

type File = OutputOf<typeof getHouseholdFile>;
type Field = File['entities'][number]['fields'][number];
type Member = File['others'][number];

const stateWords: Readonly<Record<string, string>> = { active: '在册' };

/** The file as a paper in Chinese: only what the file holds, which is what its reader may see. Who printed it, and when, lies across it. */
export function householdPaper(file: File, call: { reader: string; now: Date; care: CareRules }): PdfPaper {
  const day = dayOf(call.now);
  const blocks: PdfBlock[] = [];
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('、');
  if (file.home) {
    blocks.push({ kind: 'heading', text: '房屋' }, { kind: 'line', label: '地址', value: file.address });
    blocks.push(...fieldLines('home', file.home.fields));
    if (file.owners.length > 0) blocks.push({ kind: 'line', label: '产权人', value: names(file.owners) });
    if (file.tenants.length > 0) blocks.push({ kind: 'line', label: '承租人', value: names(file.tenants) });
  }
  for (const household of file.households) {
    blocks.push(
      { kind: 'heading', text: `住户　${household.subject.name}` },
      ...fieldLines('household', household.fields),
    );
    for (const member of household.members) blocks.push(...memberBlocks(member, call.care));
  }
  if (file.others.length > 0) blocks.push({ kind: 'heading', text: '同住人员' });
  for (const member of file.others) blocks.push(...memberBlocks(member, call.care));
  for (const entity of file.entities)
    blocks.push({ kind: 'heading', text: `单位　${entity.subject.name}` }, ...fieldLines('entity', entity.fields));
  if (file.cases.length > 0) blocks.push({ kind: 'heading', text: '相关事项' });
  for (const one of file.cases)
    blocks.push({
      kind: 'line',
      label: one.number,
      value: `${one.typeName}　${one.open ? '办理中' : '已结束'}　${one.reportedAt.slice(0, 10)}`,
    });
  return {
    title: '一户一档',
    reference: null,
    watermark: `${call.reader} ${day}`,
    foot: `${call.reader}　${day}　仅限履行职责使用`,
    blocks,
  };
}

function memberBlocks(member: Member, care: CareRules): PdfBlock[] {
  const relation = findCode('familyRelation', member.relation)?.zh ?? '';
  const title = [member.subject.name, relation, stateWords[member.subject.state] ?? ''].filter(Boolean).join('　');
  const held = member.care.map(({ classCode, gradeCode }) => {
    const found = care.classes.find(({ code }) => code === classCode);
    return `${found?.name.zh ?? classCode}（${found?.grades.find(({ code }) => code === gradeCode)?.name.zh ?? gradeCode}）`;
  });
  return [
    { kind: 'heading', text: title },
    ...fieldLines('person', member.fields),
    ...(held.length > 0 ? [{ kind: 'line' as const, label: '关爱类别', value: held.join('、') }] : []),
    ...(member.guardians.length > 0
      ? [{ kind: 'line' as const, label: '监护人', value: member.guardians.map(({ name }) => name).join('、') }]
      : []),
  ];
}

function fieldLines(noun: SubjectNoun, fields: readonly Field[]): PdfBlock[] {
  return fields.flatMap(({ code, value }) => {
    const field = findRegisterField(noun, code);
    if (!field || value === null) return [];
    return [{ kind: 'line' as const, label: field.label.zh, value: valueWords(field, value) }];
  });
}

function valueWords(
  field: NonNullable<ReturnType<typeof findRegisterField>>,
  value: string | number | boolean,
): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return field.options?.find((option) => option.value === value)?.label.zh ?? String(value);
}
