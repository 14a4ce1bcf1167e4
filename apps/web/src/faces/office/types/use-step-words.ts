import { type CaseTypeDefinition, roleWords } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../ui/time-words.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { isRole } from './use-target-words.ts';

type Step = CaseTypeDefinition['escalation'][number];

/** One step of the ladder as a sentence: around which deadline, how long before or after, who is told what. */
export function useStepWords(): (step: Step) => string {
  const { t } = useTranslation(['office', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  return ({ clock, afterMinutes, notify, action }) => {
    const who = notify.map((each) => (isRole(each) ? local(roleWords[each]) : t('office:types.holder')));
    const when = t(momentKey(afterMinutes), {
      clock: t(`office:clock.${clock}`),
      duration: durationWords(afterMinutes * 60_000, ui),
    });
    return when + t(`office:types.step.${action}`, { who: who.join(t('common:listJoin')) });
  };
}

function momentKey(afterMinutes: number) {
  if (afterMinutes === 0) return 'office:types.atDue';
  return afterMinutes < 0 ? 'office:types.before' : 'office:types.past';
}
