/** Points of GB/T 42195-2022 by its four parts; 90 together when nothing is lost. */
export type OlderPersonScores = {
  /** Eight items of self-care. */
  selfCare: number;
  /** Four items of basic movement. */
  movement: number;
  /** Nine items of mental state. */
  mental: number;
  /** Five items of senses and taking part. */
  senses: number;
};

export type OlderPersonFindings = {
  isInComa: boolean;
  /** Dementia (F00–F03) or another mental disorder (F04–F99), confirmed by a physician. */
  hasConfirmedMentalDisorder: boolean;
  /** Falls, choking, self-harm, attempted suicide, getting lost: in the thirty days before. */
  careRiskEventsIn30Days: number;
};

export type AbilityLevel = 0 | 1 | 2 | 3 | 4;
export type LevelAdjustment = 'coma' | 'mental-disorder' | 'care-risk-events';

export type OlderPersonAssessment =
  | { ok: true; total: number; levelByScore: AbilityLevel; level: AbilityLevel; adjustments: LevelAdjustment[] }
  | { ok: false; problem: 'not-whole-points' | 'too-many-points' };

/** Level by points, the best first: `from` is the fewest points of it. Source: GB/T 42195-2022. */
export const abilityLevels: readonly { level: AbilityLevel; from: number; zh: string; en: string }[] = [
  { level: 0, from: 90, zh: '能力完好', en: 'fully able' },
  { level: 1, from: 66, zh: '轻度失能', en: 'mild loss of ability' },
  { level: 2, from: 46, zh: '中度失能', en: 'moderate loss of ability' },
  { level: 3, from: 30, zh: '重度失能', en: 'severe loss of ability' },
  { level: 4, from: 0, zh: '完全失能', en: 'complete loss of ability' },
];

const MOST_POINTS = 90;
const worse: Record<AbilityLevel, AbilityLevel> = { 0: 1, 1: 2, 2: 3, 3: 4, 4: 4 };

/**
 * An older person's ability level by GB/T 42195-2022. Coma is level 4 outright; a confirmed mental disorder, or two care-risk events
 * within thirty days, make it one level worse, once and not beyond 4. Not to be confused with Shanghai's care levels.
 */
export function assessOlderPerson(scores: OlderPersonScores, findings: OlderPersonFindings): OlderPersonAssessment {
  const parts = [scores.selfCare, scores.movement, scores.mental, scores.senses];
  if (parts.some((points) => !Number.isInteger(points) || points < 0))
    return { ok: false, problem: 'not-whole-points' };
  const total = parts.reduce((sum, points) => sum + points, 0);
  if (total > MOST_POINTS) return { ok: false, problem: 'too-many-points' };
  const levelByScore = abilityLevels.find((row) => total >= row.from)?.level ?? 4;
  if (findings.isInComa) return { ok: true, total, levelByScore, level: 4, adjustments: ['coma'] };
  const adjustments: LevelAdjustment[] = [];
  if (findings.hasConfirmedMentalDisorder) adjustments.push('mental-disorder');
  if (findings.careRiskEventsIn30Days >= 2) adjustments.push('care-risk-events');
  return {
    ok: true,
    total,
    levelByScore,
    level: adjustments.length > 0 ? worse[levelByScore] : levelByScore,
    adjustments,
  };
}

export const assessmentKinds = ['first', 'regular', 'immediate', 'review', 'other'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** Results of Shanghai's unified need assessment, with the weekly hours of care at home. Figures change: defaults for the pack. */
export const shanghaiCareLevels: readonly {
  code: string;
  zh: string;
  en: string;
  /** Long-term care insurance pays from level 2, for people of 60 and over. */
  isInsured: boolean;
  homeHoursPerWeek: number;
}[] = [
  { code: 'normal', zh: '正常', en: 'no need', isInsured: false, homeHoursPerWeek: 0 },
  { code: '1', zh: '照护一级', en: 'care level 1', isInsured: false, homeHoursPerWeek: 0 },
  { code: '2', zh: '照护二级', en: 'care level 2', isInsured: true, homeHoursPerWeek: 3 },
  { code: '3', zh: '照护三级', en: 'care level 3', isInsured: true, homeHoursPerWeek: 3 },
  { code: '4', zh: '照护四级', en: 'care level 4', isInsured: true, homeHoursPerWeek: 5 },
  { code: '5', zh: '照护五级', en: 'care level 5', isInsured: true, homeHoursPerWeek: 7 },
  { code: '6', zh: '照护六级', en: 'care level 6', isInsured: true, homeHoursPerWeek: 7 },
  {
    code: 'hospital',
    zh: '建议至二级及以上医疗机构就诊',
    en: 'advised to see a hospital',
    isInsured: false,
    homeHoursPerWeek: 0,
  },
];
