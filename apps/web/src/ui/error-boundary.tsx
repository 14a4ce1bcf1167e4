import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateView } from './state-views.tsx';

export type ErrorBoundaryProps = {
  readonly children: ReactNode;
  readonly fallback?: ReactNode;
};

/** Keeps one broken part from taking the page with it. A class: only a class can catch in React. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return this.props.fallback ?? <Broken onRetry={() => this.setState({ isBroken: false })} />;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation(['ui', 'common']);
  return (
    <StateView
      role="alert"
      title={t('ui:state.brokenTitle')}
      body={t('ui:state.brokenBody')}
      action={{ label: t('common:action.retry'), onPress: onRetry }}
    />
  );
}
