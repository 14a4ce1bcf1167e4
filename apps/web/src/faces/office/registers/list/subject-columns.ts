import { findRegisterField, type Permission, type SubjectNoun } from '@linli/domain';

/** A column is a fact of the row itself, or a field of the register. */
export type SubjectColumn =
  | { readonly kind: 'name' | 'sort' | 'home' | 'area' | 'since' | 'state'; readonly track: string }
  | { readonly kind: 'field'; readonly code: string; readonly track: string };

const field = (code: string, track: string): SubjectColumn => ({ kind: 'field', code, track });
const name = { kind: 'name', track: 'minmax(120px, 1.2fr)' } as const;
const home = { kind: 'home', track: 'minmax(160px, 1.4fr)' } as const;
const area = { kind: 'area', track: 'minmax(130px, 1fr)' } as const;
const since = { kind: 'since', track: '110px' } as const;
const sort = { kind: 'sort', track: '110px' } as const;

const columns: Readonly<Record<SubjectNoun, readonly SubjectColumn[]>> = {
  person: [
    { ...name, track: '120px' },
    field('sex', '60px'),
    field('born', '110px'),
    home,
    area,
    field('registered', '140px'),
    field('livingArrangement', '110px'),
    field('allowance', '140px'),
    since,
  ],
  household: [{ ...name, track: '140px' }, home, area, field('members', '80px'), field('allElderly', '90px'), since],
  home: [
    { ...name, track: 'minmax(200px, 1.6fr)' },
    area,
    field('use', '90px'),
    field('tenure', '130px'),
    field('areaM2', '120px'),
    field('letFiled', '90px'),
    field('letStandard', '120px'),
  ],
  entity: [
    { ...name, track: 'minmax(200px, 1.4fr)' },
    sort,
    field('trade', '110px'),
    field('grade', '90px'),
    field('shopFireCheck', '120px'),
    field('frontageDuty', '90px'),
    area,
  ],
  asset: [
    { ...name, track: 'minmax(200px, 1.4fr)' },
    sort,
    field('code', '170px'),
    field('condition', '80px'),
    field('inspectedOn', '110px'),
    field('careUnit', '140px'),
    area,
  ],
};

/** The columns of a noun that this reader may see; `isGone` adds how it ended. */
export function subjectColumns(
  noun: SubjectNoun,
  permissions: readonly Permission[],
  isGone: boolean,
): readonly SubjectColumn[] {
  const open = columns[noun].filter(
    (column) =>
      column.kind !== 'field' ||
      findRegisterField(noun, column.code)?.level !== 4 ||
      permissions.includes('registers:care'),
  );
  return isGone ? [...open, { kind: 'state', track: '90px' }] : open;
}

export function fieldCodesOf(list: readonly SubjectColumn[]): string[] {
  return list.flatMap((column) => (column.kind === 'field' ? [column.code] : []));
}
