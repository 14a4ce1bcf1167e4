import { useNavigate } from '@tanstack/react-router';
import { CircleCheckBig, Hand, Megaphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './add-sheet.module.css';
import type { AddWay } from './add-way.ts';

export type AddSheetProps = { readonly open: boolean; readonly onClose: () => void };

const WAYS: readonly (readonly [AddWay, ReactNode])[] = [
  ['report', <Megaphone key="report" />],
  ['self', <CircleCheckBig key="self" />],
  ['hand', <Hand key="hand" />],
];

/** What ＋ offers: report, self-handled, raised hand. Visits join when they open. */
export function AddSheet({ open, onClose }: AddSheetProps) {
  const { t } = useTranslation('field');
  const navigate = useNavigate();
  return (
    <Dialog open={open} title={t('add.title')} onClose={onClose}>
      <ul className={styles.ways}>
        {WAYS.map(([way, icon]) => (
          <li key={way}>
            <button
              type="button"
              className={styles.way}
              onClick={() => {
                onClose();
                void navigate({ to: '/add/$way', params: { way } });
              }}
            >
              <span aria-hidden="true">{icon}</span>
              <span>
                <strong>{t(`add.${way}`)}</strong>
                <small>{t(`add.${way}Hint`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
