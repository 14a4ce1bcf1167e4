import {
  assignPost,
  changePassword,
  getSession,
  listAccounts,
  listDemoSignIns,
  listRevealsAboutMe,
  requestOwnCode,
  requestPhoneCode,
  resetPassword,
  setAccountActive,
  signInByPassword,
  signInByPhone,
  signInToDemo,
  signOut,
} from '@linli/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import type { Router } from '../../platform/http/route.ts';
import type { Directory } from '../org/index.ts';
import { closeOrOpenAccount, findAccounts, giveNewPassword } from './accounts.ts';
import { givePost } from './assign-post.ts';
import { replacePassword } from './change-password.ts';
import { findDemoSignIns } from './demo-sign-ins.ts';
import { sendOwnCode } from './own-code.ts';
import { findReveals, type OtherReveal } from './reveal.ts';
import { actorFor, type SessionReader, sessionCookie } from './session-reader.ts';
import { type SiteInfo, sessionView } from './session-view.ts';
import { type OpenedSession, type SignInDeps, sendPhoneCode, signInWithCode, signInWithPassword } from './sign-in.ts';
import { endSession, openSession } from './store.ts';

export interface AccessDeps extends SignInDeps {
  sessions: SessionReader;
  directory: VersionedCache<Directory>;
  sites(): readonly SiteInfo[];
  tileUrl: string | null;
  deskPhone: string | null;
  /** Looks that other modules keep, at whoever this account is. */
  otherReveals(db: Db, accountId: string): Promise<readonly OtherReveal[]>;
}

export function accessRoutes(router: Router, deps: AccessDeps): void {
  const { database, crypto, clock, sessions, directory, demo } = deps;
  const view = (actor: Parameters<typeof sessionView>[0], phone: string | null) =>
    sessionView(actor, {
      directory: directory.get(),
      sites: deps.sites(),
      demo,
      tileUrl: deps.tileUrl,
      deskPhone: deps.deskPhone,
      now: clock.now(),
      phone,
    });

  async function ownPhone(accountId: string | null): Promise<string | null> {
    if (!accountId) return null;
    const row = await database.asSystem((db) =>
      db.selectFrom('credential').select('phone_encrypted').where('account_id', '=', accountId).executeTakeFirst(),
    );
    return row?.phone_encrypted ? crypto.decrypt(row.phone_encrypted, 'phone') : null;
  }

  async function begin(opened: OpenedSession, request: FastifyRequest, reply: FastifyReply) {
    reply.setCookie(sessionCookie, opened.token, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: request.protocol === 'https',
      expires: opened.expiresAt,
    });
    return view(
      actorFor(
        opened,
        directory.get(),
        dayOf(clock.now()),
        deps.sites().map((s) => s.path),
      ),
      await ownPhone(opened.accountId),
    );
  }

  router.routeOuter(getSession, async (_database, { actor }) => view(actor, await ownPhone(actor.accountId)));
  router.routeOuter(requestPhoneCode, (_database, { input, address }) => sendPhoneCode(deps, input, address));
  router.routeOuter(requestOwnCode, (_database, { actor, address }) => sendOwnCode(deps, actor.accountId, address));
  router.routeOuter(signInByPhone, async (_database, { input, address, request, reply }) =>
    begin(await signInWithCode(deps, input, address), request, reply),
  );
  router.routeOuter(signInByPassword, async (_database, { input, address, request, reply }) =>
    begin(await signInWithPassword(deps, input, address), request, reply),
  );
  router.routeOuter(signOut, async (_database, { request, reply }) => {
    const session = await sessions.sessionOf(request);
    if (session) {
      await database.asSystem((db) => endSession(db, session.tokenHash));
      sessions.forget(session.tokenHash);
    }
    reply.clearCookie(sessionCookie, { path: '/' });
    return { signedOut: true as const };
  });
  router.routeOuter(changePassword, async (_database, { input, request, now }) => {
    const session = await sessions.sessionOf(request);
    return session ? replacePassword({ database, crypto }, session, input, now) : refuse('sign-in-needed');
  });
  router.routeOuter(listDemoSignIns, async (_database, { now }) => ({
    demo,
    signIns: demo ? await findDemoSignIns(database, directory.get(), now) : [],
  }));
  router.routeOuter(signInToDemo, async (_database, { input, now, request, reply }) => {
    if (!demo) refuse('not-found');
    const account = await database.asSystem((db) =>
      db.selectFrom('account').select(['id', 'kind', 'name']).where('demo_key', '=', input.key).executeTakeFirst(),
    );
    if (!account) refuse('not-found');
    const opened = await database.asSystem((db) => openSession(db, crypto, account, now));
    return begin({ accountId: account.id, kind: account.kind, name: account.name, ...opened }, request, reply);
  });
  router.routeOuter(listRevealsAboutMe, (_database, { actor }) => findReveals(database, actor, deps.otherReveals));
  router.routeOuter(assignPost, (_database, call) => givePost({ database, crypto, directory }, call));
  const accounts = { database, crypto, directory, forget: sessions.forget };
  router.routeOuter(listAccounts, (_database, { actor, input, now }) => findAccounts(accounts, actor, input, now));
  router.routeOuter(resetPassword, (_database, call) => giveNewPassword(accounts, call));
  router.routeOuter(setAccountActive, (_database, call) => closeOrOpenAccount(accounts, call));
}
