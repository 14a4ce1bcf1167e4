import { type Actor, mayInArea } from '@linli/domain';
import { refuse } from '../../../platform/errors.ts';
import { siteOf } from '../../org/index.ts';
import { actorWords } from '../actor-words.ts';
import type { CaseDeps } from '../deps.ts';
import type { Publisher } from './publisher.ts';

/** The site an editor of types works for; refused to everybody else. */
export function siteToEdit(actor: Actor, deps: CaseDeps): { id: string; path: string } {
  const path = siteOf(actor);
  if (!mayInArea(actor, 'types:edit', path)) refuse('not-allowed');
  const site = deps.places
    .get()
    .sites()
    .find((each) => each.path === path);
  return site ? { id: site.id, path } : refuse('not-found');
}

/** The editor as the history names them: by post, never by name. */
export function publisherOf(
  actor: Actor,
  deps: CaseDeps,
  path: string,
  how: Pick<Publisher, 'origin' | 'note'>,
): Publisher {
  return { ...how, id: actor.accountId, words: actorWords(actor, deps.directory.get(), path).words };
}
