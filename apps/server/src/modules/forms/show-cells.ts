import type { getReturn, OutputOf } from '@linli/contract';
import {
  type Actor,
  cellMark,
  cellWords,
  type FormColumn,
  type FormDefinition,
  fieldAccess,
  findRegisterField,
  maskIdNumber,
  maskName,
  maskPhone,
  mayInArea,
  namesInFull,
  nounOf,
  rowNoun,
} from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { secretContext } from '../registers/index.ts';
import { type HiddenFigures, hiddenWords, rowId } from './figure-sight.ts';
import { ownerOf } from './owner-of.ts';
import type { StoredRow } from './stored-row.ts';

/** A row as it is stored, with its place in the list from 1 and the home and household sealed fields may hang on. */
/** Sealed values of a page of rows, by `subject/field`. As the product: who may see what is decided on showing. */
export async function findSealed(
  db: Db,
  crypto: Crypto,
  definition: FormDefinition,
  rows: readonly StoredRow[],
): Promise<Map<string, string>> {
  const fields = definition.columns.flatMap((column) =>
    isSealed(column, definition) && column.bind === 'field' ? [column.field] : [],
  );
  const ids = [...new Set(rows.flatMap((row) => [row.key, row.homeId, row.householdId]))].filter((id) => id !== null);
  if (fields.length === 0 || ids.length === 0) return new Map();
  const found = await elevated(db, () =>
    sql<{ id: string; field: string; sealed: Buffer }>`select subject_id as id, field, sealed from subject_secret
      where subject_id = any(${ids}::uuid[]) and field = any(${fields}::text[])`.execute(db),
  );
  return new Map(
    found.rows.map((row) => [`${row.id}/${row.field}`, crypto.decrypt(row.sealed, secretContext(row.field))]),
  );
}

export function isSealed(column: FormColumn, definition: FormDefinition): boolean {
  const noun = rowNoun(definition);
  return (
    column.bind === 'field' &&
    noun !== null &&
    findRegisterField(nounOf(column.of, noun), column.field)?.kind === 'secret'
  );
}

/** Whose sealed field a column is. */
export function sealedKey(
  column: Extract<FormColumn, { bind: 'field' }>,
  definition: FormDefinition,
  row: StoredRow,
): string {
  const noun = rowNoun(definition);
  return `${ownerOf(column.of, noun, row)}/${column.field}`;
}

export function maskSealed(field: string, plain: string): string {
  return /phone/i.test(field) ? maskPhone(plain) : maskIdNumber(plain);
}

type Shown = OutputOf<typeof getReturn>['rows'][number]['cells'][number];

/** A row as this reader may see it: sealed masked, names by their right to them, what they may not see not hinted at. */
export function showRow(
  actor: Actor,
  definition: FormDefinition,
  row: StoredRow,
  call: { sealed: ReadonlyMap<string, string>; hidden: HiddenFigures },
): Shown[] {
  const noun = rowNoun(definition);
  const hidden = call.hidden.get(rowId(row));
  return definition.columns.map((column, at) => {
    const state = cellMark(row.marks, at);
    const value = row.cells[at];
    if (column.bind === 'computed' && column.computed === 'serial') return { text: String(row.serial), state };
    if (noun !== null && column.bind === 'field') {
      const field = findRegisterField(nounOf(column.of, noun), column.field);
      const access = field ? fieldAccess(actor, field, row.path) : 'hidden';
      if (access === 'hidden') return { text: null, state: 'blank' };
      if (field?.kind === 'secret') {
        const plain = call.sealed.get(sealedKey(column, definition, row));
        return { text: plain === undefined ? '' : maskSealed(column.field, plain), state };
      }
    }
    const isName =
      (column.bind === 'computed' && column.computed === 'name' && noun === 'person') || isNamesLink(column);
    if (isName && typeof value === 'string' && !namesInFull(actor, row.path))
      return { text: value.split('、').map(maskName).join('、'), state };
    const isHidden = column.bind === 'figure' ? hidden?.get(at) : undefined;
    if (column.bind === 'figure' && isHidden) return { text: hiddenWords(column, isHidden), state: 'withheld' };
    return { text: cellWords(value, column, noun, 'zh-CN'), state };
  });
}

function isNamesLink(column: FormColumn): boolean {
  return column.bind === 'link' && column.link !== 'member-count';
}

/** Does being in this form's rows say something sensitive of people? Then its rows are for those who may know it. */
export function mayKnowRows(actor: Actor, needs: readonly { level: number }[], path: string): boolean {
  return !needs.some(({ level }) => level === 4) || mayInArea(actor, 'registers:care', path);
}
