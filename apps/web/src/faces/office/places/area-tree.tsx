import type { AreaView } from '@linli/contract';
import { Input, Tree } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaTreeNodes } from '../words/area-tree-nodes.ts';
import styles from './places-page.module.css';

export type AreaTreeProps = {
  readonly areas: readonly AreaView[];
  readonly siteId: string;
  readonly chosen: string | undefined;
  readonly onChoose: (areaId: string) => void;
};

/** The tree of areas; typing keeps those with the words and what is above them. */
export function AreaTree({ areas, siteId, chosen, onChoose }: AreaTreeProps) {
  const { t } = useTranslation('places');
  const [text, setText] = useState('');
  const [expanded, setExpanded] = useState<readonly string[]>(() => [siteId, ...pathTo(areas, chosen)]);
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(480);
  // An area picked on the map shows itself in the tree.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice opens the tree; closing it again stays possible
  useEffect(() => {
    setExpanded((before) => [...new Set([...before, ...pathTo(areas, chosen)])]);
  }, [chosen]);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 480));
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const words = text.trim();
  const shown = words === '' ? areas : withAncestors(areas, (area) => area.name.includes(words) || area.code === words);
  const open = words === '' ? expanded : shown.map((area) => area.id);
  return (
    <>
      <Input.Search
        allowClear
        value={text}
        aria-label={t('search')}
        placeholder={t('search')}
        onChange={(event) => setText(event.target.value)}
      />
      <div ref={box} className={styles.treeBox}>
        <Tree
          aria-label={t('tree')}
          blockNode
          virtual
          height={height}
          itemHeight={28}
          treeData={areaTreeNodes(shown)}
          expandedKeys={[...new Set(open)]}
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onExpand={(keys) => setExpanded(keys.map(String))}
          onSelect={([key]) => {
            if (key !== undefined) onChoose(String(key));
          }}
        />
      </div>
    </>
  );
}

function withAncestors(areas: readonly AreaView[], fits: (area: AreaView) => boolean): AreaView[] {
  const kept = new Set(areas.filter(fits).flatMap((area) => [area.id, ...pathTo(areas, area.id)]));
  return areas.filter((area) => kept.has(area.id));
}

function pathTo(areas: readonly AreaView[], id: string | undefined): string[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const path: string[] = [];
  for (let at = byId.get(id ?? '')?.parentId; at !== undefined && at !== null; at = byId.get(at)?.parentId)
    path.push(at);
  return path;
}
