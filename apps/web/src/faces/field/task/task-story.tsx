import { fileUrl } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { stageNames } from '../../../features/cases/stage-names.ts';
import { type StoryStep, StoryTimeline } from '../../../ui/story-timeline.tsx';
import { useReadText } from '../words/use-read-text.ts';
import styles from './task-page.module.css';

type Entry = CaseDetail['story'][number];

/** What happened so far, newest first. Ticks are told by the checklist. */
export function TaskStory({ task }: { readonly task: CaseDetail }) {
  const { t } = useTranslation(['field', 'cases', 'common']);
  const headingId = useId();
  const read = useReadText();
  const steps = task.story
    .filter((entry) => entry.kind !== 'tick')
    .toSorted((a, b) => b.seq - a.seq)
    .map(
      (entry): StoryStep => ({
        id: entry.id,
        at: entry.at,
        title: titleOf(entry),
        by: entry.by,
        body: entry.words === '' ? undefined : entry.words,
        tone: toneOf(entry),
        photos: entry.photos.map((hash, index) => ({
          src: fileUrl(hash, 'thumb'),
          href: fileUrl(hash, 'full'),
          alt: t('field:task.photoAlt', { number: index + 1 }),
        })),
      }),
    );
  function titleOf(entry: Entry): string {
    const names = stageNames(task.type, entry.data).map(read);
    if (entry.kind === 'advance' && names.length > 0) return names.join(t('common:colon'));
    if (entry.kind === 'join' && entry.data.invited === true) return t('cases:story.joinInvited');
    const told = t(`cases:story.${entry.kind}`);
    return entry.data.clock === 'stage' && names[0] !== undefined ? [names[0], told].join(t('common:colon')) : told;
  }

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t('field:task.story')}
      </h2>
      <StoryTimeline steps={steps} />
    </section>
  );
}

function toneOf(entry: Entry): NonNullable<StoryStep['tone']> {
  if (entry.kind === 'check-pass') return 'good';
  if (entry.kind === 'overdue' || entry.kind === 'check-fail') return 'bad';
  return ['urge', 'supervise', 'return', 'escalate', 'reopen'].includes(entry.kind) ? 'caution' : 'plain';
}
