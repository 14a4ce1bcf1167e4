import type { getScreen, OutputOf } from '@linli/contract';

type Ranking = OutputOf<typeof getScreen>['ranking'];

/** `rank` null = too few cases to compare. */
export type RankingLine = { readonly rank: number | null; readonly area: Ranking[number] };
export type RankingLines = {
  readonly best: readonly RankingLine[];
  /** How many ranked areas stand between the best and the last. */
  readonly between: number;
  readonly last: readonly RankingLine[];
  /** Areas with too few cases to compare that found no room. */
  readonly tooFew: number;
};

/**
 * The best and the last of the ranked areas, so many lines together: where to learn and where to help. The same share shares a
 * rank. Room that is left shows areas with too few cases, without a rank.
 */
export function rankingLines(ranking: Ranking, lines: number): RankingLines {
  const ranked = ranking.filter((area) => area.ranked);
  const few = ranking.filter((area) => !area.ranked);
  const all = ranked.map((area) => ({
    rank: ranked.findIndex((other) => other.onTime.value === area.onTime.value) + 1,
    area,
  }));
  if (all.length > lines) {
    const half = Math.ceil(lines / 2);
    return { best: all.slice(0, half), between: all.length - lines, last: all.slice(half - lines), tooFew: few.length };
  }
  const filling = few.slice(0, lines - all.length).map((area) => ({ rank: null, area }));
  return { best: [...all, ...filling], between: 0, last: [], tooFew: few.length - filling.length };
}
