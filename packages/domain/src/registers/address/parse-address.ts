import { normaliseAddressText } from './normalise-address-text.ts';
import { readAddressParts } from './read-address-parts.ts';
import { readAddressPrefix } from './read-address-prefix.ts';
import { formatAddress, type ShanghaiAddress } from './shanghai-address.ts';

export type AddressProblem = 'empty' | 'too-long' | 'no-road' | 'no-number' | 'unclear';

export type ParsedAddress =
  | {
      ok: true;
      address: ShanghaiAddress;
      /** From the road on; the same for every way of writing it. */
      canonical: string;
      /** What was written besides and says nothing about where: a compound's name, "next to the school". Empty when nothing was. */
      leftover: string;
    }
  | { ok: false; problem: AddressProblem };

export type AddressOptions = {
  /** Other names of places: 'the compound's name' → 'its road and lane', as the register of homes keeps them. */
  aliases?: ReadonlyMap<string, string>;
};

const LONGEST_CHARACTERS = 200;

/**
 * Reads an address of Shanghai from free text: full width, Chinese numerals, '#', 230-5-302, parts of old houses, villages instead of
 * roads. Never throws. 'unclear' when a part is named twice or what was read would not read back the same.
 * Bare numbers behind a road: three are lane, number, room; two are number and room when the second has three digits or more, else
 * lane and number.
 */
export function parseAddress(text: string, options: AddressOptions = {}): ParsedAddress {
  if (text.length > LONGEST_CHARACTERS) return { ok: false, problem: 'too-long' };
  const read = readOnce(text, options);
  if (!read.ok) return read;
  // Whatever the text held, the canonical form must mean what was stored: it is read back before it is believed.
  const again = readOnce(read.canonical, {});
  return again.ok && again.canonical === read.canonical ? read : { ok: false, problem: 'unclear' };
}

function readOnce(text: string, options: AddressOptions): ParsedAddress {
  const { main, aside } = normaliseAddressText(text);
  if (main === '') return { ok: false, problem: 'empty' };
  const prefix = readAddressPrefix(main);
  const local = replaceAlias(prefix.rest, options.aliases);
  const read = readAddressParts(local, aside);
  if (!read.ok) return read;
  const { district, street, committee } = prefix;
  const address = { district, street, committee, ...read.parts };
  return { ok: true, address, canonical: formatAddress(address), leftover: read.leftover };
}

function replaceAlias(text: string, aliases: ReadonlyMap<string, string> | undefined): string {
  if (aliases === undefined) return text;
  let longest = '';
  for (const name of aliases.keys()) if (name.length > longest.length && beginsWith(text, name)) longest = name;
  const meant = aliases.get(longest);
  return meant === undefined ? text : normaliseAddressText(meant).main + text.slice(longest.length);
}

/** 幸福新村1 is not the beginning of 幸福新村12. */
function beginsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !(/\d$/.test(name) && /^\d/.test(text.slice(name.length)));
}

/** A free text as other names of places are compared with it: half width, numbers as digits, without city, district and street. */
export function plainAddress(text: string): string {
  return readAddressPrefix(normaliseAddressText(text.slice(0, LONGEST_CHARACTERS)).main).rest;
}

/**
 * Whether two addresses are the same place: equal from the road on, and not of two districts. Roads that pass several districts keep
 * one numbering, so a district left out does not matter.
 */
export function sameAddress(one: ShanghaiAddress, other: ShanghaiAddress): boolean {
  const isOtherDistrict = one.district !== null && other.district !== null && one.district !== other.district;
  return !isOtherDistrict && formatAddress(one) === formatAddress(other);
}
