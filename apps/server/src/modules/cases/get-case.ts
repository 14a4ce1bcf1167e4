import type { CaseDetail, ChildView } from '@linli/contract';
import { type Actor, currentStage, maskName, maskPhone, partiesOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Directory } from '../org/index.ts';
import { actingUnit } from './acting-unit.ts';
import { actorWords } from './actor-words.ts';
import { type Photo, photosForOthers, storyFor } from './case-story.ts';
import { caseSummary, pointOf, type ViewDeps } from './case-view.ts';
import { findChildren } from './find-children.ts';
import { heldSeqs, papersPutForward } from './held-papers.ts';
import { type CaseRow, getLoadedCase, type LoadedCase } from './load-case.ts';
import { offeredActions } from './offered-actions.ts';
import { maySeeCase, worksOnCase } from './policy.ts';
import { recordLook, watermarkFor } from './sealed-look.ts';
import { signingView } from './signing-view.ts';
import { currentView, partViews, publishedView, stageViews } from './stage-view.ts';

export interface DetailDeps extends ViewDeps {
  crypto: Crypto;
}

/** Whose report it is. Who joined later sees the matter, not the first reporter's own answers and number. */
function isFirstReporter(actor: Actor, row: CaseRow): boolean {
  return actor.accountId !== null && row.reporter_id === actor.accountId;
}

/** Kinds of units whose people are colleagues; firms, operators and owners ask and apply like everybody. */
const colleagueKinds: ReadonlySet<string> = new Set(['department', 'committee', 'station']);

function isColleague(actor: Actor, directory: Directory): boolean {
  return actor.scopes.some(
    ({ role, unitId }) =>
      role === 'committee-secretary' ||
      (unitId !== null && colleagueKinds.has(directory.units.get(unitId)?.kind ?? '')),
  );
}

/**
 * Works on it, or asks in the name of a unit, alone or with others: colleagues, who hold the meeting they asked for. What is sealed, only who may
 * see sealed matters knows from inside.
 */
function isInside(actor: Actor, { row, fold }: LoadedCase, directory: Directory): boolean {
  if (worksOnCase(actor, row)) return true;
  const { accountId } = actor;
  if (accountId === null || row.visibility === 'sealed' || !isColleague(actor, directory)) return false;
  return fold.ownReporterId === accountId || fold.namedIds.includes(accountId);
}

/** The whole case for a reader; not there, or not theirs to know: not-found. A reporter's look is remembered for "what changed". */
export async function findCaseDetail(db: Db, actor: Actor, caseId: string, deps: DetailDeps): Promise<CaseDetail> {
  const loaded = await getLoadedCase(db, caseId, 'read');
  const reporter = actor.accountId !== null && loaded.fold.reporterIds.includes(actor.accountId);
  if (!maySeeCase(actor, loaded.row, reporter)) refuse('not-found');
  const photos = await findPhotos(db, [caseId]);
  if (reporter)
    await db
      .updateTable('case_reporter')
      .set({ seen_at: deps.now })
      .where('case_id', '=', caseId)
      .where('account_id', '=', actor.accountId)
      .execute();
  const works = isInside(actor, loaded, deps.directory);
  const own = isFirstReporter(actor, loaded.row);
  const person = works || own ? await findReporter(db, loaded.row.reporter_id, deps.crypto, own) : null;
  if (loaded.row.visibility === 'sealed') await recordLook(db, actor, loaded.row, deps.now);
  const children = works ? await findChildren(db, [caseId], actor, deps) : new Map();
  const from = loaded.row.parent_id ? await findCaseFrom(db, loaded.row.parent_id) : null;
  const parent = loaded.row.merged_into
    ? await db.selectFrom('cases').select(['id', 'number']).where('id', '=', loaded.row.merged_into).executeTakeFirst()
    : undefined;
  return caseDetail(loaded, actor, deps, {
    photos: photos.get(caseId) ?? [],
    person,
    parent: parent ?? null,
    from,
    children: children.get(caseId) ?? [],
    signers: works ? await findSigners(db, loaded, deps) : new Map(),
  });
}

