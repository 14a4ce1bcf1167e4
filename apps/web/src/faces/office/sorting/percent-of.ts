/** A share as whole percent; null where nothing was counted. */
export function percentOf(ratio: { readonly numerator: number; readonly denominator: number }): number | null {
  return ratio.denominator === 0 ? null : Math.round((ratio.numerator / ratio.denominator) * 100);
}
