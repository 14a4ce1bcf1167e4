import type { SessionView } from '@linli/contract';
import { type Actor, carries, maskPhone, permissions, roleWords } from '@linli/domain';
import type { Directory } from '../org/index.ts';

export interface SiteInfo {
  id: string;
  name: string;
  path: string;
}

/** What pages need to know of the session: words for the header, permissions for what to draw. */
export function sessionView(
  actor: Actor,
  deps: {
    directory: Directory;
    sites: readonly SiteInfo[];
    demo: boolean;
    tileUrl: string | null;
    deskPhone: string | null;
    now: Date;
    phone: string | null;
  },
): SessionView {
  const { directory, sites } = deps;
  const posts = actor.scopes.flatMap((scope) => {
    const post = scope.postId ? directory.posts.get(scope.postId) : undefined;
    const site = sites.find((s) => s.path === scope.path);
    const area = post ? { id: post.areaId, name: post.areaName } : site;
    if (!area) return [];
    const unit = scope.unitId ? directory.units.get(scope.unitId) : undefined;
    return [
      {
        postId: scope.postId,
        role: scope.role,
        roleName: roleWords[scope.role].zh,
        areaId: area.id,
        areaName: area.name,
        areaLevel: scope.path.split('.').length,
        path: scope.path,
        unitId: scope.unitId,
        unitName: unit?.name ?? null,
      },
    ];
  });
  return {
    kind: actor.kind === 'system' ? 'anonymous' : actor.kind,
    accountId: actor.accountId,
    name: actor.name,
    phoneMasked: deps.phone ? maskPhone(deps.phone) : null,
    posts,
    permissions: permissions.filter((permission) => actor.scopes.some((scope) => carries(scope, permission))),
    demo: deps.demo,
    now: deps.now.toISOString(),
    siteName: (sites.find((s) => s.path === actor.scopes[0]?.path.split('.')[0]) ?? sites[0])?.name ?? '',
    tileUrl: deps.tileUrl,
    deskPhone: deps.deskPhone,
  };
}
