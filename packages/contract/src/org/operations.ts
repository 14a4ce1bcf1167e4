import { endHolding } from './end-holding.ts';
import { findHelpPhones } from './find-help-phones.ts';
import { findPublicUnits } from './find-public-units.ts';
import { grantSealed } from './grant-sealed.ts';
import { listMediators } from './list-mediators.ts';
import { listPosts } from './list-posts.ts';
import { listRooms } from './list-rooms.ts';
import { listUnits } from './list-units.ts';
import { saveMediator } from './save-mediator.ts';
import { savePost } from './save-post.ts';
import { saveRoom } from './save-room.ts';
import { saveUnit } from './save-unit.ts';

export const orgOperations = {
  endHolding,
  listPosts,
  findHelpPhones,
  findPublicUnits,
  grantSealed,
  listMediators,
  listRooms,
  listUnits,
  savePost,
  saveUnit,
  saveMediator,
  saveRoom,
} as const;
