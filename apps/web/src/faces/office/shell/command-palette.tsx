import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCases } from '../../../features/cases/list-cases.ts';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import styles from './command-palette.module.css';
import { type Command, useCommands } from './use-commands.ts';

const CASES_SHOWN = 8;

/** `ctrl+k`: anything by its words: a page, a view, what can be done now, a case by number or text. */
export function CommandPalette() {
  const { t } = useTranslation('office');
  const [isOpen, setOpen] = useState(false);
  useShortcuts([{ keys: 'ctrl+k', label: t('keys.palette'), group: 'everywhere', run: () => setOpen(true) }]);
  return (
    <Modal
      open={isOpen}
      footer={null}
      closable={false}
      width={640}
      style={{ top: 80 }}
      destroyOnHidden
      title={<span className="visually-hidden">{t('palette.title')}</span>}
      onCancel={() => setOpen(false)}
    >
      <Palette onDone={() => setOpen(false)} />
    </Modal>
  );
}

function Palette({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const search = useDeferredValue(text.trim());
  const found = useListCases(
    { text: search, order: 'changed', limit: CASES_SHOWN },
    { enabled: search.length >= 2, keepPrevious: true },
  );
  const words = search.toLowerCase();
  const commands = useCommands().filter((each) => each.label.toLowerCase().includes(words));
  const cases: Command[] = (search.length >= 2 ? (found.data?.cases ?? []) : []).map((each) => ({
    key: each.id,
    label: `${each.number} ${each.title}`,
    kind: 'case',
    run: () => void navigate({ to: '/cases/$caseId', params: { caseId: each.id } }),
  }));
  const rows = [...commands.slice(0, words === '' ? 30 : 10), ...cases];
  const chosen = Math.min(at, rows.length - 1);

  function run(command: Command | undefined): void {
    if (command === undefined) return;
    onDone();
    // After the palette has given the focus back: the action may open a dialog of its own.
    setTimeout(command.run, 50);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(rows.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
    else if (event.key === 'Enter') run(rows[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <Input
        autoFocus
        size="large"
        value={text}
        maxLength={60}
        role="combobox"
        aria-expanded
        aria-controls="palette-rows"
        aria-activedescendant={rows.length === 0 ? undefined : `palette-${chosen}`}
        aria-label={t('palette.title')}
        placeholder={t('palette.hint')}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-rows" role="listbox" aria-label={t('palette.title')} className={styles.rows}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box above runs the chosen row
          <div
            key={`${row.kind} ${row.key}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.row}
            onMouseMove={() => setAt(index)}
            onClick={() => run(row)}
          >
            <span className={styles.kind}>{t(`palette.kind.${row.kind}`)}</span>
            <span className={styles.label}>{row.label}</span>
            {row.keys === undefined ? null : <kbd>{row.keys}</kbd>}
          </div>
        ))}
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>{t(found.isFetching ? 'palette.looking' : 'palette.none')}</p>
      ) : null}
    </>
  );
}
