/** A line through the middles of equal columns in a box of 100 × 100, `most` at the top. */
export function trendPath(values: readonly number[], most: number): string {
  const column = 100 / Math.max(1, values.length);
  return values
    .map((value, index) => {
      const x = (index + 0.5) * column;
      const y = 100 - (value / Math.max(1, most)) * 100;
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`;
    })
    .join('');
}
