import { Outlet } from '@tanstack/react-router';
import { ClipboardCheck, Footprints, Map as MapIcon, Plus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomNav } from '../../ui/bottom-nav.tsx';
import { TileUrlContext } from '../../ui/map/tile-url.ts';
import { SkipLink } from '../../ui/skip-link.tsx';
import { AddSheet } from './add/add-sheet.tsx';
import styles from './field-shell.module.css';
import { FieldStrip } from './field-strip.tsx';
import { LineProvider } from './line/line-context.tsx';
import { LineStrips } from './line/line-strips.tsx';
import { FieldGate } from './session/field-gate.tsx';
import { useFieldSession } from './session/field-session.tsx';
import { useKeepForLater } from './use-keep-for-later.ts';

/** Strips on top, page, and 待办 · 地图 · ＋ · 走访 · 我的 at the thumb; nothing of it before signing in. */
export function FieldShell() {
  return (
    <>
      <SkipLink />
      <FieldStrip />
      <FieldGate>
        <LineProvider>
          <SignedIn />
        </LineProvider>
      </FieldGate>
    </>
  );
}

function SignedIn() {
  const { t } = useTranslation('field');
  const { session } = useFieldSession();
  const [isAdding, setAdding] = useState(false);
  useKeepForLater();
  return (
    <TileUrlContext value={session.tileUrl ?? undefined}>
      <LineStrips />
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <BottomNav
        items={[
          { key: 'tasks', label: t('nav.tasks'), icon: <ClipboardCheck />, to: '/' },
          { key: 'map', label: t('nav.map'), icon: <MapIcon />, to: '/map' },
          { key: 'add', label: t('nav.add'), icon: <Plus />, onPress: () => setAdding(true) },
          { key: 'visits', label: t('nav.visits'), icon: <Footprints />, to: '/visits' },
          { key: 'me', label: t('nav.me'), icon: <UserRound />, to: '/me' },
        ]}
      />
      <AddSheet open={isAdding} onClose={() => setAdding(false)} />
    </TileUrlContext>
  );
}
