import { type Actor, roleWords } from '@linli/domain';
import type { Directory } from '../org/index.ts';

/** Who did it, as the person concerned reads it: the post nearest to the place and its unit, never a private person's name. */
export function postWords(
  actor: Actor,
  directory: Directory,
  path: string,
): { words: string; unit: string | null; postId: string | null } {
  if (actor.kind === 'system') return { words: '系统', unit: null, postId: null };
  if (actor.kind !== 'staff') return { words: roleWords.resident.zh, unit: null, postId: null };
  const near = [...actor.scopes].sort((a, b) => common(b.path, path) - common(a.path, path))[0];
  const words = near?.postId ? directory.postName(near.postId) : '';
  const unit = near?.unitId ? (directory.units.get(near.unitId)?.name ?? null) : null;
  return { words: words || '工作人员', unit, postId: near?.postId ?? null };
}

function common(a: string, b: string): number {
  const [as, bs] = [a.split('.'), b.split('.')];
  const differs = as.findIndex((label, i) => label !== bs[i]);
  return differs < 0 ? as.length : differs;
}
