import { type CaseStage, type CaseTypeDefinition, caseResults, type StageOutcome, stageActors } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import type { SectionProps } from './basics-section.tsx';
import styles from './editor.module.css';
import { FieldRows } from './field-rows.tsx';
import { Choice, LimitInput, LocalTextInput, NumberInput, Several, TextInput, YesNo } from './inputs.tsx';
import { freshKey, put } from './put.ts';
import { RowList } from './row-list.tsx';
import { SigningFields } from './signing-fields.tsx';

/** The procedure in its order: who takes each stage, what is asked, until when, which ways lead out. */
export function StageRows({ type, onChange }: SectionProps) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  return (
    <RowList<CaseStage>
      what={t('what.stage')}
      rows={type.stages}
      most={24}
      onChange={(stages) => onChange({ ...type, stages })}
      nameOf={(stage) => local(stage.name)}
      fresh={() => freshStage(type.stages, { stage: t('what.stage'), done: t('done') })}
    >
      {(stage, change) => <OneStage stage={stage} type={type} onChange={change} />}
    </RowList>
  );
}

function freshStage(stages: readonly CaseStage[], words: { stage: string; done: string }): CaseStage {
  return {
    key: freshKey(
      'stage-',
      stages.map(({ key }) => key),
    ),
    name: { zh: words.stage },
    by: ['handler'],
    form: [],
    evidence: 0,
    notSameAs: [],
    outcomes: [freshOutcome([], words.done)],
  };
}

function freshOutcome(outcomes: readonly StageOutcome[], label: string): StageOutcome {
  return {
    key: freshKey(
      'way-',
      outcomes.map(({ key }) => key),
    ),
    label: { zh: label },
    to: 'handled',
    reason: false,
    childrenClosed: false,
    fileComplete: false,
    publish: false,
  };
}

type StageProps = {
  readonly stage: CaseStage;
  readonly stages: readonly CaseStage[];
  readonly onChange: (stage: CaseStage) => void;
};

type OneStageProps = Omit<StageProps, 'stages'> & { readonly type: CaseTypeDefinition };

function OneStage({ stage, type, onChange }: OneStageProps) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  const { stages } = type;
  const others = stages
    .filter(({ key }) => key !== stage.key)
    .map(({ key, name }) => ({ value: key, label: local(name) }));
  const ways = stage.outcomes.map(({ key, label }) => ({ value: key, label: local(label) }));
  return (
    <>
      <LocalTextInput label={t('part.name')} value={stage.name} onChange={(name) => onChange({ ...stage, name })} />
      <TextInput label={t('part.key')} value={stage.key} mono onChange={(key) => onChange({ ...stage, key })} />
      <Several
        label={t('part.by')}
        value={stage.by}
        options={stageActors.map((value) => ({ value, label: t(`actor.${value}`) }))}
        onChange={(by) => onChange({ ...stage, by })}
      />
      <LimitInput
        label={t('part.limit')}
        value={stage.limit}
        onChange={(limit) => onChange(put(stage, 'limit', limit))}
      />
      <Choice
        label={t('part.onTimeout')}
        value={stage.onTimeout}
        options={ways}
        onClear={() => onChange(put(stage, 'onTimeout', undefined))}
        onChange={(way) => onChange({ ...stage, onTimeout: way })}
      />
      <NumberInput
        label={t('part.evidence')}
        value={stage.evidence}
        min={0}
        max={9}
        onChange={(evidence) => onChange({ ...stage, evidence: evidence ?? 0 })}
      />
      <Several
        label={t('part.notSameAs')}
        value={stage.notSameAs}
        options={others}
        onChange={(notSameAs) => onChange({ ...stage, notSameAs })}
      />
      <YesNo
        label={t('part.meeting')}
        value={stage.meeting !== undefined}
        onChange={(meets) => onChange(put(stage, 'meeting', meets ? { absences: 2 } : undefined))}
      />
      <Choice
        label={t('part.parts')}
        value={stage.parts?.order}
        options={(['together', 'in-order'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
        onClear={() => onChange(put(stage, 'parts', undefined))}
        onChange={(order) => onChange({ ...stage, parts: { ...stage.parts, order } })}
      />
      <TextInput
        label={t('part.duties')}
        value={stage.duties?.typeCode ?? ''}
        mono
        onChange={(typeCode) => onChange(put(stage, 'duties', typeCode === '' ? undefined : { typeCode }))}
      />
      <SigningFields stage={stage} documents={type.documents} onChange={onChange} />
      <LocalTextInput
        label={t('part.told')}
        value={stage.told}
        onChange={(told) => onChange(put(stage, 'told', told.zh === '' ? undefined : told))}
      />
      <div className={styles.wide}>
        <h4>{t('section.form')}</h4>
        <FieldRows
          isStage
          fields={stage.form}
          most={40}
          report={type.form}
          onChange={(form) => onChange({ ...stage, form })}
        />
        <h4>{t('part.outcomes')}</h4>
        <OutcomeRows stage={stage} stages={stages} onChange={onChange} />
      </div>
    </>
  );
}

function OutcomeRows({ stage, stages, onChange }: StageProps) {
  const { t } = useTranslation(['types', 'office']);
  const local = useLocalText();
  const targets = [
    ...stages.map(({ key, name }) => ({ value: key, label: local(name) })),
    { value: 'handled', label: t('types:handled') },
  ];
  return (
    <RowList<StageOutcome>
      what={t('types:what.outcome')}
      rows={stage.outcomes}
      most={8}
      onChange={(outcomes) => onChange({ ...stage, outcomes })}
      nameOf={(way) => `${local(way.label)} → ${targets.find(({ value }) => value === way.to)?.label ?? way.to}`}
      fresh={() => freshOutcome(stage.outcomes, t('types:what.outcome'))}
    >
      {(way, change) => (
        <>
          <LocalTextInput
            label={t('types:part.label')}
            value={way.label}
            onChange={(label) => change({ ...way, label })}
          />
          <TextInput label={t('types:part.key')} value={way.key} mono onChange={(key) => change({ ...way, key })} />
          <Choice
            label={t('types:part.to')}
            value={way.to}
            options={targets}
            onChange={(to) => change(put({ ...way, to }, 'result', to === 'handled' ? way.result : undefined))}
          />
          {way.to === 'handled' ? (
            <Choice
              label={t('office:act.handle.result')}
              value={way.result}
              options={caseResults.map((value) => ({ value, label: t(`office:result.${value}`) }))}
              onClear={() => change(put(way, 'result', undefined))}
              onChange={(result) => change({ ...way, result })}
            />
          ) : null}
          {(['reason', 'childrenClosed', 'fileComplete', 'publish', 'bare'] as const).map((flag) => (
            <YesNo
              key={flag}
              label={t(`types:part.${flag}`)}
              value={way[flag] ?? false}
              onChange={(value) => change({ ...way, [flag]: value })}
            />
          ))}
        </>
      )}
    </RowList>
  );
}
