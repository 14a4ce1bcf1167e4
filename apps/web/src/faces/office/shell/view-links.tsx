import { Link, useLocation } from '@tanstack/react-router';
import { App } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { caseFilterQuery } from '../../../features/cases/case-filter-search.ts';
import { useDeleteView } from '../../../features/cases/delete-view.ts';
import { useListSavedViews } from '../../../features/cases/list-saved-views.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { type BuiltInView, builtInViews } from '../inbox/built-in-views.ts';
import { readInboxSearch, standingView } from '../inbox/inbox-search.ts';
import styles from './office-shell.module.css';

/** Under the inbox: the built-in views with true counts, then one's own. */
export function ViewLinks({ counts }: { readonly counts: ReadonlyMap<BuiltInView, string> }) {
  const { t } = useTranslation('office');
  const { message } = App.useApp();
  const location = useLocation();
  const { data } = useListSavedViews({});
  const { mutateAsync } = useDeleteView();
  const isInbox = location.pathname.endsWith('/inbox');
  // Anything may stand in an address: read like any other input.
  const search = readInboxSearch(location.search as Record<string, unknown>);
  const standing = isInbox ? standingView(search) : null;
  const here = caseFilterQuery(search);

  async function remove(viewId: string): Promise<void> {
    try {
      await mutateAsync({ viewId });
    } catch (error) {
      message.error(readRefusal(error, t('refusal.unknown')).message);
    }
  }

  return (
    <ul className={styles.views}>
      {builtInViews.map((view) => (
        <li key={view}>
          <Link
            to="/inbox"
            search={{ view }}
            className={styles.view}
            activeProps={{}}
            aria-current={standing === view ? 'true' : undefined}
          >
            <span>{t(`view.${view}`)}</span>
            <span className={styles.count}>{counts.get(view) ?? ''}</span>
          </Link>
        </li>
      ))}
      {data?.views.map((view) => (
        <li key={view.id} className={styles.own}>
          <Link
            to="/inbox"
            search={{ ...view.filter, order: view.order }}
            className={styles.view}
            activeProps={{}}
            aria-current={isInbox && standing === null && here === caseFilterQuery(view.filter) ? 'true' : undefined}
          >
            <span>{view.name}</span>
          </Link>
          <button
            type="button"
            className={styles.remove}
            aria-label={t('view.remove', { name: view.name })}
            onClick={() => void remove(view.id)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
