import type { OutputOf, ParsedInputOf, revealReporter } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { revealAccount } from '../access/index.ts';
import { actorWords } from './actor-words.ts';
import type { CaseDeps } from './deps.ts';
import { getLoadedCase } from './load-case.ts';
import { mayRevealReporter } from './policy.ts';

/** Name and phone of the first reporter, for whoever must reach them. The reason stands in the reporter's own list. */
export async function revealToHandler(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof revealReporter>; now: Date; requestId: string },
): Promise<OutputOf<typeof revealReporter>> {
  const { actor, input, now } = call;
  const { row } = await getLoadedCase(db, input.caseId, 'read');
  if (!mayRevealReporter(actor, row)) refuse('not-allowed');
  const accountId = row.reporter_id ?? refuse('not-found');
  const directory = deps.directory.get();
  const by = actorWords(actor, directory, row.path);
  const unit = by.unitId ? (directory.units.get(by.unitId)?.name ?? null) : null;
  return elevated(db, async () => {
    const shown = await revealAccount(db, deps.crypto, {
      actor,
      by: by.words,
      unit,
      accountId,
      reason: input.reason,
      noun: 'case',
      nounId: row.id,
      now,
    });
    await appendJournal(db, [
      {
        at: now,
        kind: 'reporter.revealed',
        noun: 'case',
        nounId: row.id,
        path: row.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { accountId },
      },
    ]);
    return shown;
  });
}
