import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { ElderToggle } from '../../../ui/elder-toggle.tsx';
import { LanguageToggle } from '../../../ui/language-toggle.tsx';
import { SuggestLink } from '../home/suggest-link.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { ForMe } from '../session/for-me.tsx';
import { useLeave } from '../session/use-leave.ts';
import { useSession } from '../session/use-session.ts';

/** Oneself: the masked phone, who looked at it, larger type, language, signing out. */
export function MePage() {
  const { t } = useTranslation(['resident', 'common']);
  const { view, isSignedIn } = useSession();
  const { leave, isPending, error } = useLeave();
  return (
    <div className={parts.stack}>
      <PageHead title={t('resident:me.title')} />
      <ForMe body={t('resident:me.needed')}>
        <p>
          <strong>{view?.name}</strong>
          <br />
          {view?.phoneMasked}
        </p>
        <Link to="/my-data" className={buttonClass({ kind: 'plain', wide: true })}>
          {t('resident:me.myData')} <ChevronRight aria-hidden="true" />
        </Link>
        <Link to="/reveals" className={buttonClass({ kind: 'plain', wide: true })}>
          {t('resident:reveals.title')} <ChevronRight aria-hidden="true" />
        </Link>
      </ForMe>
      <SuggestLink />
      <div className={parts.actions}>
        <ElderToggle />
        <LanguageToggle face="resident" />
      </div>
      {isSignedIn ? (
        <Button busy={isPending} onClick={leave}>
          {t('common:action.signOut')}
        </Button>
      ) : null}
      <CallProblem error={error} />
    </div>
  );
}
