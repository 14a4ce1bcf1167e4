import type {
  discardCaseTypeDraft,
  getCaseTypeDraft,
  OutputOf,
  ParsedInputOf,
  saveCaseTypeDraft,
} from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { refuse } from '../../../platform/errors.ts';
import type { CaseDeps } from '../deps.ts';
import { publisherOf, siteToEdit } from './may-edit-types.ts';
import { readTypeText } from './read-pack-text.ts';
import { findInForce, lockTypes } from './store-type.ts';
import { typeYaml } from './type-versions.ts';

export type DraftRow = Selectable<Tables['case_type_draft']>;
type DraftView = OutputOf<typeof saveCaseTypeDraft>['draft'];

export async function findDraft(db: Db, code: string): Promise<DraftRow | undefined> {
  return db.selectFrom('case_type_draft').selectAll().where('code', '=', code).executeTakeFirst();
}

export async function findTypeDraft(
  db: Db,
  deps: CaseDeps,
  actor: Actor,
  { code }: ParsedInputOf<typeof getCaseTypeDraft>,
): Promise<OutputOf<typeof getCaseTypeDraft>> {
  siteToEdit(actor, deps);
  if (!(await findInForce(db, code))) refuse('not-found');
  const row = await findDraft(db, code);
  return { draft: row ? draftView(row, deps) : null };
}

/**
 * Keeps the draft, right or not. One draft for each type: of two who edit at once the second is told, by the draft's revision and by
 * the version in force.
 */
export async function keepTypeDraft(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof saveCaseTypeDraft>; now: Date },
): Promise<OutputOf<typeof saveCaseTypeDraft>> {
  const { actor, input, now } = call;
  const site = siteToEdit(actor, deps);
  await lockTypes(db);
  const inForce = (await findInForce(db, input.code)) ?? refuse('not-found');
  const before = await findDraft(db, input.code);
  if (inForce.version !== input.baseVersion || (before?.revision ?? null) !== input.revision)
    refuse('changed-meanwhile');
  const row: DraftRow = {
    code: input.code,
    base_version: input.baseVersion,
    revision: (before?.revision ?? 0) + 1,
    yaml: input.layout === 'tidy' ? tidied(input.yaml, input.code) : input.yaml,
    changed_at: now,
    by_id: actor.accountId,
    by_words: publisherOf(actor, deps, site.path, { origin: 'office', note: '' }).words,
  };
  const { code, ...rest } = row;
  await db
    .insertInto('case_type_draft')
    .values(row)
    .onConflict((c) => c.column('code').doUpdateSet(rest))
    .execute();
  return { draft: draftView(row, deps) };
}

export async function dropTypeDraft(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof discardCaseTypeDraft> },
): Promise<OutputOf<typeof discardCaseTypeDraft>> {
  const { actor, input } = call;
  siteToEdit(actor, deps);
  await lockTypes(db);
  const row = await findDraft(db, input.code);
  if (row?.revision !== input.revision) refuse('changed-meanwhile');
  await db.deleteFrom('case_type_draft').where('code', '=', input.code).execute();
  return { code: input.code };
}

function draftView(row: DraftRow, deps: CaseDeps): DraftView {
  const { definition, problems } = readTypeText(row.yaml, row.code, [...deps.catalogue.get().types.keys()]);
  return {
    revision: row.revision,
    baseVersion: row.base_version,
    changedAt: row.changed_at.toISOString(),
    byWords: row.by_words,
    yaml: row.yaml,
    definition,
    problems,
  };
}

/** Written in the product's own way where its shape is right; otherwise as it came. */
function tidied(yaml: string, code: string): string {
  const { definition } = readTypeText(yaml, code);
  return definition ? typeYaml(definition) : yaml;
}
