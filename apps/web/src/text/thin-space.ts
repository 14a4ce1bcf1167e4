/** A string or a tree of strings, as a catalogue file holds them. */
export type TextTree = string | { readonly [key: string]: TextTree };

const THIN_SPACE = '\u2009';

/**
 * Turns the plain space that authors write between Chinese and Latin letters, figures or placeholders
 * into a thin space, throughout a catalogue. Browsers with `text-autospace` do the same for data;
 * older phones' web views do not, so the catalogue carries its own.
 */
export function withThinSpaces(tree: TextTree): TextTree {
  if (typeof tree === 'string') return thinSpaced(tree);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, withThinSpaces(value)]));
}

function thinSpaced(words: string): string {
  return words
    .replace(/(\p{Script=Han}) (?=[A-Za-z0-9{])/gu, `$1${THIN_SPACE}`)
    .replace(/([A-Za-z0-9}%]) (?=\p{Script=Han})/gu, `$1${THIN_SPACE}`);
}
