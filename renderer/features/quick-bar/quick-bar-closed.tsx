import { ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#contract/errors.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useWindowTold } from './use-window-told.ts';

/** In place of the field: why nothing can be looked up now, and the way to the desk, where that can be changed. */
export function QuickBarClosed({ why }: { why: ErrorCode }) {
  const { t } = useTranslation();
  const way = useRef<HTMLButtonElement>(null);
  const { what, next } = explainFailure(why, t);
  useWindowTold(({ kind }) => {
    if (kind === 'shown') way.current?.focus();
  });
  return (
    <main
      aria-label={t('quickBar.title')}
      className="grid h-full place-items-center border border-edge-strong bg-panel"
    >
      <h1 className="sr-only">{t('quickBar.title')}</h1>
      <EmptyState title={what}>
        {why === 'notSignedIn' ? t('quickBar.signInFirst') : next}
        <span className="flex items-center gap-2.5">
          <Button ref={way} autoFocus look="primary" onClick={() => void window.quickBarShell.openDesk({})}>
            <ExternalLink className="size-4" aria-hidden />
            {t('quickBar.toDesk')}
          </Button>
          <Button look="quiet" onClick={() => void window.quickBarShell.putAway()}>
            {t('quickBar.putAway')}
            <Kbd>Esc</Kbd>
          </Button>
        </span>
      </EmptyState>
    </main>
  );
}
