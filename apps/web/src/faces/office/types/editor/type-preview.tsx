import type { CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { typeFormFields } from '../../../../features/cases/type-form.ts';
import { FormRenderer } from '../../../../ui/form-renderer.tsx';
import { useLimitWords } from '../../words/use-limit-words.ts';
import { useLocalText } from '../../words/use-local-text.ts';
import { EscalationList, RuleList } from '../type-rules.tsx';
import styles from './editor.module.css';

/** What a resident will be asked and what then happens, as the edit stands now. */
export function TypePreview({ type }: { readonly type: CaseTypeDefinition }) {
  const { t } = useTranslation(['types', 'office']);
  const local = useLocalText();
  const fields = typeFormFields(type, local);
  return (
    <div className={styles.preview}>
      <section aria-label={t('types:preview.form')}>
        <h3>{t('types:preview.form')}</h3>
        <div className={styles.phone}>
          <strong>{local(type.name)}</strong>
          {type.hint === undefined ? null : <p className={styles.note}>{local(type.hint)}</p>}
          <FormRenderer
            key={JSON.stringify(type.form)}
            fields={fields}
            submitLabel={t('types:preview.check')}
            onSubmit={() => undefined}
          />
          <p className={styles.note}>
            {type.evidence.report === 0
              ? t('types:preview.alsoNoPhotos')
              : t('types:preview.also', { count: type.evidence.report })}
          </p>
        </div>
      </section>
      <section aria-label={t('types:preview.way')}>
        <h3>{t('types:preview.way')}</h3>
        <CaseWay type={type} />
      </section>
      <section aria-label={t('types:section.dispatch')}>
        <h3>{t('types:section.dispatch')}</h3>
        <RuleList rules={type.dispatch} />
      </section>
      {type.escalation.length === 0 ? null : (
        <section aria-label={t('types:section.ladder')}>
          <h3>{t('types:section.ladder')}</h3>
          <EscalationList steps={type.escalation} />
        </section>
      )}
    </div>
  );
}

/** The way of a case: each step with the clock that runs to it, the stages with where each way out leads. */
function CaseWay({ type }: { readonly type: CaseTypeDefinition }) {
  const { t } = useTranslation(['types', 'office']);
  const local = useLocalText();
  const limit = useLimitWords();
  const within = (clock: keyof CaseTypeDefinition['deadlines']) => {
    const value = type.deadlines[clock];
    return value === undefined ? '' : ` · ${t('types:within', { limit: limit(value) })}`;
  };
  const stageName = (key: string) => {
    const stage = type.stages.find((each) => each.key === key);
    return stage === undefined ? t('types:handled') : local(stage.name);
  };
  return (
    <ol className={styles.way}>
      <li>{t('types:way.report')}</li>
      <li>
        {type.accept === 'desk' ? t('office:types.acceptDesk') : t('office:types.acceptAtOnce')}
        {within('accept')}
      </li>
      <li>
        {t('types:way.dispatch')}
        {within('dispatch')}
      </li>
      <li>
        {t('types:way.take')}
        {within('take')}
      </li>
      {type.stages.map((stage) => (
        <li key={stage.key}>
          <strong>{local(stage.name)}</strong>
          {stage.limit === undefined ? '' : ` · ${t('types:within', { limit: limit(stage.limit) })}`}
          <ul>
            {stage.outcomes.map((way) => (
              <li key={way.key}>
                {local(way.label)} → {stageName(way.to)}
                {way.key === stage.onTimeout ? ` (${t('types:byItself')})` : ''}
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        {t('types:way.handle')}
        {within('handle')}
      </li>
      <li>
        {t(`types:checking.${type.checking.mode}`)}
        {within('check')}
      </li>
      <li>
        {t('types:way.close')}
        {within('total')}
      </li>
      <li>
        {type.rating.enabled ? t('office:types.rating', { count: type.rating.reopenDays }) : t('office:types.noRating')}
      </li>
    </ol>
  );
}
