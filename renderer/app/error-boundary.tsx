import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** Keeps a fault in one screen from taking the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid h-full place-items-center">
      <EmptyState title={t('frame.crashTitle')}>
        {t('frame.crashText')}
        <Button look="primary" onClick={onRetry}>
          {t('frame.crashRetry')}
        </Button>
      </EmptyState>
    </div>
  );
}
