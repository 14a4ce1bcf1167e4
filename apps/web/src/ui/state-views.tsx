import { CloudOff, Inbox, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './state-views.module.css';

export type StateAction = { readonly label: string; readonly onPress: () => void };

export type StateViewProps = {
  readonly title: string;
  readonly body?: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: StateAction | undefined;
  readonly role?: 'alert' | 'status';
};

/** One designed way to say that there is nothing to show, and what comes next. */
export function StateView({ title, body, icon, action, role }: StateViewProps) {
  return (
    <div className={styles.state} role={role}>
      {icon === undefined ? null : (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {body === undefined ? null : <div className={styles.body}>{body}</div>}
      {action === undefined ? null : <Button onClick={action.onPress}>{action.label}</Button>}
    </div>
  );
}

/** Nothing here yet: `title` says so, `body` says what will appear and how. */
export function Empty(props: Omit<StateViewProps, 'role'>) {
  return <StateView icon={<Inbox />} {...props} />;
}

/** Our fault, with the number to read out on the phone. */
export function ErrorState({ requestId, onRetry }: { requestId?: string | undefined; onRetry?: () => void }) {
  const { t } = useTranslation(['ui', 'common']);
  return (
    <StateView
      role="alert"
      icon={<TriangleAlert />}
      title={t('ui:state.errorTitle')}
      body={
        <>
          {t('ui:state.errorBody')}
          {requestId === undefined ? null : (
            <strong className={styles.requestId}>{t('ui:state.requestId', { id: requestId })}</strong>
          )}
        </>
      }
      action={onRetry === undefined ? undefined : { label: t('common:action.retry'), onPress: onRetry }}
    />
  );
}

/** Not open to this reader. `body` may say whose it is. */
export function Refused({ body, action }: Pick<StateViewProps, 'body' | 'action'>) {
  const { t } = useTranslation('ui');
  return (
    <StateView icon={<Lock />} title={t('state.refusedTitle')} body={body ?? t('state.refusedBody')} action={action} />
  );
}

/** No network. */
export function Offline({ onRetry }: { readonly onRetry?: () => void }) {
  const { t } = useTranslation(['ui', 'common']);
  return (
    <StateView
      role="status"
      icon={<CloudOff />}
      title={t('ui:state.offlineTitle')}
      body={t('ui:state.offlineBody')}
      action={onRetry === undefined ? undefined : { label: t('common:action.retry'), onPress: onRetry }}
    />
  );
}

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** Grey shapes where words will stand: `rows` (at most eight) lines of a list, or one block for a picture or map. */
export function Skeleton({ shape = 'rows', rows = 4 }: { readonly shape?: 'rows' | 'block'; readonly rows?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.skeleton} data-shape={shape} role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {(shape === 'block' ? ['block'] : ROWS.slice(0, rows)).map((row) => (
        <span key={row} />
      ))}
    </div>
  );
}
