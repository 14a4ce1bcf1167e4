import { type OutputOf, type ParsedInputOf, reportCase } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Database, Db } from '../../platform/db/database.ts';
import { actorKey, inputHash } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { requireOpenCall } from './calls.ts';
import type { CaseDeps } from './deps.ts';
import { holderName } from './holder-name.ts';
import { type Intake, submitReport } from './intake.ts';
import { intakeItem } from './intake-item.ts';
import { beginCase } from './new-case.ts';
import { channelFor, placeReport, reportableType, reporterKindFor, requireFiles } from './report-input.ts';
import { validateForm } from './validate-form.ts';

type Input = ParsedInputOf<typeof reportCase>;

/**
 * Takes a report: who may, where it is, what the form asks, then the loop's first actions, all in memory; one shared statement writes.
 * The same `requestId` again answers the same number.
 */
export async function takeReport(
  database: Database,
  deps: CaseDeps,
  intake: Intake,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof reportCase>> {
  const { actor, input, now } = call;
  const catalogue = deps.catalogue.get();
  const directory = deps.directory.get();
  const type = reportableType(catalogue, input.typeCode);
  const kind = reporterKindFor(actor, type, input.anonymous);
  const { located, place } = placeReport(deps.places.get(), input.place, input.areaId, type);
  const form = validateForm(type.definition, input.form, directory);
  if (input.callId !== undefined)
    await database.asSystem((db) =>
      requireOpenCall(db, { callId: input.callId ?? '', type: type.definition, siteId: located.siteId, now }),
    );
  if (input.photos.length > 0) await database.asSystem((db) => readyPhotos(db, input.photos, actor, kind, now));
  const reporterId = kind === 'anonymous' ? null : actor.accountId;
  const channel = channelFor(kind);
  // An anonymous report carries no trace of the account that made it.
  const voice: Actor =
    kind === 'anonymous' ? { ...actor, kind: 'anonymous', accountId: null, scopes: [], pools: [] } : actor;
  const photos = [...new Set(input.photos)];
  const begun = beginCase(
    {
      type,
      actor: voice,
      reporterId,
      reporterKind: kind,
      channel,
      located,
      place,
      form,
      urgent: input.urgent,
      photos: photos.length,
      now,
      seenAt: seenBefore(input.seenAt, now),
    },
    { directory, holidays: catalogue.holidays },
  );
  const id = newId();
  const rule = type.definition.dispatch.find((r) => r.key === begun.ruleKey);
  const unitKind = begun.target?.unitKind ?? null;
  const response = {
    state: begun.fold.state,
    holder: begun.target
      ? holderName(directory, {
          kind: begun.target.kind,
          unitId: begun.target.unitId,
          postId: begun.target.postId,
          unitKind,
        })
      : null,
    ruleLabel: rule?.label.zh ?? null,
    promisedAt: (begun.fold.clocks.total ?? begun.fold.clocks.handle)?.dueAt.toISOString() ?? null,
    areaName: located.areas.at(-1)?.name ?? '',
  };
  const item = intakeItem(
    {
      id,
      type,
      actor: voice,
      reporterId,
      channel,
      visibility: type.definition.visibility === 'public' ? (input.visibility ?? 'public') : type.definition.visibility,
      callId: input.callId,
      urgent: input.urgent,
      words: input.words,
      form,
      located,
      place,
      actions: begun.actions,
      folds: begun.folds,
      ruleKey: begun.ruleKey,
      tried: begun.tried,
      unitKind,
      files: photos.map((hash) => ({ hash, phase: 'report' as const, seq: 1 })),
      now,
    },
    {
      requestId: call.requestId,
      actorKey: actorKey(voice),
      operation: reportCase.name,
      inputHash: inputHash(reportCase, input),
    },
    response,
  );
  // Not awaited: what the report was made of is let go while it waits. The contract's guard parses the answer on the way out.
  return submitReport(intake, item) as Promise<OutputOf<typeof reportCase>>;
}

/** The photos must be there; those of an anonymous report forget who uploaded them. */
async function readyPhotos(db: Db, hashes: readonly string[], actor: Actor, kind: string, now: Date): Promise<void> {
  await requireFiles(db, hashes, 'photos', now);
  if (kind !== 'anonymous' || !actor.accountId) return;
  await db
    .updateTable('file')
    .set({ created_by: null })
    .where('hash', 'in', hashes)
    .where('created_by', '=', actor.accountId)
    .execute();
}

/** Seen earlier, offline: at most seven days back and never in the future; otherwise it counts as now. */
function seenBefore(seenAt: string | undefined, now: Date): string | null {
  if (!seenAt) return null;
  const at = Date.parse(seenAt);
  return at <= now.getTime() && at > now.getTime() - 7 * 86_400_000 ? new Date(at).toISOString() : null;
}
