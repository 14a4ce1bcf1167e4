import type { CaseDetail } from '@linli/contract';
import { Button } from 'antd';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevealReporter } from '../../../features/cases/reveal-reporter.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { WordsItem } from '../actions/words-item.tsx';
import styles from './case-panel.module.css';

type Contact = { readonly name: string; readonly phone: string | null };

/** Who reported, masked; the key asks for a reason, which the reporter can read. Shown until the page is left. */
export function CaseReporter({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['office', 'ui', 'common']);
  const { mutateAsync } = useRevealReporter();
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<Contact | null>(null);
  const { reporter } = detail;
  const shown: Contact = full ?? reporter;
  const words = [shown.name, shown.phone].filter((each) => each !== null && each !== '').join(' · ');
  // Who called stands among the callers.
  if (reporter.anonymous && detail.type.answerAll) return null;
  const isRevealable = full === null && !reporter.anonymous && !reporter.mine && detail.can.includes('contact');
  return (
    <section className={styles.section}>
      <h3>{t('office:case.reporter')}</h3>
      <p>
        {reporter.anonymous
          ? t(detail.channel === 'import' ? 'office:case.elsewhere' : 'office:case.anonymous')
          : words}{' '}
        {isRevealable ? (
          <Button size="small" icon={<KeyRound size={14} aria-hidden="true" />} onClick={() => setAsking(true)}>
            {t('ui:masked.show')}
          </Button>
        ) : null}
      </p>
      {asking ? (
        <ActionForm<{ reason: string }>
          title={t('ui:masked.ask')}
          explains={t('ui:masked.askHint')}
          submitLabel={t('ui:masked.reveal')}
          doneWords={t('office:case.revealed')}
          onSubmit={async ({ reason }) => setFull(await mutateAsync({ caseId: detail.id, reason }))}
          onClose={() => setAsking(false)}
        >
          <WordsItem name="reason" required min={4} max={200} label={t('ui:masked.reason')} />
        </ActionForm>
      ) : null}
    </section>
  );
}
