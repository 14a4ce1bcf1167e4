import { type Actor, type CaseTypeDefinition, convertPoint, type FormField } from '@linli/domain';
import { CompiledQuery, sql } from 'kysely';
import { type Db, writeLater } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Located } from '../places/index.ts';
import type { CaseType } from './catalogue.ts';
import type { CaseDeps } from './deps.ts';
import { importedId } from './import-case.ts';
import { type IntakeItem, intakeSql } from './intake.ts';
import { intakeItem } from './intake-item.ts';
import { replayCase } from './replay-case.ts';
import { openType } from './report-input.ts';
import { validateForm } from './validate-form.ts';

/** One order of another system in our words. Instants as ISO text; `located` was found by the caller. */
export interface OrderFromElsewhere {
  system: string;
  externalId: string;
  typeCode: string;
  located: Located;
  point: { lng: number; lat: number; crs: 'wgs84' | 'gcj02' | 'bd09' } | null;
  address: string;
  words: string;
  form: Readonly<Record<string, string>>;
  urgent: boolean;
  /** Who had it there; null = where the type's rules point. */
  unitId: string | null;
  channel: 'hotline' | 'import';
  reportedAt: string;
  /** What the other system says it is, by its own word; empty where it says nothing. */
  status: string;
  closed: {
    at: string;
    outcome: 'solved' | 'explained' | 'partly' | 'not-possible' | 'declined';
    words: string;
  } | null;
  /** One of many: holders are not told of each. */
  quiet: boolean;
}

export interface PreparedOrder {
  caseId: string;
  item: IntakeItem;
}

/** An order played through the loop, not yet made into rows. */
export interface PlayedOrder {
  caseId: string;
  order: OrderFromElsewhere;
  type: CaseType;
  form: Record<string, unknown>;
  place: { lng: number | null; lat: number | null; address: string };
  played: ReturnType<typeof replayCase>;
}

/**
 * The case an order becomes, with deadlines by our rules from the instant it was reported. Pure; refuses what the type, the form or the
 * calendar refuses. A dry run does this and stops.
 */
export function playOrder(deps: CaseDeps, call: { actor: Actor; order: OrderFromElsewhere }): PlayedOrder {
  const { actor, order } = call;
  const catalogue = deps.catalogue.get();
  const found = openType(catalogue, order.typeCode);
  if (!found.definition.reporters.includes('import')) refuse('reporter-not-allowed');
  const type: CaseType = order.closed ? { ...found, definition: asClosedElsewhere(found.definition) } : found;
  const form = validateForm(type.definition, typedForm(type.definition, order.form));
  const point = order.point ? convertPoint(order.point, order.point.crs, 'wgs84') : null;
  const place = { lng: rounded(point?.lng), lat: rounded(point?.lat), address: order.address };
  const input = {
    requestId: '',
    source: { system: order.system, externalId: order.externalId, status: order.status, channel: '', dueAt: null },
    typeCode: order.typeCode,
    areaId: order.located.areaId,
    point,
    address: order.address,
    words: order.words,
    form,
    ...(order.unitId ? { unitId: order.unitId } : {}),
    reportedAt: order.reportedAt,
    closed: order.closed,
  };
  const played = replayCase(
    { input, actor, type, located: order.located, place, form, urgent: order.urgent },
    { directory: deps.directory.get(), holidays: catalogue.holidays },
  );
  return { caseId: importedId(order.located.siteId, order), order, type, form, place, played };
}

/** The rows of a played order. `hash` tells a repeated order from a changed one. */
export function prepareOrder(
  { caseId, order, type, form, place, played }: PlayedOrder,
  call: { actor: Actor; hash: Buffer; now: Date },
): PreparedOrder {
  const item = intakeItem(
    {
      id: caseId,
      type,
      actor: call.actor,
      reporterId: null,
      channel: order.channel,
      visibility: type.definition.visibility,
      urgent: order.urgent,
      words: order.words,
      form,
      located: order.located,
      place,
      actions: played.actions,
      folds: played.folds,
      ruleKey: played.ruleKey,
      tried: [],
      unitKind: played.unitKind,
      files: [],
      now: new Date(order.reportedAt),
      recordedAt: call.now,
    },
    {
      requestId: caseId,
      actorKey: `import/${order.located.siteId}`,
      operation: 'take-over-order',
      inputHash: call.hash,
    },
    {},
  );
  return { caseId, item: order.quiet ? { ...item, journal: item.journal.map(quietly) } : item };
}

