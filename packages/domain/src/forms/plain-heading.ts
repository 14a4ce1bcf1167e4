/** A heading as it is compared: half width, without spaces, marks and what stands in brackets. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|（[^）]*）|【[^】]*】/gu, '')
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
