import { readInvitationCode } from '@linli/domain';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAcceptInvitation } from '../../../features/cases/accept-invitation.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { ForMe } from '../session/for-me.tsx';
import { SignInForm } from '../session/sign-in-form.tsx';

/** Where the link of an invitation leads: signs in on this page, then joins the case by the code of the link or of a note. */
export function InvitedPage() {
  const { t } = useTranslation('resident');
  const linked = useLocation({ select: ({ hash }) => hash });
  const [code, setCode] = useState(linked);
  return (
    <div className={parts.stack}>
      <PageHead title={t('invited.title')} back="/mine" />
      <p>{t('invited.body')}</p>
      <ForMe body={t('invited.signIn')} signedOut={<SignInHere />}>
        <JoinForm code={code} onCode={setCode} />
      </ForMe>
    </div>
  );
}

/** The code stays in this page while one signs in. */
function SignInHere() {
  const { t } = useTranslation('resident');
  return (
    <>
      <p>{t('invited.signIn')}</p>
      <SignInForm onDone={() => undefined} />
    </>
  );
}

function JoinForm({ code, onCode }: { readonly code: string; readonly onCode: (code: string) => void }) {
  const { t } = useTranslation('resident');
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  const [isWrong, setWrong] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    // What cannot be a code is not sent: it would count as a try.
    const typed = readInvitationCode(code);
    setWrong(typed === null);
    if (typed === null || accept.isPending) return;
    accept.mutate(
      { code: typed },
      { onSuccess: ({ caseId }) => void navigate({ to: '/cases/$caseId', params: { caseId }, replace: true }) },
    );
  }

  return (
    <form noValidate className={parts.stack} onSubmit={submit}>
      <TextField
        required
        label={t('invited.code')}
        hint={t('invited.codeHint')}
        error={isWrong ? t('invited.codeWrong') : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        value={code}
        onChange={onCode}
      />
      <p className={parts.note}>{t('invited.means')}</p>
      <CallProblem error={accept.error} />
      <Button type="submit" kind="primary" size="large" wide busy={accept.isPending}>
        {t('invited.join')}
      </Button>
    </form>
  );
}
