// GB 11643: ISO 7064 MOD 11-2.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/**
 * Seventeen digits with the check character GB 11643 asks for behind them. Throws a RangeError for anything else than 17 digits.
 * For fixtures and for 15-digit numbers brought to 18.
 */
export function withCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit is made for seventeen digits');
  let sum = 0;
  for (const [at, weight] of weights.entries()) sum += weight * (first17.charCodeAt(at) - 48);
  return first17 + checkCharacters.charAt(sum % 11);
}
