import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '#contract/sync.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

interface HeldCardProps {
  held: NonNullable<SyncStatus['held']>;
  mayChange: boolean;
}

/** After a restore: what it means for the site, and the way on for who may take it. */
export function HeldCard({ held, mayChange }: HeldCardProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const goOn = () => {
    core.sync.goOnAfterRestore().then(
      () => tell({ tone: 'done', title: t('sync.goneOn') }),
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };
  const moments = { made: sayDue(held.madeAtMs, i18n.language), restored: sayDue(held.restoredAtMs, i18n.language) };
  return (
    <SectionCard
      heading={t(held.salvaged ? 'sync.salvaged' : 'sync.held')}
      intro={t(held.salvaged ? 'sync.heldSalvaged' : 'sync.heldText', moments)}
    >
      <p className="mb-3 text-body">{t(held.salvaged ? 'sync.salvagedNext' : 'sync.heldNext')}</p>
      {mayChange ? (
        <Button look="primary" onClick={goOn}>
          {t('sync.goOn')}
        </Button>
      ) : (
        <p className="text-note text-ink-2">{t('sync.heldAsk')}</p>
      )}
    </SectionCard>
  );
}
