/** A number as typed, made comparable: half width, capitals, without spaces, dots and dashes of any kind. */
export function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\u200e\u200f\ufeff.·・\p{Pd}_'’]/gu, '')
    .toUpperCase();
}
