import type { ReactNode } from 'react';

export type RowsLinkProps = { readonly href: string; readonly children: ReactNode };

/** Opens the rows of a figure beside the wall, which nobody may replace by a click. */
export function RowsLink({ href, children }: RowsLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
