import {
  type AccountView,
  type listAccounts,
  type OutputOf,
  type ParsedInputOf,
  resetPassword,
  setAccountActive,
} from '@linli/contract';
import { type Actor, administratorRoles, dayOf, mayInArea, type Role } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { once } from '../../platform/http/route.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { Directory } from '../org/index.ts';
import { hashPassword } from './password.ts';
import { endSessions } from './store.ts';

export interface AccountDeps {
  database: Database;
  crypto: Crypto;
  directory: VersionedCache<Directory>;
  /** Sessions ended, so that this process forgets them at once. */
  forget(tokenHash: Buffer): void;
}
interface Call<Input> {
  actor: Actor;
  input: Input;
  now: Date;
  requestId: string;
}

/** Staff who hold or held a post at the actor's places, by name. */
export async function findAccounts(
  { database, directory }: Pick<AccountDeps, 'database' | 'directory'>,
  actor: Actor,
  input: ParsedInputOf<typeof listAccounts>,
  now: Date,
): Promise<OutputOf<typeof listAccounts>> {
  const after = readPageKey(input.after, ['text', 'uuid']);
  const day = dayOf(now);
  const paths = actor.scopes.map((scope) => scope.path).filter((path) => mayInArea(actor, 'accounts:edit', path));
  const text = input.text || null;
  const { rows } = await database.asSystem((db) =>
    sql<Omit<AccountView, 'posts' | 'own'> & { total: number }>`with found as materialized (
        select account.id as "accountId", account.name, credential.login, account.active
        from account join credential on credential.account_id = account.id
        where account.kind = 'staff' and credential.login is not null and (account.active is false or not ${input.closedOnly})
          and (${text}::text is null or account.name ilike '%' || ${text} || '%' or credential.login ilike '%' || ${text} || '%')
          and exists (select from holding join post on post.id = holding.post_id
            where holding.account_id = account.id and post.path <@ ${paths}::ltree[]))
      select found.*, (select count(*)::int from found) as total from found
      where ${after?.[0] ?? null}::text is null or (name collate "C", "accountId") > (${after?.[0] ?? null} collate "C", ${after?.[1] ?? null}::uuid)
      order by name collate "C", "accountId" limit ${input.limit + 1}`.execute(db),
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    accounts: page.map(({ total: _, ...row }) => ({
      ...row,
      posts: directory
        .get()
        .reachOf(row.accountId, day)
        .scopes.map((scope) => (scope.postId ? directory.get().postName(scope.postId) : '')),
      own: row.accountId === actor.accountId,
    })),
    next: rows.length > input.limit && last ? pageKey([last.name, last.accountId]) : null,
    total: rows[0]?.total ?? 0,
  };
}

/** A new first password in place of the old one; whoever was signed in with the account no longer is. It is told once. */
export async function giveNewPassword(
  deps: AccountDeps,
  call: Call<ParsedInputOf<typeof resetPassword>>,
): Promise<OutputOf<typeof resetPassword>> {
  const { accountId } = call.input;
  const { roles } = await deps.database.asSystem((db) => requireReach(db, call));
  // Who sets it could sign in as them; that one person holds two of the three offices is what the law forbids.
  if (roles.some((role) => administratorRoles.includes(role))) refuse('administrator-password');
  const initialPassword = deps.crypto.token().slice(0, 12);
  const passwordHash = await hashPassword(initialPassword); // slow: before the transaction
  return changeAccount(deps, call, resetPassword, {
    kind: 'account.password-reset',
    change: async (db) => {
      await setPassword(db, accountId, passwordHash);
      return { accountId, initialPassword };
    },
    kept: (result) => ({ ...result, initialPassword: null }),
  });
}