/**
 * Writes prepared orders by the statement of reports, in the transaction of the caller. Answers the numbers of those written; one
 * whose case was there before has none and nothing of it is written.
 */
export async function writeOrders(db: Db, prepared: readonly PreparedOrder[]): Promise<ReadonlyMap<string, string>> {
  if (prepared.length === 0) return new Map();
  // The plan of an empty table would stay a sequential scan for the life of the connection (docs/decisions/0004).
  writeLater(db, sql`set local enable_seqscan = off`);
  const { rows: there } = await sql<{
    id: string;
  }>`select id from cases where id = any(${prepared.map((one) => one.caseId)}::uuid[])`.execute(db);
  const known = new Set(there.map((row) => row.id));
  const items = prepared.flatMap((one) => (known.has(one.caseId) ? [] : [one.item]));
  if (items.length === 0) return new Map();
  const { rows } = await db.executeQuery<{ id: string; number: string | null }>(
    CompiledQuery.raw(intakeSql, [JSON.stringify(items)]),
  );
  return new Map(rows.flatMap((row) => (row.number ? [[row.id, row.number] as const] : [])));
}

/** What another system has closed went through that system's checks, not through ours. */
function asClosedElsewhere(definition: CaseTypeDefinition): CaseTypeDefinition {
  return {
    ...definition,
    closing: [],
    answerAll: false,
    checklist: [],
    stages: [],
    checking: { mode: 'none', samplePercent: 0 },
    evidence: { report: 0, handle: 0 },
  };
}

/** A table holds text; numbers and yes/no are read as the type's form asks. */
function typedForm(definition: CaseTypeDefinition, values: Readonly<Record<string, string>>) {
  const typed: Record<string, string | number | boolean | string[]> = {};
  for (const [key, text] of Object.entries(values)) {
    const field = definition.form.find((one) => one.key === key);
    const kind = field?.kind;
    if (field === undefined) continue; // another type of the same table asks for it
    if (kind === 'number' || kind === 'money') typed[key] = Number(text);
    else if (kind === 'boolean') typed[key] = /^(是|true|1|y|yes)$/i.test(text);
    else if (kind === 'select') typed[key] = optionMeant(field, text);
    else if (kind === 'multi-select') typed[key] = optionsMeant(field, text);
    else typed[key] = kind === 'text' ? text.slice(0, 200) : text;
  }
  return typed;
}

/** Several choices side by side; one whose own words hold a comma is found whole. */
function optionsMeant(field: FormField, text: string): string[] {
  const whole = optionMeant(field, text);
  if (whole !== text || field.options?.some(({ value }) => value === text)) return [whole];
  return text.split(/[、,，;；›]/u).flatMap((part) => (part.trim() === '' ? [] : [optionMeant(field, part)]));
}

/** Tables write a choice as people read it; what is no choice stays as it came and is refused by name. */
function optionMeant({ options }: FormField, text: string): string {
  const plain = (word: string | undefined) => word?.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const said = plain(text);
  const meant = options?.find(({ value, label }) => [value, label.zh, label.en].some((word) => plain(word) === said));
  return meant?.value ?? text;
}

function quietly(event: Record<string, unknown>): Record<string, unknown> {
  const data = event.data as { of?: object }; // made by `intakeItem`
  return { ...event, data: { ...data, of: { ...data.of, quiet: true } } };
}

function rounded(degrees: number | undefined): number | null {
  return degrees === undefined ? null : Math.round(degrees * 1e7) / 1e7;
}
