import { type Actor, roleWords } from '@linli/domain';
import type { Directory } from '../org/index.ts';

/**
 * Who acted, as the story says it: the post, never a private person's name. Of several posts, the one nearest to the place.
 */
export function actorWords(actor: Actor, directory: Directory, path: string): { words: string; unitId: string | null } {
  if (actor.kind === 'system') return { words: '系统', unitId: null };
  if (actor.kind === 'anonymous') return { words: '匿名', unitId: null };
  if (actor.kind === 'resident') return { words: roleWords.resident.zh, unitId: null };
  const near = [...actor.scopes].sort(
    (a, b) => shared(b.path, path) - shared(a.path, path) || b.path.length - a.path.length,
  )[0];
  const words = near?.postId ? directory.postName(near.postId) : '';
  return { words: words || '工作人员', unitId: near?.unitId ?? null };
}

/** Length of the common beginning, so that a post over the place wins over one elsewhere. */
function shared(a: string, b: string): number {
  const [as, bs] = [a.split('.'), b.split('.')];
  const differs = as.findIndex((label, i) => label !== bs[i]);
  return differs < 0 ? as.length : differs;
}
