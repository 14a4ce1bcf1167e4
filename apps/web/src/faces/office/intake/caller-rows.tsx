import { Button, Checkbox, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './intake-page.module.css';

export interface CallerDraft {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly orderNumber: string;
  readonly anonymous: boolean;
}

export type CallerRowsProps = {
  readonly callers: readonly CallerDraft[];
  readonly onChange: (callers: readonly CallerDraft[]) => void;
};

const MOST = 20;

/** Everyone who called about the same order, each to be answered. */
export function CallerRows({ callers, onChange }: CallerRowsProps) {
  const { t } = useTranslation(['imports', 'office', 'common']);
  function add(): void {
    const id = Math.max(0, ...callers.map((each) => each.id)) + 1;
    onChange([...callers, { id, name: '', phone: '', orderNumber: '', anonymous: false }]);
  }
  function put(id: number, more: Partial<CallerDraft>): void {
    onChange(callers.map((each) => (each.id === id ? { ...each, ...more } : each)));
  }
  return (
    <fieldset className={styles.callers}>
      <legend>{t('imports:callers.title')}</legend>
      <p>{t('office:intake.callersHint')}</p>
      {callers.map((caller, index) => (
        <fieldset
          key={caller.id}
          className={styles.caller}
          aria-label={t('office:intake.caller', { number: index + 1 })}
        >
          <Input
            value={caller.name}
            maxLength={40}
            disabled={caller.anonymous}
            aria-label={t('imports:callers.name')}
            placeholder={t('imports:callers.name')}
            onChange={(event) => put(caller.id, { name: event.target.value })}
          />
          <Input
            value={caller.phone}
            maxLength={20}
            inputMode="tel"
            disabled={caller.anonymous}
            aria-label={t('imports:callers.phone')}
            placeholder={t('imports:callers.phone')}
            onChange={(event) => put(caller.id, { phone: event.target.value })}
          />
          <Input
            value={caller.orderNumber}
            maxLength={80}
            aria-label={t('imports:callers.order')}
            placeholder={t('imports:callers.order')}
            onChange={(event) => put(caller.id, { orderNumber: event.target.value })}
          />
          <Checkbox
            checked={caller.anonymous}
            onChange={(event) => put(caller.id, { anonymous: event.target.checked })}
          >
            {t('imports:callers.anonymous')}
          </Checkbox>
          <Button
            type="text"
            icon={<Trash2 size={16} aria-hidden="true" />}
            aria-label={t('office:intake.callerRemove', { number: index + 1 })}
            onClick={() => onChange(callers.filter(({ id }) => id !== caller.id))}
          />
        </fieldset>
      ))}
      <Button icon={<Plus size={14} aria-hidden="true" />} disabled={callers.length >= MOST} onClick={add}>
        {t('imports:callers.add')}
      </Button>
    </fieldset>
  );
}
