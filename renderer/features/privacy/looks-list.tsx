import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';

const SHOWN = 30;

/** The latest looks at whole numbers on this desk: when, who, at whose, and why. */
export function LooksList() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const looks =
    useQuery({
      queryKey: ['records', 'looks', 'all'],
      queryFn: ({ signal }) => core.records.looks({ limit: SHOWN }, { signal }),
    }).data ?? [];
  if (looks.length === 0) return <p className="text-note text-ink-2">{t('privacy.looks.none')}</p>;
  return (
    <ul>
      {looks.map((look) => (
        <li key={look.eventId} className="border-b border-edge py-2 last:border-0">
          <p className="figures text-body">
            {t('privacy.looks.line', {
              time: sayMoment(look.atMs, Date.now(), i18n.language, t),
              name: look.personName,
              customer: look.customerShown === '' ? t('privacy.looks.gone') : look.customerShown,
            })}
          </p>
          {look.reason === '' ? null : <p className="text-note text-ink-2">{look.reason}</p>}
        </li>
      ))}
    </ul>
  );
}
