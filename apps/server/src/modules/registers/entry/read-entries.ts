import type { FieldEntries } from '@linli/contract';
import {
  checkDisabilityCertificate,
  checkFieldValue,
  checkIdentityDocument,
  type FieldValue,
  findRegisterField,
  type IdentityDocumentKind,
  identityDocumentKinds,
  type RegisterField,
  type SubjectNoun,
} from '@linli/domain';
import type { z } from 'zod';
import { refuse } from '../../../platform/errors.ts';

type Entry = z.infer<typeof FieldEntries>[number];

/** A value ready to be stored. `derived`: read out of a number on paper, and gives way to what was said. */
export interface ReadFact {
  field: RegisterField;
  value: FieldValue | null;
  since: string;
  derived: boolean;
}
export interface ReadSecret {
  field: RegisterField;
  kind: string;
  /** None takes it away. */
  value: string | null;
  lookupValue: string;
  since: string;
}
export interface ReadEntries {
  facts: ReadFact[];
  secrets: ReadSecret[];
}

type Problem =
  | 'required'
  | 'invalid'
  | 'wrong-format'
  | 'not-an-option'
  | 'too-long'
  | 'too-small'
  | 'too-big'
  | 'unknown';
type Report = (at: number, problem: Problem) => void;

/** What was typed, checked field by field; refuses with every problem at once. `mayEnter` says which fields this person may fill. */
export function readEntries(
  noun: SubjectNoun,
  entries: readonly Entry[],
  call: { today: string; mayEnter(field: RegisterField): boolean },
): ReadEntries {
  const problems: { path: string; code: Problem; params: Record<string, string | number> }[] = [];
  const report: Report = (at, code) => problems.push({ path: `fields.${at}.value`, code, params: limitsOf(code) });
  const read: ReadEntries = { facts: [], secrets: [] };
  const seen = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    const field = findRegisterField(noun, entry.code);
    // A field hidden from this person is no more known to them than one that is not there.
    if (!field || seen.has(entry.code) || !call.mayEnter(field)) report(at, 'unknown');
    else readOne(field, entry, at, { today: call.today, read, report });
    seen.add(entry.code);
  }
  checkAgainstPapers(entries, read, report);
  if (problems.length > 0) refuse('input-invalid', {}, { fields: problems });
  read.facts = read.facts.filter((fact) => !fact.derived || !seen.has(fact.field.code));
  return read;
}

function readOne(
  field: RegisterField,
  entry: Entry,
  at: number,
  call: { today: string; read: ReadEntries; report: Report },
): void {
  const { today, read, report } = call;
  const since = entry.since ?? today;
  if (since > today) {
    report(at, 'too-big');
    return;
  }
  if (entry.value === null) {
    if (field.kind === 'secret') read.secrets.push({ field, kind: '', value: null, lookupValue: '', since });
    else read.facts.push({ field, value: null, since, derived: false });
    return;
  }
  if (field.code === 'idNumber') {
    readIdentity(field, entry, at, { ...call, since });
    return;
  }
  if (field.code === 'disabilityCertificate') {
    readCertificate(field, entry, at, { ...call, since });
    return;
  }
  const checked = checkFieldValue(field, entry.value);
  if (!checked.ok) {
    report(at, checked.problem);
    return;
  }
  if (field.kind !== 'secret') read.facts.push({ field, value: checked.value, since, derived: false });
  else read.secrets.push({ field, kind: '', value: String(checked.value), lookupValue: String(checked.value), since });
}

interface Reading {
  today: string;
  since: string;
  read: ReadEntries;
  report: Report;
}

function readIdentity(field: RegisterField, entry: Entry, at: number, call: Reading): void {
  const kind = entry.documentKind ?? 'resident-id';
  if (typeof entry.value !== 'string' || !isDocumentKind(kind)) {
    call.report(at, 'not-an-option');
    return;
  }
  const document = checkIdentityDocument(kind, entry.value, { today: call.today });
  if (!document.ok) {
    call.report(at, 'wrong-format');
    return;
  }
  const { normalised, lookupValue, number } = document;
  call.read.secrets.push({ field, kind, value: normalised, lookupValue, since: call.since });
  if (!number) return;
  derive(call, 'born', number.born);
  derive(call, 'sex', number.sex === 'male' ? '1' : '2');
}

function readCertificate(field: RegisterField, entry: Entry, at: number, call: Reading): void {
  const certificate =
    typeof entry.value === 'string' ? checkDisabilityCertificate(entry.value, { today: call.today }) : null;
  if (!certificate?.ok) {
    call.report(at, 'wrong-format');
    return;
  }
  const { normalised, disabilityClass, level } = certificate;
  call.read.secrets.push({ field, kind: '', value: normalised, lookupValue: normalised, since: call.since });
  derive(call, 'disability', disabilityClass);
  derive(call, 'disabilityGrade', level);
}

function derive(call: Reading, code: string, value: string): void {
  const field = findRegisterField('person', code);
  if (field) call.read.facts.push({ field, value, since: call.since, derived: true });
}

/** What was typed beside a number must agree with what the number says. */
function checkAgainstPapers(entries: readonly Entry[], read: ReadEntries, report: Report): void {
  for (const fact of read.facts.filter((one) => one.derived)) {
    const at = entries.findIndex((entry) => entry.code === fact.field.code && entry.value !== null);
    if (at >= 0 && entries[at]?.value !== fact.value) report(at, 'invalid');
  }
}

function isDocumentKind(kind: string): kind is IdentityDocumentKind {
  return (identityDocumentKinds as readonly string[]).includes(kind); // widen the literal union for includes
}

const bounds: Partial<Record<Problem, Record<string, number>>> = {
  'too-long': { max: 200 },
  'too-small': { min: 0 },
  'too-big': { max: 1_000_000_000 },
};
function limitsOf(problem: Problem): Record<string, number> {
  return bounds[problem] ?? {};
}
