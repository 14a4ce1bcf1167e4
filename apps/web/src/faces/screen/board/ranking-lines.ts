import type { getScreen, OutputOf } from '@linli/contract';

type Ranking = OutputOf<typeof getScreen>['ranking'];

export type RankingLine = { readonly rank: number; readonly area: Ranking[number] };
export type RankingLines = {
  readonly best: readonly RankingLine[];
  /** How many ranked areas stand between the best and the last. */
  readonly between: number;
  readonly last: readonly RankingLine[];
  /** Areas with too few cases to compare. */
  readonly tooFew: number;
};

/** The best and the last of the ranked areas, so many lines together: where to learn and where to help. The same share shares a rank. */
export function rankingLines(ranking: Ranking, lines: number): RankingLines {
  const ranked = ranking.filter((area) => area.ranked);
  const all = ranked.map((area) => ({
    rank: ranked.findIndex((other) => other.onTime.value === area.onTime.value) + 1,
    area,
  }));
  const tooFew = ranking.length - ranked.length;
  if (all.length <= lines) return { best: all, between: 0, last: [], tooFew };
  const half = Math.ceil(lines / 2);
  return { best: all.slice(0, half), between: all.length - lines, last: all.slice(half - lines), tooFew };
}
