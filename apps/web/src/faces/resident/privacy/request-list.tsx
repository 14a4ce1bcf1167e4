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
const ownActs = ['supply', 'object', 'take-back'] as const;

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
  const open = ownActs.filter((act) => request.can.includes(act));
  const isDone = request.state === 'answered' || request.state === 'taken-back';
  const due = t('rights.due', { time: instantWords(request.dueAt, now, uiText) });
  const late = request.overdue ? t('rights.overdue') : due;
  return (
    <li className={parts.item}>
      <strong>
        {t(`kinds.${request.kind}`)} · {t(`states.${request.state}`)}
      </strong>
      <p className={parts.note}>{request.number}</p>
      {isDone ? null : <p>{request.waitingSince === null ? late : t('rights.waiting')}</p>}
      {request.steps.findLast(({ act }) => act === 'ask-more' && request.state === 'needs-more')?.words}
      {request.outcome === null ? null : <p>{t(`outcomes.${request.outcome}`)}</p>}
      {request.answer ? <p>{t('rights.answer', { words: request.answer })}</p> : null}
      {request.article ? <p className={parts.note}>{t('rights.article', { article: read(request.article) })}</p> : null}
      {copyId === null ? null : <CopyLinks copyId={copyId} />}
      {open.some((act) => act !== 'take-back') ? (
        <TextArea label={t('rights.supplyWords')} value={words} onChange={setWords} maxLength={1000} />
      ) : null}
      <CallProblem error={error} />
      <p className={parts.actions}>
        {open.map((act) => (
          <Button
            key={act}
            busy={isPending}
            onClick={() => mutate({ rightsId: request.id, revision: request.revision, act, words })}
          >
            {t(`acts.${act}`)}
          </Button>
        ))}
      </p>
    </li>
  );
}
