import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequestOwnCode } from '../../../features/access/request-own-code.ts';
import type { CallError } from '../../../features/operation-hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';

export type CodeDialogProps = {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
};

/** Sends a code to the account's own telephone and asks for it. */
export function CodeDialog({ busy, error, onCode, onClose }: CodeDialogProps) {
  const { t } = useTranslation('privacy');
  const [code, setCode] = useState('');
  const { mutate: send, data, error: sendError } = useRequestOwnCode();
  useEffect(() => send({}), [send]);
  return (
    <Dialog open title={t('code.title')} onClose={onClose}>
      <form
        className={parts.stack}
        onSubmit={(event) => {
          event.preventDefault();
          onCode(code);
        }}
      >
        {data === undefined ? null : <p>{t('code.body')}</p>}
        {data?.demoCode ? <p>{t('code.demo', { code: data.demoCode })}</p> : null}
        <TextField
          required
          label={t('code.label')}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          data-autofocus
        />
        <CallProblem error={sendError ?? error} />
        <Button type="submit" kind="primary" busy={busy}>
          {t('code.submit')}
        </Button>
      </form>
    </Dialog>
  );
}
