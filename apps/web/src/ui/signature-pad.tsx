import { createRequestId } from '@linli/client';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import type { PreparedPhoto } from './shrink-photo.ts';
import styles from './signature-pad.module.css';

export type SignaturePadProps = {
  /** What to do where writing on the screen is hard, if not what stands beside it. */
  readonly hint?: string;
  readonly onDone: (signature: PreparedPhoto) => void;
  readonly onCancel: () => void;
};

// Twice the size it is shown at, so that it prints well.
const SIZE = { width: 1200, height: 400 };
const PEN_PX = 6;

/**
 * Signing with finger, pen or mouse; the picture is a PNG with a white ground. Whoever cannot draw signs the paper and adds
 * a photo of it: the buttons for that stand beside this.
 */
export function SignaturePad({ hint, onDone, onCancel }: SignaturePadProps) {
  const { t } = useTranslation(['ui', 'common']);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDown = useRef(false);
  const [isBlank, setBlank] = useState(true);
  const [failed, setFailed] = useState(false);

  function draw(event: PointerEvent<HTMLCanvasElement>): void {
    const context = event.currentTarget.getContext('2d');
    if (context === null || (event.type === 'pointermove' && !isDown.current)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIZE.width;
    const y = ((event.clientY - box.top) / box.height) * SIZE.height;
    if (event.type === 'pointerdown') {
      isDown.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      context.lineWidth = PEN_PX;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.strokeStyle = '#1b2430';
      context.beginPath();
      context.moveTo(x, y);
      setBlank(false);
    }
    // A tap alone leaves a dot.
    context.lineTo(x, y);
    context.stroke();
  }

  function clear(): void {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SIZE.width, SIZE.height);
    setBlank(true);
  }

  async function use(): Promise<void> {
    if (canvas.current === null || isBlank) return;
    const blob = await pictureOf(canvas.current);
    if (blob === null) setFailed(true);
    else onDone({ id: createRequestId(), blob, ...SIZE });
  }

  return (
    <div className={styles.pad}>
      <canvas
        ref={canvas}
        {...SIZE}
        className={styles.canvas}
        role="img"
        aria-label={t('ui:signature.label')}
        onPointerDown={draw}
        onPointerMove={draw}
        onPointerUp={() => {
          isDown.current = false;
        }}
        onPointerCancel={() => {
          isDown.current = false;
        }}
      />
      <p className={styles.note} role={failed ? 'alert' : undefined}>
        {failed ? t('ui:signature.failed') : (hint ?? t('ui:signature.hint'))}
      </p>
      <div className={styles.buttons}>
        <Button kind="primary" disabled={isBlank} onClick={() => void use()}>
          {t('ui:signature.use')}
        </Button>
        <Button disabled={isBlank} onClick={clear}>
          {t('ui:signature.clear')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** The drawing on white: papers and photos have no see-through ground. Null where the browser gives no picture. */
function pictureOf(drawn: HTMLCanvasElement): Promise<Blob | null> {
  const paper = document.createElement('canvas');
  paper.width = SIZE.width;
  paper.height = SIZE.height;
  const context = paper.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  context.drawImage(drawn, 0, 0);
  return new Promise((resolve) => paper.toBlob(resolve, 'image/png'));
}
