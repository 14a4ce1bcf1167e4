import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { SharedPanel } from '../partners/shared-panel.tsx';
import { CaseGuess } from '../sorting/case-guess.tsx';
import { SameMatter } from '../sorting/same-matter.tsx';
import { ChildrenPanel } from '../stages/children-panel.tsx';
import { FilePanel } from '../stages/file-panel.tsx';
import { ForcePanel } from '../stages/force-panel.tsx';
import { InvitationsPanel } from '../stages/invitations-panel.tsx';
import { ProcedurePanel } from '../stages/procedure-panel.tsx';
import { CaseCallers } from './case-callers.tsx';
import { CaseChecklist } from './case-checklist.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseMap } from './case-map.tsx';
import styles from './case-panel.module.css';
import { CasePhotos } from './case-photos.tsx';
import { CaseReporter } from './case-reporter.tsx';
import { CaseRequest } from './case-request.tsx';
import { CaseRules } from './case-rules.tsx';
import { CaseStory } from './case-story.tsx';

/** Everything known of the case; one column beside a list, two on its own page. */
export function CaseBody({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.body} tabIndex={0} aria-label={t('case.body')}>
      <CaseRequest detail={detail} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={styles.section}>
            <h3>{t('case.words')}</h3>
            <p className={styles.words}>{detail.words === '' ? t('case.noWords') : detail.words}</p>
            <CaseFacts detail={detail} />
          </section>
          <ProcedurePanel detail={detail} />
          <InvitationsPanel detail={detail} />
          <ForcePanel detail={detail} />
          <ChildrenPanel detail={detail} />
          <FilePanel detail={detail} />
          <CasePhotos detail={detail} />
          <section className={styles.section}>
            <h3>{t('case.story')}</h3>
            <CaseStory detail={detail} />
          </section>
        </div>
        <div className={styles.column}>
          <CaseGuess key={`guess ${detail.id}`} detail={detail} />
          <SameMatter detail={detail} />
          <CaseMap detail={detail} />
          <SharedPanel detail={detail} />
          <CaseReporter detail={detail} />
          <CaseCallers detail={detail} />
          <CaseChecklist key={detail.seq} detail={detail} />
          <CaseClocks detail={detail} />
          <CaseRules detail={detail} />
        </div>
      </div>
    </section>
  );
}
