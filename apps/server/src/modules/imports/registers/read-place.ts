import { isWithin } from '@linli/domain';
import type { Located } from '../../places/index.ts';
import type { IncomingPlace } from '../../registers/index.ts';
import type { RowProblemCode } from '../problem-words.ts';
import { type FoundHome, plainRoom } from './building-finder.ts';
import type { RegisterContext, Wrong } from './register-context.ts';

export interface PlaceReader {
  cell(target: string): string;
  mapped(target: string): string;
  wrong: Wrong;
  /** Said beside a row that is taken. */
  note(code: RowProblemCode, value?: string): void;
}

export interface ReadPlace {
  where: IncomingPlace;
  room: string | null;
  homeId: string | null;
}

/** The home's own number decides; then building and room; then the address; then a point, then an area by name. */
export function readPlace(context: RegisterContext, { cell, mapped, wrong, note }: PlaceReader): ReadPlace | null {
  const { finder, mapping } = context;
  const needsRoom = mapping.noun === 'home' || mapping.noun === 'household';
  const homeNo = cell('homeNo');
  const home = context.homesByNumber.get(homeNo);
  if (home) return placed(context.chainOf(home.areaId), { ...home, address: '' }, { room: null, homeId: home.id });
  const room = plainRoom(cell('room'));
  const named = mapped('building');
  const building =
    named === '' ? null : (finder.byName(named) ?? finder.byAddress(named, context.aliases)?.building ?? null);
  const address = mapped('address');
  const found = foundAt();
  if (found) {
    const its = found.room ?? room;
    if (needsRoom && its === null) return wrong('room', 'room-missing');
    const { id, areaId, address: text, lng, lat } = found.building;
    const isThing = mapping.noun === 'entity' || mapping.noun === 'asset';
    if (its === null && mapping.noun === 'person') note('room-kept');
    return placed(
      context.chainOf(areaId),
      { buildingId: id, address: text, lng, lat },
      { room: isThing ? null : its, homeId: null },
    );
  }
  const said = [homeNo, named, address].find((text) => text !== '') ?? '';
  if (needsRoom)
    return wrong(
      said === homeNo && homeNo !== '' ? 'homeNo' : 'address',
      said === '' ? 'address-missing' : 'address-unknown',
      said,
    );
  const nowhere = { buildingId: null, address: '', lng: null, lat: null };
  const [lng, lat] = [Number(cell('lng')), Number(cell('lat'))];
  const point = cell('lng') !== '' && Number.isFinite(lng) && Number.isFinite(lat) ? context.locate(lng, lat) : null;
  if (point) return placed(point, { ...nowhere, lng, lat }, { room: null, homeId: null });
  const areaText = mapped('area');
  const area = areaText === '' ? null : finder.areaByName(areaText);
  if (area && (said === '' || mapping.unknownPlace === 'keep')) {
    if (said !== '') note('address-kept', said);
    return placed(area, nowhere, { room: null, homeId: null });
  }
  if (areaText !== '' && !area && said === '') return wrong('area', 'area-not-known', areaText);
  if (mapping.unknownPlace === 'bad')
    return wrong(
      said === homeNo && homeNo !== '' ? 'homeNo' : 'address',
      said === '' ? 'address-missing' : 'address-unknown',
      said,
    );
  note('address-kept', said);
  return placed(context.area, nowhere, { room: null, homeId: null });

  function foundAt(): FoundHome | null {
    if (building) return { building, room };
    return address === '' ? null : finder.byAddress(address, context.aliases);
  }

  function placed(
    located: Located | null,
    at: Pick<IncomingPlace, 'buildingId' | 'address' | 'lng' | 'lat'>,
    inside: Pick<ReadPlace, 'room' | 'homeId'>,
  ): ReadPlace | null {
    if (!located || !isWithin(located.path, context.area.path)) return wrong('address', 'place-not-yours');
    const level = (n: number) => located.areas.find((area) => area.level === n)?.id ?? null;
    const { buildingId, address: text, lng: x, lat: y } = at;
    return {
      where: {
        path: located.path,
        area2Id: level(2),
        area3Id: level(3),
        area4Id: level(4),
        buildingId,
        address: text,
        lng: x,
        lat: y,
      },
      ...inside,
    };
  }
}
