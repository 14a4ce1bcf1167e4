import { fileUrl } from '@linli/client';
import { Button, Upload } from 'antd';
import { ImagePlus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../features/client-context.tsx';
import { shrinkPhoto } from '../../../ui/shrink-photo.ts';
import styles from './photos-input.module.css';
import { readRefusal } from './read-refusal.ts';
import { useTrackUpload } from './uploads.ts';

export type PhotosInputProps = {
  /** Given by the form's item. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (hashes: string[]) => void;
  readonly max?: number;
};

/** Photos of an action: chosen or dropped, shrunk, sent at once; the form holds their hashes. */
export function PhotosInput({ id, value = [], onChange, max = 9 }: PhotosInputProps) {
  const { t } = useTranslation(['office', 'ui']);
  const client = useClient();
  const track = useTrackUpload();
  // What stands there when the last photo has arrived, not when the first was chosen: meanwhile one may sign or take one away.
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const [sending, setSending] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);

  /** Whether all arrived. */
  async function add(files: readonly File[]): Promise<boolean> {
    let arrived = true;
    const chosen = files.slice(0, max - value.length);
    const hashes: string[] = [];
    setProblem(null);
    setSending(chosen.length);
    for (const file of chosen) {
      try {
        const { blob } = await shrinkPhoto(file);
        const { hash } = await client.uploadFile(blob);
        hashes.push(hash);
      } catch (error) {
        arrived = false;
        setProblem(readRefusal(error, t('ui:photo.failed')).message);
      }
      setSending((left) => left - 1);
    }
    setSending(0);
    onChange?.([...new Set([...latest.current, ...hashes])]);
    return arrived;
  }

  return (
    <div className={styles.photos}>
      {value.map((hash, index) => (
        <span key={hash} className={styles.photo}>
          <img src={fileUrl(hash, 'thumb')} alt={t('ui:photo.alt', { number: index + 1 })} />
          <button
            type="button"
            aria-label={t('ui:photo.removeLabel', { number: index + 1 })}
            onClick={() => onChange?.(value.filter((each) => each !== hash))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <Upload
        {...(id === undefined ? {} : { id })}
        accept="image/*"
        multiple
        showUploadList={false}
        disabled={value.length >= max || sending > 0}
        beforeUpload={(file, all) => {
          if (file === all[0]) track(add(all));
          return false;
        }}
      >
        <Button icon={<ImagePlus size={14} aria-hidden="true" />} loading={sending > 0}>
          {sending > 0 ? t('office:photosSending', { count: sending }) : t('office:photosAdd')}
        </Button>
      </Upload>
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
