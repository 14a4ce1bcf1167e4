type Ratio = { readonly numerator: number; readonly denominator: number; readonly value: number | null };

/** “62.5%”; null where nothing stands below the line. */
export function shareWords({ value }: Ratio): string | null {
  return value === null ? null : `${(value * 100).toFixed(1)}%`;
}
