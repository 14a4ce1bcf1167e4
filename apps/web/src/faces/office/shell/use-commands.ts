import { useNavigate } from '@tanstack/react-router';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSavedViews } from '../../../features/cases/list-saved-views.ts';
import { builtInViews } from '../inbox/built-in-views.ts';
import { KeyLayerContext } from '../keys/use-shortcuts.ts';
import { openNouns } from './nouns.ts';
import { useSession } from './use-session.ts';

export type Command = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'action' | 'page' | 'view' | 'case';
  readonly keys?: string;
  readonly run: () => void;
};

/** What the palette can do just now: the keys' actions first, then pages, then views. */
export function useCommands(): readonly Command[] {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const layer = use(KeyLayerContext);
  const { permissions } = useSession();
  const { data } = useListSavedViews({});
  const actions = layer.list().filter((each) => each.group === 'case');
  return [
    ...actions.map(({ keys, label, run }) => ({ key: keys, label, keys, kind: 'action' as const, run })),
    ...openNouns(permissions).map((noun) => ({
      key: noun,
      label: t(`nav.${noun}`),
      kind: 'page' as const,
      run: () => void navigate({ to: `/${noun}` }),
    })),
    ...builtInViews.map((view) => ({
      key: view,
      label: t(`view.${view}`),
      kind: 'view' as const,
      run: () => void navigate({ to: '/inbox', search: { view } }),
    })),
    ...(data?.views ?? []).map((view) => ({
      key: view.id,
      label: view.name,
      kind: 'view' as const,
      run: () => void navigate({ to: '/inbox', search: { ...view.filter, order: view.order } }),
    })),
  ];
}
