import { Button } from 'antd';
import { PenLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../features/client-context.tsx';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';
import { SignaturePad } from '../../../ui/signature-pad.tsx';
import { PhotosInput, type PhotosInputProps } from '../actions/photos-input.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import { useTrackUpload } from '../actions/uploads.ts';
import styles from './stages.module.css';

/** Photos of a stage; where a paper is due, one may sign on the screen, or add a photo of the signed paper. */
export function EvidenceInput({ signable, ...photos }: PhotosInputProps & { readonly signable: boolean }) {
  const { t } = useTranslation('ui');
  const client = useClient();
  const track = useTrackUpload();
  const latest = useRef(photos.value ?? []);
  useEffect(() => {
    latest.current = photos.value ?? [];
  });
  const [isSigning, setSigning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function add(signature: PreparedPhoto): Promise<boolean> {
    setSigning(false);
    setProblem(null);
    try {
      const { hash } = await client.uploadFile(signature.blob);
      photos.onChange?.([...latest.current, hash]);
      return true;
    } catch (error) {
      setProblem(readRefusal(error, t('photo.failed')).message);
      return false;
    }
  }

  return (
    <div className={styles.evidence}>
      <PhotosInput {...photos} />
      {signable && !isSigning ? (
        <div>
          <Button icon={<PenLine size={14} aria-hidden="true" />} onClick={() => setSigning(true)}>
            {t('signature.open')}
          </Button>
        </div>
      ) : null}
      {isSigning ? (
        <SignaturePad onDone={(signature) => track(add(signature))} onCancel={() => setSigning(false)} />
      ) : null}
      {problem === null ? null : <p role="alert">{problem}</p>}
    </div>
  );
}
