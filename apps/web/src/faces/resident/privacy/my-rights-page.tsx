import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.tsx';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { ForMe } from '../session/for-me.tsx';
import { AskForm } from './ask-form.tsx';
import { ConsentList } from './consent-list.tsx';
import { DecisionList } from './decision-list.tsx';
import { MySubject } from './my-subject.tsx';
import { RequestList } from './request-list.tsx';
import { usePrivacyWords } from './use-privacy-words.ts';

/** What I may ask about my data, where my requests stand, what I agreed to, what was decided by rule. */
export function MyRightsPage() {
  usePrivacyWords();
  const { t } = useTranslation('privacy');
  return (
    <div className={parts.stack}>
      <PageHead title={t('rights.title')} back="/my-data" />
      <p>{t('rights.body')}</p>
      <ForMe body={t('myData.needed')}>
        <Section title={t('rights.mine')}>
          <RequestList />
        </Section>
        <MySubject>
          {(subjectId) => (
            <>
              <Section title={t('rights.ask')}>
                <AskForm key={subjectId} subjectId={subjectId} />
              </Section>
              <Section title={t('consents.title')}>
                <ConsentList subjectId={subjectId} />
              </Section>
              <Section title={t('decisions.title')}>
                <DecisionList subjectId={subjectId} />
              </Section>
            </>
          )}
        </MySubject>
      </ForMe>
    </div>
  );
}
