import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';

export type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  /** `sheet` rises from the bottom on phones; `centre` everywhere. */
  readonly place?: 'sheet' | 'centre';
};

/**
 * The browser's own modal: it keeps the focus inside, closes on Escape, and gives the focus back.
 * A control with `data-autofocus` is focused on opening, else the close button.
 */
export function Dialog({ open, title, onClose, children, actions, place = 'sheet' }: DialogProps) {
  const { t } = useTranslation('ui');
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  // On the body: a dialog may not stand inside a paragraph, and a masked name often does.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the close button are the keyboard's ways
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-place={place}
      aria-labelledby={headingId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <div className={styles.inside}>
          <header className={styles.header}>
            <h2 id={headingId}>{title}</h2>
            <button type="button" className={styles.close} aria-label={t('dialog.closeLabel')} onClick={onClose}>
              <X aria-hidden="true" />
            </button>
          </header>
          <div className={styles.body}>{children}</div>
          {actions === undefined ? null : <footer className={styles.actions}>{actions}</footer>}
        </div>
      ) : null}
    </dialog>,
    document.body,
  );
}
