import { assignPost, type OutputOf, type ParsedInputOf } from '@linli/contract';
import { type Actor, administratorRoles, dayOf, type Role } from '@linli/domain';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { once } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { type Directory, directoryChanged, insertHolding, mayEditPost } from '../org/index.ts';
import { hashPassword } from './password.ts';
import { insertAccount, insertCredential } from './store.ts';

type Input = ParsedInputOf<typeof assignPost>;
interface Deps {
  database: Database;
  crypto: Crypto;
  directory: VersionedCache<Directory>;
}

/** A person begins to hold a post. A new person gets an account with a first password, told once to whoever made it. */
export async function givePost(
  deps: Deps,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof assignPost>> {
  const { actor, input, now } = call;
  const directory = deps.directory.get();
  const post = directory.posts.get(input.postId);
  if (!post || !mayEditPost(actor, post, { directory, day: dayOf(now) })) refuse('not-found');
  if (input.until !== null && input.until <= input.from)
    refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'invalid', params: {} }] });
  const password = input.person.by === 'new' ? deps.crypto.token().slice(0, 12) : null;
  const passwordHash = password ? await hashPassword(password) : null; // slow: before the transaction
  const begin = async (db: Db) => {
    const accountId = await accountFor(db, deps.crypto, input, passwordHash, now);
    requireApart(deps.directory.get(), accountId, post.role, input.from);
    const holdingId = newId();
    try {
      await insertHolding(db, {
        id: holdingId,
        postId: post.id,
        accountId,
        from: input.from,
        until: input.until,
        deputy: input.deputy,
      });
    } catch (error) {
      if ((error as { code?: string }).code === '23P01') refuse('holding-overlaps'); // exclusion constraint holding_once
      throw error;
    }
    await appendJournal(db, [
      {
        at: now,
        kind: 'holding.began',
        noun: 'post',
        nounId: post.id,
        path: post.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { accountId, from: input.from },
      },
    ]);
    await directoryChanged(db, deps.directory, now);
    return { holdingId, accountId, initialPassword: password };
  };
  // The first password is told once: a repeat of the request does not tell it again.
  return deps.database.asSystem((db) =>
    once(
      db,
      assignPost,
      call,
      () => begin(db),
      (result) => ({ ...result, initialPassword: null }),
    ),
  );
}

/** The three administrators are three people (GB/T 22239-2019, 8.1.5; rules.md 6.4). */
function requireApart(directory: Directory, accountId: string, role: Role, day: string): void {
  if (!administratorRoles.includes(role)) return;
  const held = directory.reachOf(accountId, day).scopes.map((scope) => scope.role);
  if (held.some((other) => other !== role && administratorRoles.includes(other))) refuse('administrators-apart');
}

async function accountFor(
  db: Db,
  crypto: Crypto,
  input: Input,
  passwordHash: string | null,
  now: Date,
): Promise<string> {
  if (input.person.by === 'account') {
    const account = await db
      .selectFrom('account')
      .select('id')
      .where('id', '=', input.person.accountId)
      .where('kind', '=', 'staff')
      .executeTakeFirst();
    return account
      ? account.id
      : refuse('input-invalid', {}, { fields: [{ path: 'person.accountId', code: 'not-an-option', params: {} }] });
  }
  const taken = await db
    .selectFrom('credential')
    .select('account_id')
    .where('login', '=', input.person.login)
    .executeTakeFirst();
  if (taken) refuse('input-invalid', {}, { fields: [{ path: 'person.login', code: 'not-an-option', params: {} }] });
  const id = newId();
  await insertAccount(db, { id, kind: 'staff', name: input.person.name, demoKey: null, createdAt: now });
  await insertCredential(db, { accountId: id, login: input.person.login, passwordHash, phone: null }, crypto);
  return id;
}
