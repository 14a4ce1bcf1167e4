import type { getSharedCase, OutputOf } from '@linli/contract';
import { type Actor, CaseTypeDefinition, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type CaseFacts, worksOnCase } from '../cases/index.ts';
import { isShareable } from './policy.ts';
import { findViewRows, sharedCaseView } from './shared-case-view.ts';

type Facts = CaseFacts & { is_open: boolean; channel: string; definition: unknown; has_free_partner: boolean };

/** The shared panel of a case, for those who work on it. */
export async function findSharesOfCase(
  db: Db,
  actor: Actor,
  caseId: string,
  now: Date,
): Promise<OutputOf<typeof getSharedCase>> {
  const { rows } = await sql<Facts>`select cases.visibility, cases.path::text, cases.reporter_id, cases.target_kind,
      cases.target_unit_id, cases.target_post_id, cases.target_unit_kind, cases.handler_id, cases.handler_ids, cases.part_unit_ids,
      cases.about_unit_ids, cases.is_open, cases.channel, case_type.definition,
      exists (select from partner where partner.site_id = cases.site_id and partner.active and not exists (
        select from shared_case where shared_case.case_id = cases.id and shared_case.partner_id = partner.id)) as has_free_partner
    from cases join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where cases.id = ${caseId}`.execute(db);
  const facts = rows[0];
  if (!facts || !worksOnCase(actor, facts)) return refuse('not-found');
  const shares = await findViewRows(db, sql<boolean>`shared_case.case_id = ${caseId}`, 50);
  const words = await db
    .selectFrom('shared_words')
    .innerJoin('shared_case', 'shared_case.id', 'shared_words.shared_case_id')
    .select(['shared_words.id', 'shared_words.shared_case_id', 'shared_words.origin', 'words', 'said_at'])
    .where('shared_case.case_id', '=', caseId)
    .orderBy('said_at')
    .orderBy('shared_words.id')
    .limit(500)
    .execute();
  const atDesk = mayInArea(actor, 'cases:desk', facts.path);
  return {
    shares: shares.map((row) => ({
      ...sharedCaseView(row, now),
      words: words
        .filter((each) => each.shared_case_id === row.id)
        .map((each) => ({ id: each.id, origin: each.origin, words: each.words, saidAt: each.said_at.toISOString() })),
    })),
    mayShare: atDesk && facts.has_free_partner && isShareable(facts, CaseTypeDefinition.parse(facts.definition)),
    mayTell: atDesk && shares.length > 0,
  };
}
