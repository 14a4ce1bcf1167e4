const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A sound unified credit code (GB 32100) of a division that has none. */
export function creditCodeOf(n: number): string {
  const digits = String(n).padStart(8, '0');
  const inner =
    (11 - (organisationWeights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)) % 11;
  const body = `91310100${digits}${inner === 10 ? 'X' : inner}`;
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditSigns.indexOf(body[at] ?? ''), 0);
  return `${body}${creditSigns[(31 - (sum % 31)) % 31]}`;
}
