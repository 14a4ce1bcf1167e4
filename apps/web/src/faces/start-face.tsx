import '../ui/base.css';
import { createClient } from '@linli/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { ClientProvider } from '../features/client-context.tsx';
import { createQueryClient } from '../features/create-query-client.ts';
import { currentLanguage, type Face, initText } from '../text/init-text.ts';
import { loadChineseFontWhereMissing } from '../ui/chinese-font.ts';
import { restoreElderMode } from '../ui/elder-mode.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { ToastProvider } from '../ui/toast.tsx';

export type StartFaceOptions = {
  readonly face: Face;
  readonly router: AnyRouter;
  /** More providers around the pages (antd in the office). */
  readonly wrap?: (page: ReactNode) => ReactNode;
};

/** Makes words, font and providers ready, then shows the face. Called once, by the face's `main.tsx`. */
export async function startFace({ face, router, wrap = (page) => page }: StartFaceOptions): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  restoreElderMode();
  loadChineseFontWhereMissing();
  const text = await initText(face);
  const client = createClient({ language: () => currentLanguage(text) });
  const queryClient = createQueryClient();
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={text}>
        <ErrorBoundary>
          <ClientProvider client={client}>
            <QueryClientProvider client={queryClient}>
              <ToastProvider>{wrap(<RouterProvider router={router} />)}</ToastProvider>
            </QueryClientProvider>
          </ClientProvider>
        </ErrorBoundary>
      </I18nextProvider>
    </StrictMode>,
  );
}
