import type { CaseDetail, InvitationView } from '@linli/contract';
import { App, Button, Form, Input, Tag } from 'antd';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInviteParty } from '../../../features/cases/invite-party.ts';
import { useListInvitations } from '../../../features/cases/list-invitations.ts';
import { useWithdrawInvitation } from '../../../features/cases/withdraw-invitation.ts';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import panel from '../case/case-panel.module.css';
import { InvitationCode, type NewInvitation } from './invitation-code.tsx';
import styles from './stages.module.css';

const phonePattern = /^1[0-9]{10}$/;
const tones = { open: 'processing', used: 'success', expired: 'default', withdrawn: 'default' } as const;

/** Who was invited to sign with whoever applied, and the way to invite; nothing where no paper is signed. */
export function InvitationsPanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('stages');
  const isAsked = detail.visibility === 'private' && detail.type.stages.some(({ signing }) => signing !== undefined);
  const { data } = useListInvitations({ caseId: detail.id }, { enabled: isAsked });
  const [isInviting, setInviting] = useState(false);
  const [made, setMade] = useState<NewInvitation | null>(null);
  if (data === undefined || (data.invitations.length === 0 && !data.mayInvite)) return null;
  return (
    <section className={panel.section} aria-label={t('invitation.title')}>
      <h3>{t('invitation.title')}</h3>
      {data.invitations.length === 0 ? <p className={styles.soft}>{t('invitation.none')}</p> : null}
      <ul>
        {data.invitations.map((invitation) => (
          <InvitationRow key={invitation.id} caseId={detail.id} invitation={invitation} mayWithdraw={data.mayInvite} />
        ))}
      </ul>
      {data.mayInvite ? (
        <Button size="small" icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => setInviting(true)}>
          {t('invitation.invite')}
        </Button>
      ) : null}
      {isInviting ? <InviteForm caseId={detail.id} onMade={setMade} onClose={() => setInviting(false)} /> : null}
      {made === null ? null : <InvitationCode invitation={made} onClose={() => setMade(null)} />}
    </section>
  );
}

type RowProps = {
  readonly caseId: string;
  readonly invitation: InvitationView;
  readonly mayWithdraw: boolean;
};

function InvitationRow({ caseId, invitation, mayWithdraw }: RowProps) {
  const { t } = useTranslation('stages');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useWithdrawInvitation();
  const { id, state, madeAt, expiresAt, sentTo, usedAt, usedBy } = invitation;

  async function withdraw(): Promise<void> {
    try {
      await mutateAsync({ caseId, invitationId: id });
      message.success(t('invitation.withdrawn'));
    } catch (error) {
      message.error(readRefusal(error, t('invitation.failed')).message);
    }
  }

  return (
    <li className={panel.line}>
      <Tag color={tones[state]}>{t(`invitation.state.${state}`)}</Tag>
      <span className={styles.soft}>
        {[
          t('invitation.made', { when: instantWords(madeAt, now, ui) }),
          sentTo === null ? t('invitation.byHand') : t('invitation.sentTo', { phone: sentTo }),
          usedBy ?? '',
          usedAt === null ? '' : t('invitation.usedAt', { when: instantWords(usedAt, now, ui) }),
          state === 'open' ? t('invitation.until', { when: instantWords(lastMinute(expiresAt), now, ui) }) : '',
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </span>
      {state === 'open' && mayWithdraw ? (
        <Button size="small" loading={isPending} onClick={() => void withdraw()}>
          {t('invitation.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}

type InviteFormProps = {
  readonly caseId: string;
  readonly onMade: (made: NewInvitation) => void;
  readonly onClose: () => void;
};

function InviteForm({ caseId, onMade, onClose }: InviteFormProps) {
  const { t } = useTranslation('stages');
  const { mutateAsync } = useInviteParty();

  async function invite({ phone = '' }: { phone?: string }): Promise<void> {
    const typed = phone.trim();
    const { code, delivery, expiresAt } = await mutateAsync({ caseId, ...(typed === '' ? {} : { phone: typed }) });
    onMade({ code, delivery, until: lastMinute(expiresAt) });
  }

  return (
    <ActionForm<{ phone?: string }>
      title={t('invitation.invite')}
      explains={t('invitation.explains')}
      submitLabel={t('invitation.make')}
      doneWords={t('invitation.ready')}
      onSubmit={invite}
      onClose={onClose}
    >
      <Form.Item
        name="phone"
        label={t('invitation.phone')}
        extra={t('invitation.phoneHint')}
        rules={[
          { pattern: phonePattern, transform: (value?: string) => value?.trim(), message: t('invitation.phoneWrong') },
        ]}
      >
        <Input maxLength={11} inputMode="numeric" autoFocus autoComplete="off" />
      </Form.Item>
    </ActionForm>
  );
}

/** Good until the end of its last day, which people name by its last minute. */
function lastMinute(expiresAt: string): string {
  return new Date(Date.parse(expiresAt) - 60_000).toISOString();
}
