import { useTranslation } from 'react-i18next';
import { erasureWhySchema } from '#contract/privacy.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { usePrivacy } from './use-privacy.ts';

/** What was erased before, by whom and why, and whether something of it is still being finished. */
export function ErasureHistory() {
  const { t, i18n } = useTranslation();
  const overview = usePrivacy().data;
  if (!overview) return null;
  const { erasures, keptFigures, unfinished } = overview;
  const reasonOf = (reason: string) => t(`privacy.reasons.${erasureWhySchema.safeParse(reason).data ?? 'other'}`);
  return (
    <>
      {unfinished === 'none' ? null : (
        <div className="mt-3">
          <Banner tone={unfinished === 'working' ? 'plain' : 'warn'} title={t(`privacy.unfinished.${unfinished}`)} />
        </div>
      )}
      {erasures.length > 0 ? (
        <>
          <h3 className="mt-4 text-note font-semibold text-ink-2">{t('privacy.history')}</h3>
          <ul className="figures text-note">
            {erasures.map((one) => (
              <li key={`${one.atMs} ${one.events}`}>
                {t('privacy.historyLine', {
                  when: sayMoment(one.atMs, Date.now(), i18n.language, t),
                  name: one.personName === '' ? t('privacy.otherDesk') : one.personName,
                  reason: reasonOf(one.reason),
                  events: one.events,
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {keptFigures > 0 ? (
        <p className="mt-1 text-note text-ink-2">{t('privacy.kept', { count: keptFigures })}</p>
      ) : null}
    </>
  );
}
