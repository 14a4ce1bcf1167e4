import { useTranslation } from 'react-i18next';
import { useGiveConsent } from '../../../features/privacy/give-consent.ts';
import { useListConsents } from '../../../features/privacy/list-consents.ts';
import { useWithdrawConsent } from '../../../features/privacy/withdraw-consent.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';

/** One purpose, one agreement: given and taken back with the same press. */
export function ConsentList({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('privacy');
  const { t: uiText } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const query = useListConsents({ subjectId });
  const give = useGiveConsent();
  const withdraw = useWithdrawConsent();
  return (
    <QueryView query={query}>
      {({ purposes, consents }) => (
        <ul className={parts.list}>
          {purposes.map(({ purpose, name, words, version, held }) => {
            const last = consents.find((consent) => consent.purpose === purpose);
            const isGiven = last !== undefined && last.withdrawnAt === null;
            return (
              <li key={purpose} className={parts.item}>
                <strong>{read(name)}</strong>
                <p>{read(words)}</p>
                <p className={parts.note}>
                  {t('consents.held', { count: held })}
                  {isGiven ? ` · ${t('consents.given', { time: instantWords(last.givenAt, now, uiText) })}` : null}
                  {last?.withdrawnAt
                    ? ` · ${t('consents.withdrawn', { time: instantWords(last.withdrawnAt, now, uiText) })}`
                    : null}
                </p>
                <p className={parts.actions}>
                  {isGiven ? null : (
                    <Button
                      busy={give.isPending}
                      onClick={() => give.mutate({ subjectId, purpose, version, channel: 'app' })}
                    >
                      {t('consents.give')}
                    </Button>
                  )}
                  {isGiven || held > 0 ? (
                    <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ subjectId, purpose })}>
                      {t('consents.withdraw')}
                    </Button>
                  ) : null}
                </p>
              </li>
            );
          })}
          <CallProblem error={give.error ?? withdraw.error} />
        </ul>
      )}
    </QueryView>
  );
}
