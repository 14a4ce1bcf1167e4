import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideReturn } from '../../../../features/forms/decide-return.ts';
import { useFillReturn } from '../../../../features/forms/fill-return.ts';
import { useMoveReturn } from '../../../../features/forms/move-return.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay } from '../../shell/use-session.ts';
import styles from '../forms.module.css';
import type { ReturnData } from './return-table.tsx';

/** What may be done with the return now: fill it again, check, give upwards, approve, send back with a reason. */
export function ReturnActs({ data }: { readonly data: ReturnData }) {
  const { t } = useTranslation(['forms', 'office']);
  const { message } = App.useApp();
  const mayFill = useMay('forms:fill');
  const fill = useFillReturn();
  const move = useMoveReturn();
  const decide = useDecideReturn();
  const [sendingBack, setSendingBack] = useState(false);
  const { form, allowed } = data;
  const at = { returnId: form.id, revision: form.revision };
  const isOpen = form.state !== 'given' && form.state !== 'approved';
  const busy = fill.isPending || move.isPending || decide.isPending;

  async function run(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act();
      message.success(done);
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  const may = (act: (typeof allowed)[number]) => allowed.includes(act);
  // What was given is the street's to send back; before that the committee takes it back itself.
  const mayStillSendBack = may('send-back') && !(form.state === 'given' && mayFill);
  return (
    <div className={styles.row}>
      {mayFill && isOpen ? (
        <Button disabled={busy} onClick={() => void run(() => fill.mutateAsync(at), t('forms:act.refilled'))}>
          {t('forms:act.refill')}
        </Button>
      ) : null}
      {mayStillSendBack ? (
        <Button disabled={busy} onClick={() => setSendingBack(true)}>
          {t('forms:act.send-back')}
        </Button>
      ) : null}
      {may('check') ? (
        <Button
          type="primary"
          disabled={busy}
          onClick={() => void run(() => move.mutateAsync({ ...at, act: 'check' }), t('forms:act.checked'))}
        >
          {t('forms:act.check')}
        </Button>
      ) : null}
      {may('give') ? (
        <Button
          type="primary"
          disabled={busy}
          onClick={() => void run(() => move.mutateAsync({ ...at, act: 'give' }), t('forms:act.given'))}
        >
          {t('forms:act.give')}
        </Button>
      ) : null}
      {may('approve') ? (
        <Button
          type="primary"
          disabled={busy}
          onClick={() => void run(() => decide.mutateAsync({ ...at, approve: true }), t('forms:act.approved'))}
        >
          {t('forms:act.approve')}
        </Button>
      ) : null}
      {sendingBack ? (
        <ActionForm<{ words: string }>
          title={t('forms:act.send-back')}
          explains={t('forms:act.sendBackExplains')}
          submitLabel={t('forms:act.send-back')}
          doneWords={t('forms:act.sentBack')}
          onSubmit={({ words }) =>
            form.state === 'given'
              ? decide.mutateAsync({ ...at, approve: false, words })
              : move.mutateAsync({ ...at, act: 'send-back', words })
          }
          onClose={() => setSendingBack(false)}
        >
          <Form.Item
            name="words"
            label={t('forms:act.reason')}
            rules={[{ required: true, whitespace: true, message: t('forms:act.reasonNeeded') }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={300} />
          </Form.Item>
        </ActionForm>
      ) : null}
    </div>
  );
}
