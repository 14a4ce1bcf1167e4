import { type Actor, type DocumentPart, type DocumentTemplate, dayOf, fillMarks, stageOf } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Files } from '../../platform/files/index.ts';
import { fieldProblems } from '../../platform/http/field-problems.ts';
import { createRateLimit } from '../../platform/http/rate-limit.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { type PdfBlock, writePdf } from '../../platform/pdf.ts';
import { marksFor } from './case-marks.ts';
import type { CaseDeps } from './deps.ts';
import { findPhotos } from './get-case.ts';
import { heldSeqs, mayReadPaper, papersPutForward } from './held-papers.ts';
import { type CaseRow, getLoadedCase, type LoadedCase } from './load-case.ts';
import { paperPicture } from './paper-picture.ts';
import { maySeeCase, worksOnCase } from './policy.ts';
import { readerMark, recordLook } from './sealed-look.ts';
import { pictureSeqs, thisRound, walkStages } from './stage-walk.ts';

const Query = z.strictObject({ caseId: z.uuid(), key: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/**
 * A paper of a case as PDF: agreement, opinion, notice (`documents` of its type). For who works on the case, and for who reported it once
 * the stage that owes the paper has been taken. That it was made stands in the journal.
 */
export function documentRoute(
  http: FastifyInstance,
  deps: {
    database: Database;
    clock: Clock;
    files: Files;
    cases: CaseDeps;
    actorOf(request: FastifyRequest): Promise<Actor>;
  },
): void {
  const papers = createRateLimit(deps.clock, { most: 20, windowSeconds: 60 });

  http.get('/api/case-document', async (request, reply) => {
    const actor = await deps.actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const asked = Query.safeParse(request.query);
    if (!asked.success) return refuse('input-invalid', {}, { fields: fieldProblems(asked.error) });
    papers.hit(actor.accountId ?? request.ip);
    const { caseId, key } = asked.data;
    const now = deps.clock.now();
    const { loaded, photos } = await deps.database.as(actor, async (db) => {
      const found = await getLoadedCase(db, caseId, 'read');
      const reporter = actor.accountId !== null && found.fold.reporterIds.includes(actor.accountId);
      if (!maySeeCase(actor, found.row, reporter)) refuse('not-found');
      const definition = deps.cases.catalogue.get().definitionOf(found.row.type_code, found.row.type_version);
      if (!definition.documents.some((document) => document.key === key)) refuse('not-found');
      const owed = definition.stages.filter((stage) => stage.document === key).map((stage) => stage.key);
      const made = thisRound(found.actions).some(
        (row) => row.kind === 'advance' && owed.includes(String(row.data.stage)),
      );
      // A paper holds personal answers: of the reporters only the one whose report it is gets it.
      const own = actor.accountId !== null && found.row.reporter_id === actor.accountId;
      // Who is asked to sign it, or did, reads it too.
      const papers = papersPutForward(found, definition);
      const ofThisRound = papers.filter(({ from }) => from === found);
      const signs = mayReadPaper(ofThisRound, found, actor, { stages: definition.stages, document: key });
      const isNow = worksOnCase(actor, found.row) || (made && (own || signs));
      // Reopened, a case takes from no party the paper it signed before.
      const kept = papers.findLast(
        ({ stage, parties, done }) =>
          done && stage.signing?.document === key && actor.accountId !== null && parties.includes(actor.accountId),
      );
      const shown = isNow ? found : (kept?.from ?? refuse('not-found'));
      if (found.row.visibility === 'sealed') await recordLook(db, actor, found.row, now);
      await appendJournal(db, [
        {
          at: now,
          kind: 'case.document-made',
          noun: 'case',
          nounId: caseId,
          path: found.row.path,
          actorId: actor.accountId,
          requestId: null,
          data: { key },
        },
      ]);
      const all = (await findPhotos(db, [caseId])).get(caseId) ?? [];
      return { loaded: shown, photos: worksOnCase(actor, found.row) ? all : photosForParty(all) };

      /** As on the page: of a text put before the parties the own signature, the others' once all hold it. */
      function photosForParty(photos: typeof all): typeof all {
        const held = heldSeqs(papers, actor);
        const inside = new Set(papers.flatMap(({ stage, walk }) => pictureSeqs(walk, stage)));
        const own = new Set(found.actions.filter((row) => row.actor_id === actor.accountId).map((row) => row.seq));
        return photos.filter(({ seq }) => !inside.has(seq) || held.has(seq) || own.has(seq));
      }
    });
    const bytes = await makeDocument(loaded, photos, { key, actor, now }, deps);
    return reply
      .header('content-type', 'application/pdf')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `inline; filename="${loaded.row.number}-${key}.pdf"`)
      .send(bytes);
  });
}

async function makeDocument(
  loaded: LoadedCase,
  photos: readonly { hash: string; seq: number }[],
  asked: { key: string; actor: Actor; now: Date },
  deps: { files: Files; cases: CaseDeps },
): Promise<Buffer> {
  const { key, actor, now } = asked;
  const { row, actions } = loaded;
  const type = deps.cases.catalogue.get().definitionOf(row.type_code, row.type_version);
  const template = type.documents.find((document) => document.key === key) ?? refuse('not-found');
  const directory = deps.cases.directory.get();
  const marks = marksFor(loaded, type, { directory, places: deps.cases.places.get() }, now);
  const walks = walkStages(actions, loaded.fold, type);
  const blocks: PdfBlock[] = [];
  for (const part of template.body) blocks.push(...(await blocksOf(part, marks, () => picturesOf(part))));
  return writePdf({
    title: template.title,
    reference: template.reference ? fillMarks(template.reference, marks) : null,
    ...paperMarks(template, row, readerMark(actor, row, directory, now), now),
    blocks,
  });

  async function picturesOf(part: DocumentPart): Promise<Buffer[]> {
    if (!('picturesOf' in part)) return [];
    const stage = stageOf(part.picturesOf, type);
    const seqs = stage ? pictureSeqs(walks.get(stage.key), stage) : [];
    const hashes = photos.filter((photo) => seqs.includes(photo.seq)).map((photo) => photo.hash);
    return Promise.all(hashes.map((hash) => paperPicture(deps.files, hash)));
  }
}

/** Over and under every page: the template's own words, and on a paper of a sealed case whose copy it is. */
export function paperMarks(
  template: Pick<DocumentTemplate, 'watermark'>,
  row: Pick<CaseRow, 'number'>,
  reader: string | null,
  now: Date,
): { watermark: string | null; foot: string } {
  const over = [template.watermark, reader].filter((words) => typeof words === 'string' && words !== '');
  return {
    watermark: over.length > 0 ? over.join(' ') : null,
    foot: [row.number, reader ?? dayOf(now)].join(' '),
  };
}

/** One part of a template as it stands on the page. */
export async function blocksOf(
  part: DocumentPart,
  marks: ReadonlyMap<string, string>,
  pictures: () => Promise<Buffer[]>,
): Promise<PdfBlock[]> {
  if ('text' in part) return [{ kind: 'text', text: fillMarks(part.text, marks) }];
  if ('heading' in part) return [{ kind: 'heading', text: part.heading }];
  if ('signatures' in part) return [{ kind: 'signatures', names: part.signatures }];
  if ('picturesOf' in part) return (await pictures()).map((jpeg) => ({ kind: 'picture', jpeg }));
  const value = fillMarks(part.value, marks).trim();
  return value || part.keep ? [{ kind: 'line', label: part.label, value }] : [];
}
