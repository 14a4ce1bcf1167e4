import type { CallOutput } from '@linli/client';
import type { listMyRights } from '@linli/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowUpRights } from '../../../features/privacy/follow-up-rights.ts';
import { useListMyRights } from '../../../features/privacy/list-my-rights.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { CopyLinks } from './copy-section.tsx';

type Request = CallOutput<typeof listMyRights>['requests'][number];
/** Of one's own steps those with words: never two open at once. */
const writtenActs = ['supply', 'object'] as const;

/** My requests, where each stands, and what is open to me. */
export function RequestList() {
  const { t } = useTranslation('privacy');
  const query = useListMyRights({});
  return (
    <QueryView query={query}>
      {({ requests, copies }) =>
        requests.length === 0 ? (
          <p>{t('rights.none')}</p>
        ) : (
          <ul className={parts.list}>
            {requests.map((request) => (
              <RequestItem
                key={request.id}
                request={request}
                copyId={copies.find(({ rightsId }) => rightsId === request.id)?.copyId ?? null}
              />
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function RequestItem({ request, copyId }: { readonly request: Request; readonly copyId: string | null }) {
  const { t } = useTranslation('privacy');
  const { t: uiText } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const [words, setWords] = useState('');
  const { mutate, isPending, error } = useFollowUpRights();
  const writes = writtenActs.find((each) => request.can.includes(each));
  const act = (each: (typeof writtenActs)[number] | 'take-back') =>
    mutate({ rightsId: request.id, revision: request.revision, act: each, words });
  const asked = request.state === 'needs-more' ? request.steps.findLast((step) => step.act === 'ask-more') : undefined;
  const lifted = request.steps.findLast((step) => step.act === 'lift');
  const isDone = request.state === 'answered' || request.state === 'taken-back';
  const due = t('rights.due', { time: instantWords(request.dueAt, now, uiText) });
  const late = request.overdue ? t('rights.overdue') : due;
  return (
    <li className={parts.item}>
      <strong>
        {t(`kinds.${request.kind}`)} · {t(`states.${request.state}`)}
      </strong>
      <p className={parts.note}>{request.number}</p>
      {request.asker === 'guardian' && request.subjectName !== null ? (
        <p>{t('rights.forWard', { name: request.subjectName })}</p>
      ) : null}
      {request.fields.length === 0 ? null : (
        <p className={parts.note}>
          {t('rights.ofFields', { fields: request.fields.map(({ label }) => read(label)).join(t('desk.comma')) })}
        </p>
      )}
      {isDone ? null : <p>{request.waitingSince === null ? late : t('rights.waiting')}</p>}
      {asked === undefined ? null : <p>{t('rights.asked', { words: asked.words })}</p>}
      {request.outcome === null ? null : (
        <p>
          {t(`outcomes.${request.outcome}`)}
          {request.ground === null ? null : ` · ${t(`grounds.${request.ground}`)}`}
        </p>
      )}
      {request.answer ? <p>{t('rights.answer', { words: request.answer })}</p> : null}
      {lifted === undefined ? null : <p>{t('rights.lifted', { time: instantWords(lifted.at, now, uiText) })}</p>}
      {request.article ? <p className={parts.note}>{t('rights.article', { article: read(request.article) })}</p> : null}
      {request.proofs.map((proof) => (
        <p key={proof.id} className={parts.note}>
          {t('rights.proof', {
            what: [
              proof.group === '' ? '' : t(`groups.${proof.group as 'identity'}`),
              t(`deleted.${proof.kind as 'fact'}`),
            ]
              .filter((words) => words !== '')
              .join(' · '),
            count: proof.rows,
            time: instantWords(proof.at, now, uiText),
            hash: proof.idsHash.slice(0, 16),
          })}
        </p>
      ))}
      {copyId === null ? null : <CopyLinks copyId={copyId} />}
      {writes === undefined ? null : (
        <details className={parts.fold} open={writes === 'supply'}>
          <summary>{t(`acts.${writes}`)}</summary>
          <div className={parts.stack}>
            <TextArea
              label={t(writes === 'supply' ? 'rights.supplyWords' : 'rights.objectWords')}
              value={words}
              onChange={setWords}
              maxLength={1000}
            />
            <p className={parts.actions}>
              <Button kind="primary" busy={isPending} onClick={() => act(writes)}>
                {t('rights.send')}
              </Button>
            </p>
          </div>
        </details>
      )}
      <CallProblem error={error} />
      {request.can.includes('take-back') ? (
        <p className={parts.actions}>
          <Button busy={isPending} onClick={() => act('take-back')}>
            {t('acts.take-back')}
          </Button>
        </p>
      ) : null}
    </li>
  );
}
