import type { Actor } from '@linli/domain';
import { anonymousActor } from '@linli/domain';
import type { FastifyRequest } from 'fastify';
import { type Clock, dayOf } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Directory } from '../org/index.ts';

export const sessionCookie = 'linli_session';
const cacheMs = 5000;

export interface SessionRecord {
  accountId: string;
  kind: 'resident' | 'staff';
  name: string;
  tokenHash: Buffer;
}

/** Turns a request's cookie into an actor. Sessions are kept in memory for five seconds: that long a sign-out elsewhere may take. */
export interface SessionReader {
  actorOf(request: FastifyRequest): Promise<Actor>;
  sessionOf(request: FastifyRequest): Promise<SessionRecord | null>;
  forget(tokenHash: Buffer): void;
}

export function createSessionReader(deps: {
  database: Database;
  clock: Clock;
  crypto: Crypto;
  directory: VersionedCache<Directory>;
  sitePaths: () => readonly string[];
}): SessionReader {
  const { database, clock, crypto, directory } = deps;
  // What is being read counts as known: requests that come together ask the database once, not once each.
  const known = new Map<string, { until: number; record: Promise<SessionRecord | null> }>();

  async function load(tokenHash: Buffer): Promise<SessionRecord | null> {
    const now = clock.now();
    const row = await database.asSystem((db) =>
      db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select(['account.id', 'account.kind', 'account.name'])
        .where('session.token_hash', '=', tokenHash)
        .where('session.expires_at', '>', now)
        .where('account.active', '=', true)
        .executeTakeFirst(),
    );
    return row ? { accountId: row.id, kind: row.kind, name: row.name, tokenHash } : null;
  }

  async function sessionOf(request: FastifyRequest): Promise<SessionRecord | null> {
    const token = request.cookies[sessionCookie];
    if (!token || token.length > 200) return null;
    const tokenHash = crypto.hashToken(token);
    const key = tokenHash.toString('base64');
    const now = clock.now().getTime();
    const cached = known.get(key);
    if (cached && cached.until > now) return cached.record;
    if (known.size > 20_000) known.clear();
    const entry = { until: now + cacheMs, record: load(tokenHash) };
    known.set(key, entry);
    entry.record.catch(() => known.get(key) === entry && known.delete(key));
    return entry.record;
  }

  return {
    sessionOf,
    async actorOf(request) {
      const session = await sessionOf(request);
      return session ? actorFor(session, directory.get(), dayOf(clock.now()), deps.sitePaths()) : anonymousActor;
    },
    forget: (tokenHash) => known.delete(tokenHash.toString('base64')),
  };
}

/** Staff reach by the posts they hold today; a resident reaches the site as a resident. */
export function actorFor(
  session: Pick<SessionRecord, 'accountId' | 'kind' | 'name'>,
  directory: Directory,
  day: string,
  sitePaths: readonly string[],
): Actor {
  if (session.kind === 'resident') {
    return {
      kind: 'resident',
      accountId: session.accountId,
      name: session.name,
      scopes: sitePaths.map((path) => ({ role: 'resident', path, unitId: null, postId: null })),
      pools: [],
    };
  }
  return {
    kind: 'staff',
    accountId: session.accountId,
    name: session.name,
    ...directory.reachOf(session.accountId, day),
  };
}
