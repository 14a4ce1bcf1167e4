import type { inviteParty, OutputOf } from '@linli/contract';
import { Alert, App, Button, Modal } from 'antd';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './stages.module.css';

export type NewInvitation = Pick<OutputOf<typeof inviteParty>, 'code' | 'delivery'> & { readonly until: string };

/** The code and its link, this once: closed, they are nowhere to be seen again. */
export function InvitationCode({ invitation, onClose }: { invitation: NewInvitation; onClose: () => void }) {
  const { t } = useTranslation(['stages', 'common']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const { message } = App.useApp();
  const { code, delivery, until } = invitation;
  // Behind the number sign: a browser sends nothing of it to any server, so no log holds it.
  const link = `${window.location.origin}/invited#${code}`;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      message.success(t('stages:invitation.copied'));
    } catch {
      // Without https, or where it was forbidden, a page may not copy.
      message.warning(t('stages:invitation.copyFailed'));
    }
  }

  return (
    <Modal
      open
      title={t('stages:invitation.codeTitle')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('common:action.close')}</Button>}
      mask={{ closable: false }}
    >
      {code === null ? (
        <Alert type="warning" showIcon title={t('stages:invitation.codeGone')} />
      ) : (
        <>
          <p className={styles.code}>{code}</p>
          <p className={styles.link}>{link}</p>
          <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy()}>
            {t('stages:invitation.copy')}
          </Button>
          {delivery === null ? null : <p className={styles.delivery}>{t(`stages:invitation.delivery.${delivery}`)}</p>}
          <p className={styles.soft}>{t('stages:invitation.once', { when: instantWords(until, now, ui) })}</p>
        </>
      )}
    </Modal>
  );
}