/** The case it is a duty or finding of, where the reader may see that one. */
async function findCaseFrom(db: Db, caseId: string): Promise<CaseDetail['parent']> {
  const row = await db
    .selectFrom('cases')
    .select(['id', 'number', 'title'])
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** Photos by case, in the order they came. */
export async function findPhotos(db: Db, caseIds: readonly string[]): Promise<Map<string, Photo[]>> {
  const { rows } = await sql<{
    case_id: string;
    hash: string;
    phase: Photo['phase'];
    seq: number;
  }>`select case_id, hash, phase, action_seq as seq
    from case_file where case_id = any(${caseIds}::uuid[]) order by case_id, action_seq, hash`.execute(db);
  const found = new Map<string, Photo[]>();
  for (const { case_id, ...photo } of rows) found.set(case_id, [...(found.get(case_id) ?? []), photo]);
  return found;
}

/** Who is asked to sign where the case stands now; nobody at a stage that is not for signing. */
async function findSigners(db: Db, { row, fold }: LoadedCase, deps: DetailDeps): Promise<Map<string, Reporter>> {
  const isForSigning = currentStage(fold, deps.catalogue.definitionOf(row.type_code, row.type_version))?.signing;
  return isForSigning ? findReporters(db, partiesOf(fold), deps.crypto) : new Map();
}

/** Masked; nobody's own name is kept from themselves. */
async function findReporter(db: Db, accountId: string | null, crypto: Crypto, own: boolean): Promise<Reporter | null> {
  if (!accountId) return null;
  const found = (await findReporters(db, [accountId], crypto)).get(accountId) ?? null;
  if (!own || found === null) return found;
  const account = await elevated(db, () =>
    db.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirst(),
  );
  return account ? { ...found, name: account.name } : found;
}

type Reporter = { name: string; phone: string | null };

/** Reporters by account, masked; for readers whose posts let them know who reported. */
export async function findReporters(
  db: Db,
  accountIds: readonly string[],
  crypto: Crypto,
): Promise<Map<string, Reporter>> {
  if (accountIds.length === 0) return new Map();
  return elevated(db, async () => {
    const rows = await db
      .selectFrom('account')
      .leftJoin('credential', 'credential.account_id', 'account.id')
      .select(['account.id', 'account.name', 'credential.phone_encrypted'])
      .where('account.id', 'in', accountIds)
      .execute();
    return new Map(
      rows.map(({ id, name, phone_encrypted: phone }) => [
        id,
        { name: maskName(name), phone: phone ? maskPhone(crypto.decrypt(phone, 'phone')) : null },
      ]),
    );
  });
}

export function caseDetail(
  loaded: LoadedCase,
  actor: Actor,
  deps: ViewDeps,
  more: {
    photos: readonly Photo[];
    person: Reporter | null;
    parent: { id: string; number: string } | null;
    from: CaseDetail['parent'];
    children: readonly ChildView[];
    /** The parties of a paper being signed. */
    signers?: ReadonlyMap<string, Reporter>;
  },
): CaseDetail {
  const { row, fold, actions } = loaded;
  const type = deps.catalogue.definitionOf(row.type_code, row.type_version);
  const reporter = actor.accountId !== null && fold.reporterIds.includes(actor.accountId);
  const works = isInside(actor, loaded, deps.directory);
  const unitId = actor.kind === 'staff' ? actorWords(actor, deps.directory, row.path).unitId : null;
  const can = offeredActions(fold, row, actor, actingUnit(actor, fold, unitId), deps.now, type);
  const papers = papersPutForward(loaded, type);
  const photos = works ? more.photos : photosForOthers(actions, actor, more.photos, heldSeqs(papers, actor));
  const signs = new Set(actions.flatMap(({ kind, seq }) => (kind === 'sign' ? [seq] : [])));
  const reader = { ...deps, actor, works, isFirstReporter: isFirstReporter(actor, row), can, type, photos, papers };
  const rule = type.dispatch.find((r) => r.key === row.rule_key);
  const summary = caseSummary(row, deps);
  return {
    ...summary,
    title: row.title,
    place: { ...summary.place, ...pointOf(row) },
    photo: row.photo,
    words: row.words,
    form: visibleForm(row, type.form, works || isFirstReporter(actor, row)),
    type,
    typeVersion: row.type_version,
    story: storyFor(actions, { actor, works, isReporter: reporter, type, photos, children: more.children }, deps),
    // A signature is no picture of what was found or done.
    photos: onceEach(photos.filter(({ seq }) => !signs.has(seq))),
    clocks: Object.entries(fold.clocks).map(([name, clock]) => ({
      name: name as CaseDetail['clocks'][number]['name'], // keys of the fold's clocks
      startedAt: clock.startedAt.toISOString(),
      dueAt: clock.dueAt.toISOString(),
      stoppedAt: clock.stoppedAt?.toISOString() ?? null,
      ranOutAt: clock.ranOutAt?.toISOString() ?? null,
    })),
    dispatch: rule && works ? { ruleKey: rule.key, ruleLabel: rule.label, tried: triedRules(row) } : null,
    ticked: [...fold.ticked],
    result: fold.result,
    mergedInto: more.parent,
    stages: stageViews(loaded, reader),
    current: currentView(loaded, reader),
    parts: partViews(loaded, reader),
    signing: signingView(loaded, { ...reader, names: more.signers ?? new Map() }, deps),
    children: works ? [...more.children] : [],
    parent: more.from,
    published: publishedView(loaded, type),
    watermark: watermarkFor(actor, row, deps.directory, deps.now),
    reporter: {
      name: more.person?.name ?? '',
      phone: more.person?.phone ?? null,
      anonymous: row.reporter_id === null,
      mine: reporter,
    },
    seq: row.seq,
    can,
  };
}

/** A picture sent with two steps is one picture of the case. */
function onceEach(photos: readonly Photo[]): CaseDetail['photos'] {
  const known = new Map(photos.map(({ hash, phase }) => [`${hash} ${phase}`, { hash, phase }]));
  return [...known.values()];
}

function triedRules(row: CaseRow): { ruleKey: string; matched: boolean }[] {
  return Array.isArray(row.rules_tried) ? (row.rules_tried as { ruleKey: string; matched: boolean }[]) : []; // written by chooseTarget
}

function visibleForm(
  row: CaseRow,
  fields: readonly { key: string; personal: boolean }[],
  inside: boolean,
): CaseDetail['form'] {
  const shown = Object.entries(row.form).filter(([key]) => inside || !fields.find((f) => f.key === key)?.personal);
  return Object.fromEntries(shown) as CaseDetail['form']; // validated against the type when it was reported
}
