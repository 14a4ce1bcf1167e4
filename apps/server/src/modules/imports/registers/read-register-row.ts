import {
  checkDisabilityCertificate,
  checkIdentityDocument,
  checkIdentityNumber,
  findRegisterField,
  type IdentityDocument,
  type IdentityDocumentKind,
  type IdentityDocumentProblem,
  identityDocumentKinds,
  isComponentCodeOf,
  type RegisterField,
} from '@linli/domain';
import type { Incoming, IncomingFact, IncomingSecret } from '../../registers/index.ts';
import { plainWord } from '../compile-mapping.ts';
import type { OpenRow } from '../prepare-rows.ts';
import type { RowProblem, RowProblemCode } from '../problem-words.ts';
import { documentWords, kindWords, relationWords } from './field-words.ts';
import { findRelation, readCell, saysNothing } from './read-cell.ts';
import { readPlace } from './read-place.ts';
import type { RegisterContext, Wrong } from './register-context.ts';

export interface ReadRegisterRow {
  incoming: Incoming;
  /** Said beside a row that is taken. */
  notes: RowProblem[];
}

const longestName = 60;
/** GB/T 2261.1: sex not stated. */
const notStated = '9';

/** One row as an entry of a register, or everything that is wrong with it. Never repeats a cell that may hold a number on paper. Pure. */
export function readRegisterRow(row: OpenRow, context: RegisterContext): ReadRegisterRow | { problems: RowProblem[] } {
  const { mapping, columns } = context;
  const { noun } = mapping;
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const wrong = (target: string, code: RowProblemCode, value = ''): null => {
    problems.push({ heading: columns.headingOf(target), code, params: paramsOf(value) });
    return null;
  };
  const cell = (target: string): string => {
    const text = columns.cellsOf(target, row.cells)[0]?.text ?? '';
    return saysNothing(text, null) ? '' : text;
  };
  const mapped = (target: string): string => columns.valueOf(target, cell(target)) ?? cell(target);

  const { facts, secrets } = readFields(row, context, wrong);
  const place = readPlace(context, {
    cell,
    mapped,
    wrong,
    note: (code, value = '') => notes.push({ heading: columns.headingOf('address'), code, params: paramsOf(value) }),
  });
  const name = noun === 'home' ? '' : cell('name').normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (noun !== 'home' && name === '') wrong('name', 'name-missing');
  if (name.length > longestName) wrong('name', 'text-too-long');
  const relation = readRelation();
  const kind = readKind();
  // As where one is typed in: the class in the code says what the thing is.
  const code = facts.find(({ field }) => field === 'code')?.value;
  if (noun === 'asset' && kind !== null && typeof code === 'string' && !isComponentCodeOf(kind, code))
    wrong('field.code', 'component-misfit');
  if (problems.length > 0 || place === null || kind === null) return { problems };
  const number = cell('household').slice(0, 60);
  return {
    incoming: {
      n: row.n,
      noun,
      kind,
      name,
      place: place.where,
      room: place.room,
      homeId: place.homeId,
      facts,
      secrets,
      household: { number: number === '' ? null : plainWord(number), relation },
    },
    notes,
  };

  function readRelation(): string | null {
    const text = noun === 'person' ? mapped('relation') : '';
    if (text === '') return null;
    return findRelation(text) ?? relationWords[plainWord(text)] ?? wrong('relation', 'relation-unknown', text);
  }

  function readKind(): string | null {
    const usual = { person: 'resident', household: 'family', home: 'dwelling' } as const;
    if (noun === 'person' || noun === 'household' || noun === 'home') return usual[noun];
    const text = mapped('kind');
    if (text === '') return mapping.kind;
    const word = kindWords[plainWord(text)] ?? text.toLowerCase();
    return /^[a-z][a-z0-9-]{0,39}$/.test(word) ? word : wrong('kind', 'kind-unknown', text);
  }
}

function paramsOf(value: string): RowProblem['params'] {
  return value === '' ? {} : { value: shownValue(value) };
}

/** What may be shown of a cell: nothing that could be a number on paper or a telephone. */
function shownValue(text: string): string {
  return /\d(?:[\s-]?\d){6}/u.test(text.normalize('NFKC')) ? '…' : text.slice(0, 60);
}