/** For whoever runs the server: a new first password for any login, administrators too. Throws when nobody has it. */
export async function resetByOperator(
  { database, crypto }: Pick<AccountDeps, 'database' | 'crypto'>,
  login: string,
  now: Date,
): Promise<{ initialPassword: string }> {
  const initialPassword = crypto.token().slice(0, 12);
  const passwordHash = await hashPassword(initialPassword);
  await database.asSystem(async (db) => {
    const { rows } = await sql<{
      accountId: string;
      path: string;
    }>`select credential.account_id as "accountId", post.path::text as path
      from credential join holding using (account_id) join post on post.id = holding.post_id
      where credential.login = ${login.toLowerCase()} order by holding.valid_from desc limit 1`.execute(db);
    const [found] = rows;
    if (!found) throw new Error(`nobody signs in as ${login}`);
    const { accountId, path } = found;
    await setPassword(db, accountId, passwordHash);
    await endSessions(db, accountId);
    const entry = { at: now, kind: 'account.password-reset', noun: 'account', nounId: accountId, path };
    await appendJournal(db, [{ ...entry, actorId: null, requestId: null, data: { reason: 'operator' } }]);
  });
  return { initialPassword };
}

function setPassword(db: Db, accountId: string, passwordHash: string) {
  return db
    .updateTable('credential')
    .set({ password_hash: passwordHash })
    .where('account_id', '=', accountId)
    .execute();
}

/** A closed account cannot sign in; what it did stays, and so do its posts until somebody ends them. */
export async function closeOrOpenAccount(
  deps: AccountDeps,
  call: Call<ParsedInputOf<typeof setAccountActive>>,
): Promise<OutputOf<typeof setAccountActive>> {
  const { accountId, active } = call.input;
  return changeAccount(deps, call, setAccountActive, {
    kind: active ? 'account.opened' : 'account.closed',
    change: async (db) => {
      await db.updateTable('account').set({ active }).where('id', '=', accountId).execute();
      return { accountId, active };
    },
  });
}

/** The place and the roles of a staff account of somebody else, all of whose posts lie at the actor's places: of today, or else whatever was held. */
async function requireReach(
  db: Db,
  { actor, input, now }: Call<{ accountId: string }>,
): Promise<{ path: string; roles: Role[] }> {
  if (input.accountId === actor.accountId) refuse('own-account');
  const day = dayOf(now);
  const { rows } = await sql<{ path: string; role: Role; today: boolean }>`select post.path::text as path, post.role,
      holding.valid_from <= ${day}::date and (holding.valid_to is null or holding.valid_to > ${day}::date) as today
    from holding join post on post.id = holding.post_id join credential using (account_id)
    where account_id = ${input.accountId} and credential.login is not null order by post.path`.execute(db);
  const today = rows.filter((row) => row.today);
  const held = today.length > 0 ? today : rows;
  const [first] = held;
  if (!first || !held.every(({ path }) => mayInArea(actor, 'accounts:edit', path))) return refuse('not-found');
  return { path: first.path, roles: held.map(({ role }) => role) };
}

async function changeAccount<O extends typeof resetPassword | typeof setAccountActive>(
  deps: AccountDeps,
  call: Call<ParsedInputOf<O> & { accountId: string; reason: string }>,
  operation: O,
  {
    kind,
    change,
    kept,
  }: { kind: string; change(db: Db): Promise<OutputOf<O>>; kept?: (result: OutputOf<O>) => unknown },
): Promise<OutputOf<O>> {
  const { actor, input, now, requestId } = call;
  const ended: Buffer[] = [];
  const result = await deps.database.asSystem((db) =>
    once(
      db,
      operation,
      call,
      async () => {
        const { path } = await requireReach(db, call);
        const done = await change(db);
        ended.push(...(await endSessions(db, input.accountId)));
        const entry = {
          at: now,
          kind,
          noun: 'account',
          nounId: input.accountId,
          path,
          actorId: actor.accountId,
          requestId,
        };
        await appendJournal(db, [{ ...entry, data: { reason: input.reason } }]);
        return done;
      },
      kept,
    ),
  );
  for (const tokenHash of ended) deps.forget(tokenHash);
  return result;
}
