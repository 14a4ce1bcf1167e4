import type { OutputOf, ParsedInputOf, PlacedProblem, publishCaseType } from '@linli/contract';
import { type Actor, CaseTypeDefinition, sameCaseType } from '@linli/domain';
import { afterCommit, type Db } from '../../../platform/db/database.ts';
import { bumpVersion } from '../../../platform/db/versioned-cache.ts';
import { refuse } from '../../../platform/errors.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { catalogueVersion } from '../catalogue.ts';
import type { CaseDeps } from '../deps.ts';
import { publisherOf, siteToEdit } from './may-edit-types.ts';
import { placed, readTypeText } from './read-pack-text.ts';
import { addVersion, dropOffer, findInForce, lockTypes } from './store-type.ts';
import { findDraft } from './type-draft.ts';

type Answer = OutputOf<typeof publishCaseType>;
type Input = ParsedInputOf<typeof publishCaseType>;

/** A new version in force from now. Refused whole with every problem; running cases keep the version they began with. */
export async function publishType(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<Answer> {
  const { actor, input, now } = call;
  const site = siteToEdit(actor, deps);
  await lockTypes(db);
  const inForce = (await findInForce(db, input.code)) ?? refuse('not-found');
  if (inForce.version !== input.version) refuse('changed-meanwhile');
  const { definition, problems } =
    input.from === 'pack' ? await offered(db, input.code) : await drafted(db, deps, input);
  if (problems.length > 0 || !definition) return { published: false, version: inForce.version, problems };
  if (sameCaseType(definition, inForce.definition)) {
    const same = placed({ path: '', code: 'nothing-changed' }, { line: 1, column: 1 });
    return { published: false, version: inForce.version, problems: [same] };
  }
  const version = inForce.version + 1;
  const origin = input.from === 'pack' ? 'pack' : 'office';
  const publisher = publisherOf(actor, deps, site.path, { origin, note: input.note });
  await addVersion(db, { pack: inForce.pack, version, definition }, publisher, now);
  if (input.from === 'pack') await dropOffer(db, input.code);
  else await db.deleteFrom('case_type_draft').where('code', '=', input.code).execute();
  await appendJournal(db, [
    {
      at: now,
      kind: 'case-type.published',
      noun: 'pack',
      nounId: site.id,
      path: site.path,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { code: input.code, version, from: input.from, pack: inForce.pack },
    },
  ]);
  await bumpVersion(db, catalogueVersion, now);
  afterCommit(db, () => deps.catalogue.refresh());
  return { published: true, version, problems: [] };
}

type Candidate = { definition: CaseTypeDefinition | null; problems: PlacedProblem[] };

async function drafted(db: Db, deps: CaseDeps, input: Input): Promise<Candidate> {
  const draft = (await findDraft(db, input.code)) ?? refuse('changed-meanwhile');
  // A draft begun on an older version would silently undo what came between.
  if (draft.revision !== input.revision || draft.base_version !== input.version) refuse('changed-meanwhile');
  return readTypeText(draft.yaml, input.code, [...deps.catalogue.get().types.keys()]);
}

async function offered(db: Db, code: string): Promise<Candidate> {
  const row = await db.selectFrom('case_type_offer').select('definition').where('code', '=', code).executeTakeFirst();
  return { definition: CaseTypeDefinition.parse((row ?? refuse('changed-meanwhile')).definition), problems: [] };
}
