import type { CaseTypeDefinition } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shell/use-session.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { EscalationList, RuleList } from './type-rules.tsx';
import styles from './types-page.module.css';

export type TypeReaderProps = {
  readonly type: CaseTypeDefinition;
  readonly version: number;
  readonly active: boolean;
};

/** A case type as a page one can read: who, until when, to whom, what is asked for. */
export function TypeReader({ type, version, active }: TypeReaderProps) {
  const { t } = useTranslation(['office', 'common', 'types']);
  const local = useLocalText();
  const mayEdit = useMay('types:edit');
  const limit = useLimitWords();
  const join = t('common:listJoin');
  return (
    <article className={styles.reader}>
      <h2>{local(type.name)}</h2>
      <p className={styles.note}>
        {t('office:types.version', { version })} ·{' '}
        {type.standard.ref === 'local' ? t('office:types.local') : type.standard.ref} {type.standard.code}
        {active ? '' : ` · ${t('office:types.closed')}`}
      </p>
      {mayEdit ? (
        <p>
          <Link to="/types/$code" params={{ code: type.code }}>
            {t('types:openEditor')}
          </Link>
        </p>
      ) : null}
      {type.hint === undefined ? null : <p>{local(type.hint)}</p>}
      <Part title={t('office:types.who')}>
        <p>{type.reporters.map((reporter) => t(`office:reporterKind.${reporter}`)).join(join)}</p>
        <p>{t(`office:types.visibility.${type.visibility}`)}</p>
        <p>{t(type.accept === 'desk' ? 'office:types.acceptDesk' : 'office:types.acceptAtOnce')}</p>
      </Part>
      <Part title={t('office:types.deadlines')}>
        {Object.keys(type.deadlines).length === 0 ? <p>{t('common:answer.none')}</p> : null}
        <dl className={styles.facts}>
          {(['first-contact', 'accept', 'dispatch', 'take', 'handle', 'check', 'total'] as const).map((clock) => {
            const value = type.deadlines[clock];
            return value === undefined ? null : (
              <div key={clock}>
                <dt>{t(`office:clock.${clock}`)}</dt>
                <dd>{limit(value)}</dd>
              </div>
            );
          })}
        </dl>
        <p className={styles.note}>
          {t('office:types.hours', {
            from: type.serviceHours.from,
            until: type.serviceHours.until,
            days: t(`office:types.days.${type.serviceHours.days}`),
          })}
        </p>
      </Part>
      <Part title={t('office:types.dispatch')}>
        <RuleList rules={type.dispatch} />
        <p className={styles.note}>
          {t('office:types.returns', { max: type.returns.max, limit: limit(type.returns.windowLimit) })}
        </p>
      </Part>
      <Part title={t('office:types.form')}>
        {type.form.length === 0 ? <p>{t('office:types.noForm')}</p> : null}
        <ul>
          {type.form.map((field) => (
            <li key={field.key}>
              {local(field.label)} {field.required ? <Tag>{t('office:types.required')}</Tag> : null}
              {field.personal ? <Tag color="warning">{t('office:types.personal')}</Tag> : null}
              {field.options === undefined ? null : (
                <span className={styles.note}>{field.options.map((option) => local(option.label)).join(join)}</span>
              )}
            </li>
          ))}
        </ul>
        <p className={styles.note}>
          {t('office:types.evidence', { report: type.evidence.report, handle: type.evidence.handle })}
        </p>
      </Part>
      {type.checklist.length === 0 ? null : (
        <Part title={t('office:checklist.title')}>
          <ol className={styles.numbered}>
            {type.checklist.map((item) => (
              <li key={item.key}>
                {item.kind === 'standard'
                  ? local(item.label)
                  : t('office:checklist.optional', { item: local(item.label) })}
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part title={t('office:types.after')}>
        <p>{t(`office:types.checking.${type.checking.mode}`, { percent: type.checking.samplePercent })}</p>
        <p>
          {type.rating.enabled
            ? t('office:types.rating', { count: type.rating.reopenDays })
            : t('office:types.noRating')}
        </p>
      </Part>
      {type.escalation.length === 0 ? null : (
        <Part title={t('office:types.escalation')}>
          <EscalationList steps={type.escalation} />
        </Part>
      )}
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  );
}
