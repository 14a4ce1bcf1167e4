/** A card as it is copied and pasted between two administrators: one line for each part, in a fixed order. */
export type PartnerCard = {
  readonly name: string;
  readonly siteCode: string;
  readonly baseUrl: string;
  readonly publicKey: string;
};

export function writeCard(card: PartnerCard): string {
  return [card.name, card.siteCode, card.baseUrl, card.publicKey].join('\n');
}

/** Reads what `writeCard` wrote; null when it is something else. */
export function readCard(text: string): PartnerCard | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [name, siteCode, baseUrl, publicKey] = lines;
  if (lines.length !== 4 || !name || !siteCode || !baseUrl || !publicKey) return null;
  const fits = /^[A-Za-z0-9_-]{43}$/.test(publicKey) && /^https?:\/\//.test(baseUrl);
  return fits ? { name, siteCode, baseUrl, publicKey } : null;
}
