import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Part } from '#renderer/features/conversation/part.tsx';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { useLeading } from './use-leading.ts';

/** Who looked at the whole numbers of a record, when and why; for leads. */
export function NumberLooks({ recordId }: { recordId: string }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const now = useNow();
  const leading = useLeading();
  const looks = useQuery({
    queryKey: ['records', 'looks', recordId],
    queryFn: ({ signal }) => core.records.looks({ recordId }, { signal }),
    enabled: leading,
  }).data;
  if (!leading || looks === undefined) return null;
  return (
    <Part title={t('records.looks')}>
      {looks.length === 0 ? <p className="text-note text-ink-2">{t('records.looksNone')}</p> : null}
      <ul>
        {looks.map((look) => (
          <li key={look.eventId} className="figures text-note">
            {t('records.lookBy', {
              name: look.personName,
              time: sayMoment(look.atMs, Math.max(now, look.atMs), i18n.language, t),
              reason: look.reason,
            })}
          </li>
        ))}
      </ul>
    </Part>
  );
}
