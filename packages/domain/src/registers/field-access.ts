import { type Actor, mayInArea } from '../access/roles.ts';
import type { RegisterField } from './register-field.ts';

/** `hidden` fields are not hinted at; `masked` ones are known to exist (`reveal-field` may show them); `full` ones are read. */
export type FieldAccess = 'hidden' | 'masked' | 'full';

/** What an actor sees of a field of a subject standing at `path`: the one table behind every page, list, form and export. */
export function fieldAccess(actor: Actor, field: Pick<RegisterField, 'kind' | 'level'>, path: string): FieldAccess {
  if (actor.kind === 'system') return 'full';
  if (!mayInArea(actor, 'registers:read', path)) return 'hidden';
  if (field.level === 4 && !mayInArea(actor, 'registers:care', path)) return 'hidden';
  if (field.kind === 'secret') return mayInArea(actor, 'registers:reveal', path) ? 'masked' : 'hidden';
  return 'full';
}

/** A person's name in full is for those who keep the register of the place; other readers see the surname. */
export function namesInFull(actor: Actor, path: string): boolean {
  return actor.kind === 'system' || mayInArea(actor, 'registers:edit', path);
}
