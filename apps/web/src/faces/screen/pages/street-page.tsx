import { useSearch } from '@tanstack/react-router';
import { ScreenBoard } from '../board/screen-board.tsx';
import { readScreenSearch } from '../screen-search.ts';
import { ScreenGate } from '../session/screen-gate.tsx';

/** The street, or one area of it, at one look. */
export function StreetPage() {
  const search = useSearch({ strict: false });
  const { area, figure } = readScreenSearch(search);
  return (
    <ScreenGate>
      <ScreenBoard areaId={area} figure={figure ?? 'open'} />
    </ScreenGate>
  );
}
