import type { OutputOf, ParsedInputOf, shareCase } from '@linli/contract';
import { type Actor, CaseTypeDefinition, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { partnerKinds } from './partner-kinds.ts';
import { holdsContact, isShareable, shareableFields } from './policy.ts';

type Input = ParsedInputOf<typeof shareCase>;
/** The answer of the form that says where along the border it is. */
export const sectionKey = 'borderSection';

interface Found {
  id: string;
  number: string;
  path: string;
  site_id: string;
  site_code: string;
  state: string;
  type_code: string;
  visibility: string;
  is_open: boolean;
  channel: string;
  form: Record<string, unknown>;
  definition: unknown;
}

/** Shares a case: from now on each side has its own, under one number, and is told how the other's goes. */
export async function shareWithPartner(
  db: Db,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof shareCase>> {
  const { actor, input, now } = call;
  const found = await findForSharing(db, input.caseId);
  if (!found || !mayInArea(actor, 'cases:desk', found.path)) return refuse('not-found');
  const type = CaseTypeDefinition.parse(found.definition);
  if (!isShareable(found, type)) refuse('case-not-shareable');
  if ([input.summary, input.ourPart, input.theirPart].some(holdsContact)) refuse('words-hold-contact');
  const partner = await db
    .selectFrom('partner')
    .select(['id', 'active'])
    .where('id', '=', input.partnerId)
    .where('site_id', '=', found.site_id)
    .executeTakeFirst();
  if (!partner?.active) return refuse('partner-off');
  const fields = chosenFields(input, type);
  const section = found.form[sectionKey];
  const number = await sharedNumberOf(db, found);
  const id = newId();
  await elevated(db, async () => {
    const { rows } = await sql<{
      id: string;
    }>`insert into shared_case (id, partner_id, case_id, site_id, number, origin, type_code,
        section, summary, our_part, their_part, fields, shared_at)
      values (${id}, ${partner.id}, ${found.id}, ${found.site_id}, ${number}, 'ours', ${found.type_code},
        ${typeof section === 'string' ? section : null}, ${input.summary}, ${input.ourPart}, ${input.theirPart}, ${fields}, ${now})
      on conflict do nothing returning id`.execute(db);
    if (rows.length === 0) refuse('already-shared');
    await appendJournal(db, [
      {
        at: now,
        kind: partnerKinds.shared,
        noun: 'shared-case',
        nounId: id,
        path: found.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { partnerId: partner.id, caseId: found.id, state: found.state },
      },
    ]);
  });
  return { sharedCaseId: id, number };
}

/** Locked: its state is told as it stands, and whatever is done to it now comes after. */
async function findForSharing(db: Db, caseId: string): Promise<Found | undefined> {
  const { rows } =
    await sql<Found>`select cases.id, cases.number, cases.path::text, cases.site_id, site.code as site_code,
      cases.state, cases.type_code, cases.visibility, cases.is_open, cases.channel, cases.form, case_type.definition
    from cases join area as site on site.id = cases.site_id
    join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where cases.id = ${caseId} for update of cases`.execute(db);
  return rows[0];
}

function chosenFields(input: Input, type: CaseTypeDefinition): string[] {
  const offered = shareableFields(type);
  const known = new Set(['address', 'point', ...offered.map((field) => `form.${field.key}`)]);
  const strange = input.fields.findIndex((field) => !known.has(field));
  if (strange >= 0)
    refuse('input-invalid', {}, { fields: [{ path: `fields.${strange}`, code: 'not-an-option', params: {} }] });
  const required = offered.filter((field) => field.required || field.key === sectionKey);
  return [...new Set([...required.map((field) => `form.${field.key}`), ...input.fields])];
}

/** One case has one number: what came from elsewhere, or is shared already, keeps the number it has. */
async function sharedNumberOf(db: Db, found: Found): Promise<string> {
  const known = await db
    .selectFrom('shared_case')
    .select('number')
    .where('case_id', '=', found.id)
    .orderBy('shared_at')
    .executeTakeFirst();
  return known?.number ?? `${found.site_code}-${found.number}`;
}