function readFields(
  row: OpenRow,
  context: RegisterContext,
  wrong: Wrong,
): { facts: IncomingFact[]; secrets: IncomingSecret[] } {
  const { columns, mapping, today } = context;
  const facts = new Map<string, IncomingFact>();
  const secrets: IncomingSecret[] = [];
  const derived: IncomingFact[] = [];
  const numbers = mapping.checkDigit;
  for (const code of columns.fieldCodes) {
    const target = `field.${code}`;
    const field = findRegisterField(mapping.noun, code);
    const text = columns.cellsOf(target, row.cells)[0]?.text ?? '';
    if (!field || saysNothing(text, field.kind)) continue;
    if (code === 'idNumber') readIdentity(field, text);
    else if (code === 'disabilityCertificate') readCertificate(field, text);
    else {
      const read = readCell(field, text, { mapped: columns.valueOf(target, text), today, numbers });
      if (!read.ok)
        wrong(
          target,
          read.code,
          field.kind === 'code' || field.kind === 'boolean' || field.kind === 'number' ? text : '',
        );
      else if (field.kind === 'secret')
        secrets.push({ field: code, kind: '', value: String(read.value), lookupValue: String(read.value) });
      else facts.set(code, { field: code, value: read.value, derived: false });
    }
  }
  for (const fact of derived) {
    const said = facts.get(fact.field);
    // Who did not say is known by the number.
    if (!said || said.value === notStated) facts.set(fact.field, fact);
    else if (said.value !== fact.value)
      wrong(`field.${fact.field}`, fact.field === 'born' ? 'born-differs' : 'paper-differs');
  }
  return { facts: [...facts.values()], secrets };

  function readIdentity(field: RegisterField, text: string): void {
    const said = columns.cellsOf('documentKind', row.cells)[0]?.text ?? '';
    const document = checkPaper(text, documentKindOf(columns.valueOf('documentKind', said) ?? said), {
      today,
      checkDigit: numbers,
    });
    if (!document.ok) {
      wrong(`field.${field.code}`, `identity-${document.problem}`);
      return;
    }
    secrets.push({
      field: field.code,
      kind: document.kind,
      value: document.normalised,
      lookupValue: document.lookupValue,
    });
    if (!document.number) return;
    derived.push({ field: 'born', value: document.number.born, derived: true });
    derived.push({ field: 'sex', value: document.number.sex === 'male' ? '1' : '2', derived: true });
  }

  function readCertificate(field: RegisterField, text: string): void {
    const certificate = checkDisabilityCertificate(text, { today, checkDigit: numbers });
    if (!certificate.ok) {
      wrong(`field.${field.code}`, 'certificate-wrong');
      return;
    }
    const { normalised, disabilityClass, level } = certificate;
    secrets.push({ field: field.code, kind: '', value: normalised, lookupValue: normalised });
    derived.push({ field: 'disability', value: disabilityClass, derived: true });
    derived.push({ field: 'disabilityGrade', value: level, derived: true });
  }
}

type PaperProblem = IdentityDocumentProblem | 'document-unknown';

function documentKindOf(text: string): IdentityDocumentKind | 'by-number' | null {
  if (text === '') return 'by-number';
  const word = documentWords[plainWord(text)] ?? text;
  return identityDocumentKinds.find((kind) => kind === word) ?? null;
}

/** By the paper the list names; where it names none, by what the number itself says it is. */
function checkPaper(
  text: string,
  kind: IdentityDocumentKind | 'by-number' | null,
  options: { today: string; checkDigit: 'strict' | 'test' },
): IdentityDocument | { ok: false; problem: PaperProblem } {
  if (kind === null) return { ok: false, problem: 'document-unknown' };
  if (kind !== 'by-number') return checkIdentityDocument(kind, text, options);
  const number = checkIdentityNumber(text, options);
  if (!number.ok) return number;
  const found = number.kind === 'old-resident-id' ? 'resident-id' : number.kind;
  return { ok: true, kind: found, normalised: number.normalised, lookupValue: number.normalised, number };
}
