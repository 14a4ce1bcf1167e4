import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RowsLink } from './rows-link.tsx';

describe('rows of a figure', () => {
  it('open beside the wall', () => {
    expect(renderToStaticMarkup(<RowsLink href="/office/inbox?open=true">12</RowsLink>)).toBe(
      '<a href="/office/inbox?open=true" target="_blank" rel="noopener">12</a>',
    );
  });
});
