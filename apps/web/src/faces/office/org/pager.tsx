import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './org-page.module.css';

export interface Pages {
  /** Key of the last row before this page; none on the first. */
  readonly after: string | undefined;
  readonly back: () => void;
  readonly forth: (next: string) => void;
  /** To the first page: what is looked for has changed. */
  readonly restart: () => void;
}

/** Pages of a list told by key: back is as exact as forth. */
export function usePages(): Pages {
  const [before, setBefore] = useState<readonly string[]>([]);
  return {
    after: before.at(-1),
    back: () => setBefore(before.slice(0, -1)),
    forth: (next) => setBefore([...before, next]),
    restart: () => setBefore([]),
  };
}

/** Back and forth below a table. `next`: the key of the page after this one; null on the last. */
export function Pager({ pages, next }: { readonly pages: Pages; readonly next: string | null }) {
  const { t } = useTranslation('org');
  return (
    <div className={styles.pages}>
      <Button disabled={pages.after === undefined} onClick={pages.back}>
        {t('post.previous')}
      </Button>
      <Button disabled={next === null} onClick={() => (next === null ? undefined : pages.forth(next))}>
        {t('post.next')}
      </Button>
    </div>
  );
}
