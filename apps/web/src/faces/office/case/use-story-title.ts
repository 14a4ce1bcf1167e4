import type { CaseDetail } from '@linli/contract';
import type { PartAnswer } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { answerName } from '../../../features/cases/part-answers.ts';
import { stageNames } from '../../../features/cases/stage-names.ts';
import { useListUnits } from '../../../features/org/list-units.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { readStoryData, type StoryData } from './story-data.ts';

type Entry = CaseDetail['story'][number];

/** What one step of the story is called, with what it carries: to whom, by which rule, with what result. */
export function useStoryTitle(type: CaseDetail['type']): (entry: Entry) => string {
  const { t } = useTranslation('office');
  const { t: stages } = useTranslation('stages');
  const local = useLocalText();
  const { data: units } = useListUnits({}, { staleTimeMs: 300_000 });
  const unitName = (id: string | undefined) => units?.units.find((unit) => unit.id === id)?.name;

  return (entry) => {
    const data = readStoryData(entry.data);
    const told =
      data.fromType === undefined || data.toType === undefined
        ? t(entry.kind === 'join' ? `story.${joinName(entry.data)}` : `story.${entry.kind}`)
        : t('story.retyped', { from: local(data.fromType), to: local(data.toType) });
    const details = [
      ...stageNames(type, entry.kind === 'advance' || data.clock === 'stage' ? data : {}).map(local),
      unitName(data.target?.unitId ?? data.rightUnit ?? data.unitId),
      ...awayWords(data.attendance),
      data.supervise === true ? t('story.absencesSupervised') : undefined,
      data.answer === undefined ? undefined : answerWords(data.answer),
      data.ground === undefined ? undefined : stages(`exclusion.${data.ground}`),
      ruleLabel(data.target?.ruleKey),
      data.result === undefined ? undefined : t(`result.${data.result}`),
      data.score === undefined ? undefined : t('story.score', { score: data.score }),
      data.clock === undefined || (data.clock === 'stage' && data.stage !== undefined)
        ? undefined
        : t(`clock.${data.clock}`),
      data.reached === false ? t('act.contact.reachedNo') : undefined,
    ].filter((each) => each !== undefined);
    return details.length === 0 ? told : t('story.with', { told, details: details.join(' · ') });
  };

  /** Who did not come, or came late, to this meeting: the stage itself shows the last one only. */
  function awayWords(attendance: StoryData['attendance']): string[] {
    const away = attendance?.filter(({ status }) => status !== 'present') ?? [];
    return away.flatMap(({ unitId, status }) => {
      const unit = unitName(unitId);
      return unit === undefined ? [] : [stages('attendance.one', { unit, status: stages(`attendance.${status}`) })];
    });
  }

  function answerWords(answer: PartAnswer): string {
    const named = answerName({ type, stage: null }, answer);
    return named === null ? stages(`answer.${answer}`) : local(named);
  }

  function ruleLabel(key: string | undefined): string | undefined {
    const rule = type.dispatch.find((each) => each.key === key);
    return rule === undefined ? undefined : t('story.byRule', { rule: local(rule.label) });
  }
}

function joinName(data: Entry['data']): 'join' | 'joinInvited' | 'joinNamed' | 'joinParty' {
  if (data.invited === true) return 'joinInvited';
  if (data.party === true) return 'joinParty';
  return typeof data.unitId === 'string' ? 'joinNamed' : 'join';
}
