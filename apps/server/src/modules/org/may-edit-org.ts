import { type Actor, isWithin, mayInArea, type Role } from '@linli/domain';
import type { Directory } from './directory.ts';

/**
 * May this actor give the post, or add it? Whoever edits the organisation at its place. And once per site: while nobody administers a
 * site, whoever administers another whole site may appoint its first system administrator, themselves included; without this a site
 * that was imported would belong to nobody for ever. Everything else on the new site then needs that administrator.
 */
export function mayEditPost(
  actor: Actor,
  post: { role: Role; path: string },
  deps: { directory: Directory; day: string },
): boolean {
  if (mayInArea(actor, 'org:edit', post.path)) return true;
  const isFirst = post.role === 'system-admin' && !post.path.includes('.') && !isAdministered(post.path, deps);
  return isFirst && actor.scopes.some((s) => !s.path.includes('.') && mayInArea(actor, 'org:edit', s.path));
}

function isAdministered(sitePath: string, { directory, day }: { directory: Directory; day: string }): boolean {
  for (const post of directory.posts.values()) {
    if (post.role !== 'system-admin' || !isWithin(post.path, sitePath)) continue;
    if (directory.holders(post.id, day).length > 0) return true;
  }
  return false;
}
