import { mapFigures } from '@linli/contract';

export type MapFigureName = (typeof mapFigures)[number];

/** What the address of the wall says: another area than the widest the reader may see, and the figure on the map. */
export type ScreenSearch = {
  readonly area?: string;
  readonly figure?: MapFigureName;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address; what does not fit is left out. */
export function readScreenSearch(raw: Readonly<Record<string, unknown>>): ScreenSearch {
  const figure = mapFigures.find((name) => name === raw.figure);
  return {
    ...(typeof raw.area === 'string' && uuid.test(raw.area) ? { area: raw.area } : {}),
    ...(figure === undefined ? {} : { figure }),
  };
}
