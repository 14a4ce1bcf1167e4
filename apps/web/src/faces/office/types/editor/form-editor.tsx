import { useTranslation } from 'react-i18next';
import { AfterSection } from './after-section.tsx';
import { BasicsSection, type SectionProps } from './basics-section.tsx';
import styles from './editor.module.css';
import { FieldRows } from './field-rows.tsx';
import { RuleRows } from './rule-rows.tsx';
import { StageRows } from './stage-rows.tsx';
import { TimesSection } from './times-section.tsx';

/** Everything of a case type that can be set without writing YAML, section by section. */
export function FormEditor({ type, onChange }: SectionProps) {
  const { t } = useTranslation('types');
  const sections = [
    { key: 'basics', body: <BasicsSection type={type} onChange={onChange} /> },
    {
      key: 'form',
      body: (
        <div className={styles.wide}>
          <FieldRows fields={type.form} most={30} onChange={(form) => onChange({ ...type, form })} />
        </div>
      ),
    },
    {
      key: 'dispatch',
      body: (
        <div className={styles.wide}>
          <p className={styles.note}>{t('condition.first')}</p>
          <RuleRows type={type} onChange={(dispatch) => onChange({ ...type, dispatch })} />
        </div>
      ),
    },
    { key: 'times', body: <TimesSection type={type} onChange={onChange} /> },
    { key: 'after', body: <AfterSection type={type} onChange={onChange} /> },
    {
      key: 'stages',
      body: (
        <div className={styles.wide}>
          <p className={styles.note}>{t('stagesHint')}</p>
          <StageRows type={type} onChange={onChange} />
        </div>
      ),
    },
    {
      key: 'closing',
      body: (
        <div className={styles.wide}>
          <p className={styles.note}>{t('closingHint')}</p>
          <FieldRows
            fields={type.closing}
            most={40}
            report={type.form}
            onChange={(closing) => onChange({ ...type, closing })}
          />
        </div>
      ),
    },
  ] as const;
  return (
    <>
      {sections.map(({ key, body }) => (
        <details key={key} className={styles.section} open={key === 'basics'}>
          <summary>
            <h3>{t(`section.${key}`)}</h3>
          </summary>
          <div className={styles.grid}>{body}</div>
        </details>
      ))}
    </>
  );
}
