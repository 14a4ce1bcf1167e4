import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './story-timeline.module.css';
import { instantWords, timeWords } from './time-words.ts';
import { useNow } from './use-now.ts';

export type StoryStep = {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** What happened, in words. */
  readonly title: string;
  /** The post or unit that did it, never a private name. */
  readonly by?: string | undefined;
  readonly body?: ReactNode;
  readonly tone?: 'plain' | 'good' | 'caution' | 'bad' | undefined;
  readonly photos?: readonly StoryPhoto[] | undefined;
};

export type StoryPhoto = { readonly src: string; readonly alt: string; readonly href?: string | undefined };

export type StoryTimelineProps = {
  /** Newest first. */
  readonly steps: readonly StoryStep[];
  /** What is promised next; stands above the story. */
  readonly promise?: ReactNode;
};

/** A case as a story: what is promised, then what happened, newest first. */
export function StoryTimeline({ steps, promise }: StoryTimelineProps) {
  const { t } = useTranslation('ui');
  const now = useNow();
  if (steps.length === 0 && promise === undefined) return <p>{t('story.empty')}</p>;
  return (
    <ol className={styles.story} aria-label={t('story.label')}>
      {promise === undefined ? null : (
        <li className={styles.step} data-tone="promise">
          <p className={styles.title}>{t('story.promised')}</p>
          <div>{promise}</div>
        </li>
      )}
      {steps.map((step) => (
        <li key={step.id} className={styles.step} data-tone={step.tone ?? 'plain'}>
          <p className={styles.title}>{step.title}</p>
          <p className={styles.meta}>
            <time dateTime={step.at} title={instantWords(step.at, now, t)}>
              {timeWords(step.at, now, t)}
            </time>
            {step.by === undefined ? null : <span>{step.by}</span>}
          </p>
          {step.body === undefined ? null : <div>{step.body}</div>}
          {step.photos === undefined || step.photos.length === 0 ? null : <StoryPhotos photos={step.photos} />}
        </li>
      ))}
    </ol>
  );
}

function StoryPhotos({ photos }: { readonly photos: readonly StoryPhoto[] }) {
  return (
    <ul className={styles.photos}>
      {photos.map((photo) => (
        <li key={photo.src}>
          <a href={photo.href ?? photo.src}>
            <img src={photo.src} alt={photo.alt} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}
