import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useListPacks } from '../../../features/cases/list-packs.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { PackItem } from './pack-item.tsx';
import { TypeReader } from './type-reader.tsx';
import styles from './types-page.module.css';

/** What this street answers and how: packs with their switch, each case type in plain words. */
export function TypesPage() {
  const { t } = useTranslation('office');
  const { t: words } = useTranslation('types');
  const mayEdit = useMay('types:edit');
  const packs = useListPacks({});
  const types = useListCaseTypes({ for: 'all' });
  const [chosen, setChosen] = useState<string | undefined>();
  const all = types.data?.types ?? [];
  const local = useLocalText();
  const [text, setText] = useState('');
  const sought = text.trim().toLowerCase();
  const isSought = (name: string) => name.toLowerCase().includes(sought);
  const shown = (packs.data?.packs ?? []).flatMap((pack) => {
    const own = all.filter((each) => each.pack === pack.pack);
    const types = isSought(local(pack.name)) ? own : own.filter((each) => isSought(local(each.definition.name)));
    return types.length === 0 && !isSought(local(pack.name)) ? [] : [{ pack, types }];
  });
  const open = all.find((each) => each.definition.code === chosen) ?? all[0];
  return (
    <div className={styles.page}>
      <section className={styles.packs} aria-label={t('types.packs')}>
        <h1>{t('nav.types')}</h1>
        {mayEdit ? (
          <p>
            <Link to="/packs/new">{words('openNewPack')}</Link>
          </p>
        ) : null}
        {packs.isPending ? <Skeleton rows={8} /> : null}
        {packs.error !== null && packs.data === undefined ? (
          <QueryProblem error={packs.error} onRetry={() => void packs.refetch()} />
        ) : null}
        {packs.data?.packs.length === 0 ? <Empty title={t('empty.typesTitle')} body={t('empty.typesBody')} /> : null}
        <Input.Search
          allowClear
          value={text}
          maxLength={60}
          aria-label={t('types.find')}
          placeholder={t('types.find')}
          onChange={(event) => setText(event.target.value)}
        />
        {sought !== '' && shown.length === 0 ? <p role="status">{t('types.noneFound')}</p> : null}
        <ul>
          {shown.map(({ pack, types: found }) => (
            <PackItem key={pack.pack} pack={pack} types={found} chosen={open?.definition.code} onChoose={setChosen} />
          ))}
        </ul>
      </section>
      <section className={styles.type} aria-label={t('types.type')}>
        {open === undefined ? null : <TypeReader type={open.definition} version={open.version} active={open.active} />}
        {open === undefined && !types.isPending ? (
          <Empty title={t('empty.typesTitle')} body={t('empty.typesBody')} />
        ) : null}
      </section>
    </div>
  );
}
