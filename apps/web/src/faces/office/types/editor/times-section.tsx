import { type CaseTypeDefinition, type ClockName, roles, roleWords } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import { useStepWords } from '../use-step-words.ts';
import type { SectionProps } from './basics-section.tsx';
import styles from './editor.module.css';
import { Choice, LimitInput, NumberInput, Several, TextInput } from './inputs.tsx';
import { put } from './put.ts';
import { RowList } from './row-list.tsx';

/** Clocks of the loop; those of stages stand in the stages. */
const loopClocks = ['accept', 'first-contact', 'dispatch', 'take', 'handle', 'check', 'total'] as const;
type Step = CaseTypeDefinition['escalation'][number];

/** Deadlines, the hours they run in, returns, extensions, and who is told when. */
export function TimesSection({ type, onChange }: SectionProps) {
  const { t } = useTranslation(['types', 'office']);
  const hours = type.serviceHours;
  return (
    <>
      {loopClocks.map((clock) => (
        <LimitInput
          key={clock}
          label={t(`office:clock.${clock}`)}
          value={type.deadlines[clock]}
          onChange={(limit) => onChange({ ...type, deadlines: put(type.deadlines, clock, limit) })}
        />
      ))}
      <TextInput
        label={t('types:part.from')}
        value={hours.from}
        onChange={(from) => onChange({ ...type, serviceHours: { ...hours, from } })}
      />
      <TextInput
        label={t('types:part.until')}
        value={hours.until}
        onChange={(until) => onChange({ ...type, serviceHours: { ...hours, until } })}
      />
      <Choice
        label={t('types:part.serviceDays')}
        value={hours.days}
        options={(['every-day', 'work-days'] as const).map((value) => ({
          value,
          label: t(`office:types.days.${value}`),
        }))}
        onChange={(days) => onChange({ ...type, serviceHours: { ...hours, days } })}
      />
      <LimitInput
        label={t('types:part.windowLimit')}
        value={type.returns.windowLimit}
        onChange={(limit) => limit && onChange({ ...type, returns: { ...type.returns, windowLimit: limit } })}
      />
      <NumberInput
        label={t('types:part.returnsMax')}
        value={type.returns.max}
        min={0}
        max={5}
        onChange={(max) => onChange({ ...type, returns: { ...type.returns, max: max ?? 0 } })}
      />
      <NumberInput
        label={t('types:part.extensionMax')}
        value={type.extension.max}
        min={0}
        max={3}
        onChange={(max) => onChange({ ...type, extension: { max: max ?? 0 } })}
      />
      <div className={styles.wide}>
        <h4>{t('types:section.ladder')}</h4>
        <StepRows type={type} onChange={onChange} />
      </div>
    </>
  );
}

function StepRows({ type, onChange }: SectionProps) {
  const { t } = useTranslation(['types', 'office']);
  const local = useLocalText();
  const stepWords = useStepWords();
  const clocks: ClockName[] = [...loopClocks, 'stage'];
  const clockWords = (clock: ClockName) => t(`office:clock.${clock}`);
  const whoWords = (who: string) => {
    const role = roles.find((each) => each === who);
    return role === undefined ? t('office:types.holder') : local(roleWords[role]);
  };
  return (
    <RowList<Step>
      what={t('types:what.step')}
      rows={type.escalation}
      most={20}
      onChange={(escalation) => onChange({ ...type, escalation })}
      nameOf={stepWords}
      fresh={() => ({ clock: 'handle', afterMinutes: 0, notify: ['handler'], action: 'remind' })}
    >
      {(step, change) => (
        <>
          <Choice
            label={t('types:part.clock')}
            value={step.clock}
            options={clocks.map((value) => ({ value, label: clockWords(value) }))}
            onChange={(clock) => change({ ...step, clock })}
          />
          <Choice
            label={t('types:part.moment')}
            value={momentOf(step.afterMinutes)}
            options={moments.map((value) => ({ value, label: t(`types:moment.${value}`) }))}
            onChange={(moment) => change({ ...step, afterMinutes: minutesAt(moment, step.afterMinutes) })}
          />
          {step.afterMinutes === 0 ? null : (
            <NumberInput
              label={t('types:part.minutes')}
              value={Math.abs(step.afterMinutes)}
              min={1}
              max={step.afterMinutes < 0 ? 20160 : 43200}
              onChange={(minutes) =>
                change({ ...step, afterMinutes: Math.sign(step.afterMinutes) * Math.max(1, minutes ?? 1) })
              }
            />
          )}
          <Choice
            label={t('types:part.action')}
            value={step.action}
            options={(['remind', 'escalate', 'supervise'] as const).map((value) => ({
              value,
              label: t(`types:stepAction.${value}`),
            }))}
            onChange={(action) => change({ ...step, action })}
          />
          <Several
            label={t('types:part.notify')}
            value={step.notify}
            options={['handler', ...roles].map((value) => ({ value, label: whoWords(value) }))}
            onChange={(notify) => change({ ...step, notify: notify.slice(0, 6) })}
          />
        </>
      )}
    </RowList>
  );
}

const moments = ['before', 'at', 'past'] as const;
type Moment = (typeof moments)[number];

function momentOf(afterMinutes: number): Moment {
  if (afterMinutes === 0) return 'at';
  return afterMinutes < 0 ? 'before' : 'past';
}

/** The same distance on the other side; from the deadline itself an hour away. */
function minutesAt(moment: Moment, afterMinutes: number): number {
  const distance = Math.abs(afterMinutes) || 60;
  if (moment === 'at') return 0;
  return moment === 'before' ? -Math.min(distance, 20160) : distance;
}
