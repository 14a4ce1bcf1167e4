import { Modal } from 'antd';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShortcutGroup } from '../keys/key-layer.ts';
import { KeyLayerContext, useShortcuts } from '../keys/use-shortcuts.ts';
import styles from './help-overlay.module.css';

/** As they stand on the keyboard. */
const KEY_SIGNS: Readonly<Record<string, string>> = {
  arrowdown: '↓',
  arrowup: '↑',
  enter: 'Enter',
  space: 'Space',
  esc: 'Esc',
};

const groups: readonly ShortcutGroup[] = ['everywhere', 'list', 'case'];

/** `?`: every key that does something just now. */
export function HelpOverlay() {
  const { t } = useTranslation('office');
  const layer = use(KeyLayerContext);
  const [isOpen, setOpen] = useState(false);
  useShortcuts([{ keys: '?', label: t('keys.help'), group: 'everywhere', run: () => setOpen(true) }]);
  const shortcuts = isOpen ? layer.list() : [];
  return (
    <Modal open={isOpen} title={t('keys.title')} footer={null} width={720} onCancel={() => setOpen(false)}>
      <div className={styles.groups}>
        {groups.map((group) => {
          const own = shortcuts.filter((each) => each.group === group);
          return own.length === 0 ? null : (
            <section key={group}>
              <h3>{t(`keys.group.${group}`)}</h3>
              <dl className={styles.keys}>
                {own.map((each) => (
                  <div key={each.keys}>
                    <dt>
                      <kbd>{KEY_SIGNS[each.keys] ?? each.keys}</kbd>
                    </dt>
                    <dd>{each.label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <p className={styles.note}>{t('keys.note')}</p>
    </Modal>
  );
}
