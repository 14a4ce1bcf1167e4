/** An address in Shanghai's order. Every part is text as printed ('5甲', '302'), null where it is not named. */
export type ShanghaiAddress = {
  district: string | null;
  street: string | null;
  committee: string | null;
  /** Road, or the village that stands in for one: 瞿溪路, 梅园一村. */
  road: string;
  /** 弄 */
  lane: string | null;
  /** 支弄 */
  sublane: string | null;
  /** 号: inside a lane one stairwell or door. With its 甲, 乙, 丙: '5甲'. */
  number: string | null;
  /** 幢, 栋, 座, 号楼 */
  building: string | null;
  /** 单元 */
  unit: string | null;
  /** 楼, 层. Null when the room's number says the same; below ground '-1'. */
  floor: string | null;
  /** 室 */
  room: string | null;
  /** 甲, A, or a part of an old house: 前楼, 亭子间, 灶间 … */
  roomSuffix: string | null;
};

/**
 * The one text of an address from its road on, by which two are compared: 瞿溪路230弄5支弄3甲号2幢1单元502室. District, street and
 * committee are not part of it: they change while the house stands.
 */
export function formatAddress(address: ShanghaiAddress): string {
  const { roomSuffix } = address;
  const isShort = roomSuffix !== null && roomSuffix.length === 1;
  const room = address.room === null && !isShort ? '' : `${address.room ?? ''}${isShort ? roomSuffix : ''}室`;
  return [
    address.road,
    part(address.lane, '弄'),
    part(address.sublane, '支弄'),
    part(address.number, '号'),
    part(address.building, '幢'),
    part(address.unit, '单元'),
    floorText(address.floor),
    room,
    isShort ? '' : (roomSuffix ?? ''),
  ].join('');
}

function part(value: string | null, word: string): string {
  return value === null ? '' : value + word;
}

function floorText(floor: string | null): string {
  if (floor === null) return '';
  return floor.startsWith('-') ? `地下${floor.slice(1)}层` : `${floor}层`;
}
