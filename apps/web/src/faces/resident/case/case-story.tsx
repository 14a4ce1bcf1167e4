import { fileUrl } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { nextDue } from '../../../features/cases/promised-step.ts';
import { stageNames } from '../../../features/cases/stage-names.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { type StoryStep, StoryTimeline } from '../../../ui/story-timeline.tsx';
import { dueWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './case.module.css';

type Entry = CaseDetail['story'][number];

// Ticks and the clock's own reminders are housekeeping; a neighbour reads what people did.
const UNTOLD: ReadonlySet<Entry['kind']> = new Set(['tick', 'remind']);
const TONES: Partial<Record<Entry['kind'], NonNullable<StoryStep['tone']>>> = {
  handle: 'good',
  'check-pass': 'good',
  return: 'caution',
  urge: 'caution',
  supervise: 'caution',
  escalate: 'caution',
  'check-fail': 'bad',
  decline: 'bad',
  overdue: 'bad',
  reopen: 'caution',
};

/** What is promised next, then all that happened, newest first. */
export function CaseStory({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['resident', 'cases', 'common', 'ui']);
  const read = useReadText();

  function titleOf(entry: Entry): string {
    const to = entry.data.toName;
    if (entry.kind === 'dispatch' && typeof to === 'string') return t('resident:story.dispatchTo', { to });
    const score = entry.data.score;
    if (entry.kind === 'rate' && typeof score === 'number') return t('resident:story.rated', { score });
    if (entry.kind === 'join' && entry.data.invited === true)
      return t(entry.mine ? 'resident:story.joinedByCode' : 'cases:story.joinInvited');
    const names = entry.kind === 'advance' ? stageNames(detail.type, entry.data).map(read) : [];
    const [stage, way] = names;
    if (stage === undefined) return t(`cases:story.${entry.kind}`);
    return way === undefined ? t('resident:story.stepDone', { stage }) : names.join(t('common:colon'));
  }

  const steps = detail.story
    .filter(({ kind }) => !UNTOLD.has(kind))
    .toSorted((a, b) => b.seq - a.seq)
    .map(
      (entry): StoryStep => ({
        id: entry.id,
        at: entry.at,
        title: titleOf(entry),
        by: entry.mine ? t('resident:story.me') : entry.by,
        body: entry.words === '' ? undefined : <p className={styles.told}>{entry.words}</p>,
        tone: TONES[entry.kind],
        photos: entry.photos.map((hash, index) => ({
          src: fileUrl(hash, 'thumb'),
          href: fileUrl(hash, 'full'),
          alt: t('ui:photo.alt', { number: index + 1 }),
        })),
      }),
    );
  return <StoryTimeline steps={steps} promise={<NextWords detail={detail} />} />;
}

/** Who owes what next, and until when. */
function NextWords({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['resident', 'cases']);
  const { t: uiText } = useTranslation('ui');
  const now = useNow();
  const who = detail.holder?.name ?? t('cases:holder.desk');
  const read = useReadText();
  const due = nextDue(detail, now);
  if (detail.can.includes('check-pass')) return <p>{t('resident:next.yours')}</p>;
  if (detail.current?.mayTake === true)
    return <p>{t('resident:next.yourStep', { stage: read(detail.current.name) })}</p>;
  if (detail.state === 'closed' && detail.type.rating.reopenDays === 0) return <p>{t('resident:next.final')}</p>;
  if (due === null || due.clock === 'total') return <p>{t(`resident:next.${detail.state}`, { who })}</p>;
  const when = dueWords(due.at, now, uiText);
  const stage = due.clock === 'stage' && detail.stage !== null ? read(detail.stage.name) : null;
  const what = t(`cases:clock.${due.clock}`);
  const byStage = due.overdue ? 'resident:next.stageLate' : 'resident:next.stageBy';
  const byStep = due.overdue ? 'resident:next.late' : 'resident:next.by';
  return (
    <>
      <p>{t(`resident:next.${detail.state}`, { who })}</p>
      <p>{stage === null ? t(byStep, { when, what }) : t(byStage, { when, stage })}</p>
    </>
  );
}
