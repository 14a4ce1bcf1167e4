import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { useElderMode } from './elder-mode.ts';
import styles from './toast.module.css';

export type ToastTone = 'plain' | 'good' | 'bad';

export type ToastMessage = {
  readonly words: string;
  readonly tone?: ToastTone;
  /** Undo, or open: while this is offered, the message stays longer (10 minutes in elder mode). */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

export type ShowToast = (message: ToastMessage) => void;

type Shown = ToastMessage & { readonly id: number };

const SHORT_MS = 5_000;
const WITH_ACTION_MS = 15_000;
const ELDER_ACTION_MS = 10 * 60_000;

const ToastContext = createContext<ShowToast>(() => {});

/** `const toast = useToast(); toast({ words })`. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

/** Holds the messages; one to a face. Bad news stays until it is dismissed. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const show = useCallback<ShowToast>((message) => {
    // Never more than three: the oldest makes room.
    setShown((before) => [...before.slice(-2), { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const dismiss = useCallback((id: number) => setShown((before) => before.filter((each) => each.id !== id)), []);
  const region = useMemo(
    () => shown.map((message) => <ToastItem key={message.id} message={message} onDismiss={dismiss} />),
    [shown, dismiss],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section className={styles.region} aria-live="polite" aria-label={t('toast.region')}>
        {region}
      </section>
    </ToastContext>
  );
}

function ToastItem({ message, onDismiss }: { message: Shown; onDismiss: (id: number) => void }) {
  const { t } = useTranslation('ui');
  const elder = useElderMode();
  const { id, words, tone = 'plain', action } = message;
  const withActionMs = elder === 'off' ? WITH_ACTION_MS : ELDER_ACTION_MS;
  const lastsMs = action === undefined ? SHORT_MS : withActionMs;

  useEffect(() => {
    if (tone === 'bad') return;
    const timer = setTimeout(() => onDismiss(id), lastsMs);
    return () => clearTimeout(timer);
  }, [id, tone, lastsMs, onDismiss]);

  // Whoever presses something else has moved on: the message must not stand over what comes next.
  useEffect(() => {
    if (tone === 'bad' || action !== undefined || elder !== 'off') return;
    const leave = () => onDismiss(id);
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [id, tone, action, elder, onDismiss]);

  return (
    <div className={styles.toast} data-tone={tone}>
      <p>{words}</p>
      {action === undefined ? null : (
        <Button
          kind="quiet"
          onClick={() => {
            action.onPress();
            onDismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <Button kind="quiet" onClick={() => onDismiss(id)}>
        {t('toast.dismiss')}
      </Button>
    </div>
  );
}
