import type { CallOutput } from '@linli/client';
import type { CaseDetail, findSameMatter } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useJoinCase } from '../../../features/cases/join-case.ts';
import { useMergeCase } from '../../../features/cases/merge-case.ts';
import { useFindSameMatter } from '../../../features/sorting/find-same-matter.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import panel from '../case/case-panel.module.css';
import { useSession } from '../shell/use-session.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './sorting.module.css';

type Found = CallOutput<typeof findSameMatter>['cases'][number];

/** Cases that may be the same matter, with the reasons; an open one can take this case in, so that everyone is answered there. */
export function SameMatter({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['sorting', 'office']);
  const { permissions } = useSession();
  const may = permissions.includes('cases:desk');
  const { data } = useFindSameMatter({ caseId: detail.id }, { enabled: may });
  if (data === undefined || data.cases.length === 0) return null;
  return (
    <section className={panel.section}>
      <h3>{t('sorting:same.title')}</h3>
      <ul className={styles.rows}>
        {data.cases.map((found) => (
          <SameRow key={found.caseId} detail={detail} found={found} />
        ))}
      </ul>
    </section>
  );
}

function SameRow({ detail, found }: { readonly detail: CaseDetail; readonly found: Found }) {
  const { t } = useTranslation(['sorting', 'office']);
  const { message } = App.useApp();
  const local = useLocalText();
  const merge = useMergeCase();
  const join = useJoinCase();

  async function attempt(work: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await work();
      message.success(done);
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  const mergeInto = () =>
    attempt(
      () => merge.mutateAsync({ caseId: detail.id, seq: detail.seq, intoCaseId: found.caseId }),
      t('sorting:same.merged', { number: detail.number }),
    );
  const standBehind = () =>
    attempt(() => join.mutateAsync({ caseId: found.caseId }), t('sorting:same.joined', { number: found.number }));

  return (
    <li className={styles.box}>
      <span className={styles.row}>
        <Link to="/cases/$caseId" params={{ caseId: found.caseId }}>
          {found.number}
        </Link>
        <span>{found.title}</span>
        {found.open ? null : <Tag>{t('sorting:same.closed')}</Tag>}
      </span>
      <span className={styles.note}>{[local(found.typeName), ...reasons()].join(' · ')}</span>
      {found.open ? (
        <span className={styles.row}>
          {detail.can.includes('merge') ? (
            <Button size="small" loading={merge.isPending} onClick={() => void mergeInto()}>
              {t('sorting:same.merge')}
            </Button>
          ) : null}
          <Button size="small" type="text" loading={join.isPending} onClick={() => void standBehind()}>
            {t('sorting:same.join')}
          </Button>
        </span>
      ) : null}
    </li>
  );

  function reasons(): string[] {
    const { metres, hours, words, sameKind, places } = found.reasons;
    const far = Math.round(hours);
    const apart =
      far < 48 ? t('sorting:same.hours', { count: far }) : t('sorting:same.days', { count: Math.round(far / 24) });
    return [
      t('sorting:same.score', { percent: Math.round(found.score * 100) }),
      ...(metres === null ? [] : [t('sorting:same.metres', { metres: Math.round(metres) })]),
      apart,
      t('sorting:same.words', { percent: Math.round(words * 100) }),
      ...(sameKind ? [t('sorting:same.sameKind')] : []),
      ...(places.length === 0 ? [] : [t('sorting:same.places', { places: places.join('、') })]),
    ];
  }
}
