import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMakeMyCopy } from '../../../features/privacy/make-my-copy.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import parts from '../parts/parts.module.css';
import { CodeDialog } from './code-dialog.tsx';

const formats = ['pdf', 'xlsx', 'json'] as const;

/** A copy of everything, to be fetched for a short while after a code. */
export function CopySection({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('privacy');
  const [asking, setAsking] = useState(false);
  const { mutate, data, isPending, error } = useMakeMyCopy();
  return (
    <Section title={t('myData.copy')}>
      <p>{t('myData.copyBody')}</p>
      {data === undefined ? (
        <Button onClick={() => setAsking(true)}>{t('myData.copy')}</Button>
      ) : (
        <CopyLinks copyId={data.copyId} />
      )}
      {asking ? (
        <CodeDialog
          busy={isPending}
          error={error}
          onClose={() => setAsking(false)}
          onCode={(code) => mutate({ subjectId, code }, { onSuccess: () => setAsking(false) })}
        />
      ) : null}
    </Section>
  );
}

/** The open copy in each of its forms. */
export function CopyLinks({ copyId }: { readonly copyId: string }) {
  const { t } = useTranslation('privacy');
  return (
    <p className={parts.actions}>
      {formats.map((format) => (
        <a
          key={format}
          className={buttonClass({ kind: 'plain' })}
          href={`/api/my-copy?copyId=${copyId}&format=${format}`}
          download
        >
          {t('myData.download', { format: t(`myData.formats.${format}`) })}
        </a>
      ))}
    </p>
  );
}
