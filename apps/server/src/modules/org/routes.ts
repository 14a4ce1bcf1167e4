import {
  endHolding,
  findHelpPhones,
  findPublicUnits,
  grantSealed,
  listMediators,
  listPosts,
  listRooms,
  listUnits,
  saveMediator,
  savePost,
  saveRoom,
  saveUnit,
} from '@linli/contract';
import { dayOf } from '../../platform/clock.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Router } from '../../platform/http/route.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { Directory } from './directory.ts';
import { closeHolding } from './end-holding.ts';
import { findPhones } from './find-help-phones.ts';
import { findNamedUnits } from './find-public-units.ts';
import { letIntoSealed } from './grant-sealed.ts';
import { findPosts } from './list-posts.ts';
import { findUnits } from './list-units.ts';
import { findKept } from './mediators/committee-for.ts';
import { findMediatorList, findRoomList } from './mediators/list-mediators.ts';
import { keepMediator } from './mediators/save-mediator.ts';
import { keepRoom } from './mediators/save-room.ts';
import { addPost } from './save-post.ts';
import { changeUnit } from './save-unit.ts';

export function orgRoutes(
  router: Router,
  deps: {
    directory: VersionedCache<Directory>;
    places: VersionedCache<PlaceIndexData>;
    /** Of the street's desk, as the operator set it. */
    deskPhone: string | null;
  },
): void {
  const { directory, places, deskPhone } = deps;
  router.routeOuter(findHelpPhones, async (_database, call) =>
    findPhones({ places: places.get(), directory: directory.get(), deskPhone }, call),
  );
  router.route(listUnits, async (db, { actor, input }) => ({ units: await findUnits(db, actor, input) }));
  router.route(listPosts, (db, { actor, input, now }) => findPosts(db, actor, input, dayOf(now)));
  router.route(saveUnit, (db, call) => changeUnit(db, directory, call));
  router.route(savePost, (db, call) => addPost(db, directory, call));
  router.routeOuter(findPublicUnits, async (_database, call) => findNamedUnits(directory.get(), call));
  router.route(grantSealed, (db, call) => letIntoSealed(db, directory, call));
  router.route(listMediators, async (db, { actor, input, now }) => ({
    mediators: await findMediatorList(db, directory.get(), { actor, input, day: dayOf(now) }),
    keeps: findKept(actor, directory.get()),
  }));
  router.route(saveMediator, (db, call) => keepMediator(db, directory, call));
  router.routeOuter(listRooms, async (_database, call) => ({
    rooms: findRoomList(directory.get(), call),
    keeps: findKept(call.actor, directory.get()),
  }));
  router.route(saveRoom, (db, call) => keepRoom(db, directory, call));
  router.route(endHolding, (db, call) => closeHolding(db, directory, call));
}
