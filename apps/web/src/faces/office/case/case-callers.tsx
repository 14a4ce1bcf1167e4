import type { CaseCaller, CaseDetail } from '@linli/contract';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { KeyRound, Phone, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddCaller } from '../../../features/cases/add-caller.ts';
import { useAnswerCaller } from '../../../features/cases/answer-caller.ts';
import { useListCallers } from '../../../features/cases/list-callers.ts';
import { useRevealCaller } from '../../../features/cases/reveal-caller.ts';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { WordsItem } from '../actions/words-item.tsx';
import styles from './case-panel.module.css';

const ways = ['phone', 'visit', 'message', 'not-reached'] as const;
type Doing = { readonly kind: 'answer' | 'reveal'; readonly caller: CaseCaller } | { readonly kind: 'add' };
type Contact = { readonly name: string; readonly phone: string | null };

/** Everyone who called, masked, and who still waits for an answer. Nothing is drawn where nobody called and nobody may be added. */
export function CaseCallers({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('imports');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const { data } = useListCallers({ caseId: detail.id });
  const [doing, setDoing] = useState<Doing | null>(null);
  const [shown, setShown] = useState<ReadonlyMap<string, Contact>>(new Map());
  const asksCallers = detail.channel === 'hotline' || detail.type.answerAll;
  if (data === undefined || (data.callers.length === 0 && !(data.mayAdd && asksCallers))) return null;
  const mayAnswer = detail.can.includes('answer');
  return (
    <section className={styles.section}>
      <h3>{t('callers.title')}</h3>
      {data.callers.length === 0 ? <p>{t('callers.none')}</p> : null}
      <ul>
        {data.callers.map((caller) => (
          <li key={caller.id} className={styles.line}>
            <span>{wordsOf(caller, shown.get(caller.id), t('callers.anonymous'))}</span>
            <span className={styles.meta}>
              {[caller.orderNumber, instantWords(caller.calledAt, now, ui), standing(caller)]
                .filter((word) => word !== '')
                .join(' · ')}
            </span>
            {data.mayReveal && !caller.anonymous && !shown.has(caller.id) ? (
              <Button
                size="small"
                icon={<KeyRound size={14} aria-hidden="true" />}
                onClick={() => setDoing({ kind: 'reveal', caller })}
              >
                {t('callers.show')}
              </Button>
            ) : null}
            {mayAnswer && caller.answered === null && caller.wantsAnswer ? (
              <Button
                size="small"
                icon={<Phone size={14} aria-hidden="true" />}
                onClick={() => setDoing({ kind: 'answer', caller })}
              >
                {t('callers.answer')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {data.mayAdd ? (
        <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setDoing({ kind: 'add' })}>
          {t('callers.add')}
        </Button>
      ) : null}
      {doing?.kind === 'add' ? <AddCaller caseId={detail.id} onClose={() => setDoing(null)} /> : null}
      {doing?.kind === 'answer' ? (
        <AnswerCaller caseId={detail.id} callerId={doing.caller.id} onClose={() => setDoing(null)} />
      ) : null}
      {doing?.kind === 'reveal' ? (
        <RevealCaller
          caseId={detail.id}
          callerId={doing.caller.id}
          onShown={(contact) => setShown(new Map([...shown, [doing.caller.id, contact]]))}
          onClose={() => setDoing(null)}
        />
      ) : null}
    </section>
  );

  function standing(caller: CaseCaller): string {
    if (caller.answered !== null) return t('callers.answered', { when: instantWords(caller.answered.at, now, ui) });
    return caller.wantsAnswer ? t('callers.waiting') : t('callers.noAnswer');
  }
}

function wordsOf(caller: CaseCaller, full: Contact | undefined, anonymous: string): string {
  if (caller.anonymous) return anonymous;
  const { name, phone } = full ?? caller;
  return [name, phone].filter((word) => word !== null && word !== '').join(' · ');
}

type CallerDialogProps = { readonly caseId: string; readonly callerId: string; readonly onClose: () => void };

function AnswerCaller({ caseId, callerId, onClose }: CallerDialogProps) {
  const { t } = useTranslation('imports');
  const { mutateAsync } = useAnswerCaller();
  return (
    <ActionForm<{ how: (typeof ways)[number]; words: string }>
      title={t('callers.answerTitle')}
      explains={t('callers.answerExplains')}
      submitLabel={t('callers.answer')}
      doneWords={t('callers.done')}
      initialValues={{ how: 'phone' }}
      onSubmit={(values) => mutateAsync({ caseId, callerId, ...values })}
      onClose={onClose}
    >
      <Form.Item name="how" label={t('callers.how')}>
        <Radio.Group options={ways.map((value) => ({ value, label: t(`way.${value}`) }))} />
      </Form.Item>
      <WordsItem name="words" required label={t('callers.words')} />
    </ActionForm>
  );
}

function RevealCaller(props: CallerDialogProps & { readonly onShown: (contact: Contact) => void }) {
  const { caseId, callerId, onShown, onClose } = props;
  const { t } = useTranslation('imports');
  const { mutateAsync } = useRevealCaller();
  return (
    <ActionForm<{ reason: string }>
      title={t('callers.reveal')}
      explains={t('callers.revealExplains')}
      submitLabel={t('callers.show')}
      doneWords={t('callers.revealed')}
      onSubmit={async ({ reason }) => onShown(await mutateAsync({ caseId, callerId, reason }))}
      onClose={onClose}
    >
      <WordsItem name="reason" required min={4} max={200} label={t('callers.reason')} />
    </ActionForm>
  );
}

type NewCaller = { name?: string; phone?: string; orderNumber?: string; anonymous?: boolean; chaser?: boolean };

function AddCaller({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const { mutateAsync } = useAddCaller();
  return (
    <ActionForm<NewCaller>
      title={t('callers.add')}
      explains={t('callers.addExplains')}
      submitLabel={t('callers.add')}
      doneWords={t('callers.added')}
      onSubmit={({ phone, ...values }) =>
        mutateAsync({ caseId, ...values, phone: phone === undefined || phone.trim() === '' ? null : phone.trim() })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label={t('callers.name')}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="phone" label={t('callers.phone')}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="orderNumber" label={t('callers.order')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="anonymous" valuePropName="checked">
        <Checkbox>{t('callers.anonymous')}</Checkbox>
      </Form.Item>
      <Form.Item name="chaser" valuePropName="checked">
        <Checkbox>{t('callers.chaser')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
