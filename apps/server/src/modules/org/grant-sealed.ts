import type { grantSealed, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, mayInArea, maySealedBeGranted } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { Directory } from './directory.ts';
import { directoryChanged } from './store.ts';

/** Lets a post into sealed matters of its place, or shuts it out again. Only posts that handle or dispatch; never one's own. */
export async function letIntoSealed(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: ParsedInputOf<typeof grantSealed>; now: Date; requestId: string },
): Promise<OutputOf<typeof grantSealed>> {
  const { actor, input, now } = call;
  const post = cache.get().posts.get(input.postId);
  if (!post || !mayInArea(actor, 'org:edit', post.path)) return refuse('not-found');
  if (input.sealed && !maySealedBeGranted(post.role)) refuse('sealed-not-for-role');
  if (actor.scopes.some((scope) => scope.postId === post.id)) refuse('second-person-needed');
  await db.updateTable('post').set({ sealed: input.sealed }).where('id', '=', post.id).execute();
  await appendJournal(db, [
    {
      at: now,
      kind: input.sealed ? 'post.sealed-granted' : 'post.sealed-withdrawn',
      noun: 'post',
      nounId: post.id,
      path: post.path,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { role: post.role },
    },
  ]);
  await directoryChanged(db, cache, now);
  return { postId: post.id, sealed: input.sealed };
}
