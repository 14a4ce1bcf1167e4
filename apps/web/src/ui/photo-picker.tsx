import { Camera, Images, PenLine, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import styles from './photo-picker.module.css';
import { type PreparedPhoto, shrinkPhoto } from './shrink-photo.ts';

// Only where somebody signs: not part of what a resident waits for.
const SignaturePad = lazy(async () => ({ default: (await import('./signature-pad.tsx')).SignaturePad }));

export type PhotoPickerProps = FieldWords & {
  readonly id?: string | undefined;
  readonly photos: readonly PreparedPhoto[];
  readonly onChange: (photos: readonly PreparedPhoto[]) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Offers to sign on the screen; a signed paper may be photographed instead. */
  readonly signable?: boolean | undefined;
};

/** Camera or album, several at once; each is shrunk and stripped on the phone before it is kept. */
export function PhotoPicker(props: PhotoPickerProps) {
  const { label, hint, error, required, id, photos, onChange, min = 0, max = 9, signable } = props;
  const { t } = useTranslation('ui');
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const isFull = photos.length >= max;

  async function add(files: readonly File[]): Promise<void> {
    const chosen = files.slice(0, max - photos.length);
    const prepared: PreparedPhoto[] = [];
    setFailed(false);
    for (const file of chosen) {
      setProgress({ done: prepared.length, total: chosen.length });
      try {
        prepared.push(await shrinkPhoto(file));
      } catch {
        setFailed(true);
      }
    }
    setProgress(null);
    onChange([...photos, ...prepared]);
  }

  return (
    <FieldFrame
      as="group"
      label={label}
      hint={hint ?? t('photo.privacy')}
      error={error ?? (failed ? t('photo.failed') : undefined)}
      required={required}
      id={id}
    >
      {(ids) => (
        <>
          {photos.length === 0 ? null : (
            <ul className={styles.photos}>
              {photos.map((photo, index) => (
                <Thumbnail
                  key={photo.id}
                  photo={photo}
                  number={index + 1}
                  onRemove={() => onChange(photos.filter((each) => each.id !== photo.id))}
                />
              ))}
            </ul>
          )}
          <div className={styles.sources}>
            <Source id={ids.id} camera disabled={isFull || progress !== null} words={t('photo.take')} onFiles={add} />
            <Source disabled={isFull || progress !== null} words={t('photo.album')} onFiles={add} />
          </div>
          {signable === true && !isSigning ? (
            <Button icon={<PenLine aria-hidden="true" />} disabled={isFull} onClick={() => setSigning(true)}>
              {t('signature.open')}
            </Button>
          ) : null}
          {isSigning ? (
            <Suspense>
              <SignaturePad
                onCancel={() => setSigning(false)}
                onDone={(signature) => {
                  setSigning(false);
                  onChange([...photos, signature]);
                }}
              />
            </Suspense>
          ) : null}
          <p role="status" className={styles.note}>
            {progress === null
              ? t(min > 0 ? 'photo.limits' : 'photo.limit', { placed: photos.length, min, max })
              : t('photo.preparing', progress)}
          </p>
        </>
      )}
    </FieldFrame>
  );
}

type SourceProps = {
  readonly id?: string;
  readonly camera?: boolean;
  readonly disabled: boolean;
  readonly words: string;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
};

function Source({ id, camera, disabled, words, onFiles }: SourceProps) {
  return (
    <label className={styles.source} data-disabled={disabled}>
      <input
        id={id}
        type="file"
        accept="image/*"
        className="visually-hidden"
        disabled={disabled}
        {...(camera === true ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          const input = event.currentTarget;
          void onFiles([...(input.files ?? [])]);
          input.value = '';
        }}
      />
      {camera === true ? <Camera aria-hidden="true" /> : <Images aria-hidden="true" />}
      {words}
    </label>
  );
}

type ThumbnailProps = {
  readonly photo: PreparedPhoto;
  readonly number: number;
  readonly onRemove: () => void;
};

function Thumbnail({ photo, number, onRemove }: ThumbnailProps) {
  const { t } = useTranslation('ui');
  const address = useMemo(() => URL.createObjectURL(photo.blob), [photo.blob]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <li className={styles.photo}>
      <img src={address} alt={t('photo.alt', { number })} width={photo.width} height={photo.height} />
      <button
        type="button"
        className={styles.remove}
        aria-label={t('photo.removeLabel', { number })}
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}
