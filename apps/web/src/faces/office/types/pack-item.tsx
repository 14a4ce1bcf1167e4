import type { listCaseTypes, listPacks, OutputOf } from '@linli/contract';
import { App, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSwitchPack } from '../../../features/cases/switch-pack.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { useMay } from '../shell/use-session.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './types-page.module.css';

export type PackItemProps = {
  readonly pack: OutputOf<typeof listPacks>['packs'][number];
  readonly types: readonly OutputOf<typeof listCaseTypes>['types'][number][];
  readonly chosen: string | undefined;
  readonly onChoose: (typeCode: string) => void;
};

/** A pack with its switch and types. Switching off says first how many open cases go on by its rules. */
export function PackItem({ pack, types, chosen, onChoose }: PackItemProps) {
  const { t } = useTranslation(['office', 'common']);
  const local = useLocalText();
  const { modal, message } = App.useApp();
  const mayEdit = useMay('types:edit');
  const { mutateAsync, isPending } = useSwitchPack();
  const name = local(pack.name);

  async function flip(): Promise<void> {
    try {
      const after = await mutateAsync({ pack: pack.pack, active: !pack.active });
      message.success(t(after.active ? 'office:types.isOn' : 'office:types.isOff', { name }));
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  function ask(): void {
    if (!pack.active) void flip();
    else
      modal.confirm({
        title: t('office:types.offTitle', { name }),
        content: t('office:types.offBody', { count: pack.openCases, types: pack.caseTypes }),
        okText: t('office:types.offConfirm'),
        cancelText: t('common:action.cancel'),
        onOk: flip,
      });
  }

  return (
    <li className={styles.pack} data-active={pack.active}>
      <div className={styles.packHead}>
        <strong>{name}</strong>
        <Switch
          size="small"
          checked={pack.active}
          loading={isPending}
          disabled={!mayEdit}
          aria-label={t('office:types.switch', { name })}
          onChange={ask}
        />
      </div>
      <p className={styles.note}>{local(pack.description)}</p>
      <p className={styles.note}>{t('office:types.facts', { version: pack.version, open: pack.openCases })}</p>
      <ul>
        {types.map(({ definition }) => (
          <li key={definition.code}>
            <button
              type="button"
              className={styles.typeButton}
              aria-current={definition.code === chosen ? 'true' : undefined}
              onClick={() => onChoose(definition.code)}
            >
              {local(definition.name)}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
