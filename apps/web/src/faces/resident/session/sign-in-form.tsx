import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequestPhoneCode } from '../../../features/access/request-phone-code.ts';
import { useSignInByPhone } from '../../../features/access/sign-in-by-phone.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { useSecondsLeft } from './use-seconds-left.ts';

const PHONE = /^1[0-9]{10}$/;
const CODE = /^[0-9]{6}$/;

/** Phone number, then the code sent to it; the first time makes the account. `onDone` once signed in. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('resident');
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [told, setTold] = useState<'none' | 'phone' | 'code'>('none');
  const ask = useRequestPhoneCode();
  const signIn = useSignInByPhone();
  const wait = useSecondsLeft();
  const sent = ask.data;

  function askCode(): void {
    const isPhone = PHONE.test(phone);
    setTold(isPhone ? 'none' : 'phone');
    if (!isPhone || ask.isPending) return;
    ask.mutate({ phone }, { onSuccess: ({ retryAfterSeconds }) => wait.start(retryAfterSeconds) });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    // Not the form around it: in the report flow this one stands inside another.
    event.stopPropagation();
    if (sent === undefined) {
      askCode();
      return;
    }
    const isCode = CODE.test(code);
    setTold(isCode ? 'none' : 'code');
    if (isCode && !signIn.isPending) signIn.mutate({ phone, code }, { onSuccess: onDone });
  }

  return (
    <form noValidate className={parts.stack} onSubmit={submit}>
      <TextField
        required
        data-autofocus
        label={t('signIn.phone')}
        hint={t('signIn.phoneHint')}
        error={told === 'phone' ? t('signIn.phoneWrong') : undefined}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        maxLength={11}
        value={phone}
        onChange={(value) => {
          setPhone(value.replace(/\D/g, ''));
          if (sent !== undefined) ask.reset();
        }}
      />
      <CallProblem error={ask.error} />
      {sent === undefined ? null : (
        <>
          <div role="status" className={parts.note}>
            {sent.demoCode === null ? (
              t('signIn.sent')
            ) : (
              <>
                {t('signIn.demo')} <span className={parts.big}>{sent.demoCode}</span>
              </>
            )}
          </div>
          <TextField
            required
            label={t('signIn.code')}
            error={told === 'code' ? t('signIn.codeWrong') : undefined}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(value) => setCode(value.replace(/\D/g, ''))}
          />
          <CallProblem error={signIn.error} />
        </>
      )}
      <Button type="submit" kind="primary" size="large" wide busy={ask.isPending || signIn.isPending}>
        {sent === undefined ? t('signIn.ask') : t('signIn.enter')}
      </Button>
      {sent === undefined ? null : (
        <Button kind="quiet" disabled={wait.seconds > 0} onClick={askCode}>
          {wait.seconds > 0 ? t('signIn.again', { seconds: wait.seconds }) : t('signIn.askAgain')}
        </Button>
      )}
      <p className={parts.note}>{t('signIn.privacy')}</p>
    </form>
  );
}
