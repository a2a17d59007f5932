import { useTranslation } from 'react-i18next';
import type { LineUsability } from '#contract/library.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';

interface UsabilityNoteProps {
  id: string;
  usability: LineUsability;
  onOpen: (entryId: string) => void;
}

/** Why a line cannot be copied, since when, and what replaces it. */
export function UsabilityNote({ id, usability, onOpen }: UsabilityNoteProps) {
  const { t } = useTranslation();
  const { state, day, replacedBy } = usability;
  if (state === 'inForce') return null;
  return (
    <div id={id}>
      <Banner
        tone="warn"
        title={
          state === 'withdrawn' && day !== undefined
            ? t('line.withdrawnSince', { day })
            : t(`line.blocked.${state}`, { day: day ?? '' })
        }
        action={
          replacedBy ? (
            <Button size="small" onClick={() => onOpen(replacedBy.entryId)}>
              {t('line.blocked.replaced')}
              {replacedBy.title}
            </Button>
          ) : undefined
        }
      >
        {replacedBy || state === 'notYet' ? null : t('line.blocked.noReplacement')}
      </Banner>
    </div>
  );
}
