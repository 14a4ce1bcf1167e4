import { fileUrl } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { StoryTimeline } from '../../../ui/story-timeline.tsx';
import styles from './case-panel.module.css';
import { useStoryTitle } from './use-story-title.ts';

type Entry = CaseDetail['story'][number];

const tones: Partial<Record<Entry['kind'], 'good' | 'caution' | 'bad'>> = {
  handle: 'good',
  'check-pass': 'good',
  grant: 'good',
  return: 'caution',
  urge: 'caution',
  supervise: 'caution',
  escalate: 'caution',
  remind: 'caution',
  'check-fail': 'bad',
  refuse: 'bad',
  decline: 'bad',
  overdue: 'bad',
  reopen: 'bad',
};

/** What happened, newest first, as the desk tells it. */
export function CaseStory({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['office', 'ui']);
  const titleOf = useStoryTitle(detail.type);

  const steps = detail.story
    .toSorted((a, b) => b.seq - a.seq)
    .map((entry) => ({
      id: entry.id,
      at: entry.at,
      title: titleOf(entry),
      by: entry.mine ? t('office:story.me', { by: entry.by }) : entry.by,
      body: entry.words === '' ? undefined : <p className={styles.words}>{entry.words}</p>,
      tone: entry.data.supervise === true ? 'caution' : tones[entry.kind],
      photos: entry.photos.map((hash, index) => ({
        src: fileUrl(hash, 'thumb'),
        href: fileUrl(hash, 'full'),
        alt: t('ui:photo.alt', { number: index + 1 }),
      })),
    }));
  return <StoryTimeline steps={steps} />;
}
