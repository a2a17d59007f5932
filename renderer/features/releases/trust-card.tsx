import { useTranslation } from 'react-i18next';
import type { PublishingStatus } from '#contract/releases.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayDue, sayMoment } from '#renderer/i18n/moments.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { shortFingerprint } from './release-words.ts';

/** Whom this desk believes, how fresh their word is, and what is the matter if something is. */
export function TrustCard({ status }: { status: PublishingStatus }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const { trust, checked, problem, waiting, stale } = status;
  if (trust === null) return null;
  const facts = [
    t(`releases.trust.from.${trust.from}`),
    t('releases.trust.fingerprint', { text: shortFingerprint(trust.fingerprint) }),
    t('releases.trust.needs', { count: trust.threshold }),
    ...(checked === null
      ? []
      : [
          t('releases.trust.checked', { when: sayMoment(checked.atMs, Date.now(), i18n.language, t) }),
          ...(stale ? [] : [t('releases.trust.fresh', { day: sayDue(checked.freshUntilMs, i18n.language) })]),
        ]),
  ];
  return (
    <section className="flex flex-col gap-2">
      <p className="figures text-note text-ink-2">{facts.join(' · ')}</p>
      {trust.publishesHere && trust.threshold === 1 ? (
        <p className="text-note text-ink-2">{t('releases.trust.onlyOne')}</p>
      ) : null}
      {trust.publishesHere ? null : <p className="text-note text-ink-2">{t('releases.trust.otherDesk')}</p>}
      {stale ? <Banner tone="warn" title={t('releases.trust.stale')} /> : null}
      {problem === null ? null : <Banner tone="warn" title={t(`releases.problem.${problem.code}`)} />}
      {waiting === null ? null : (
        <Banner
          tone="plain"
          title={
            waiting.appliesAtMs === null
              ? t('releases.trust.waitingNever', { version: waiting.version })
              : t('releases.trust.waiting', {
                  version: waiting.version,
                  when: sayDue(waiting.appliesAtMs, i18n.language),
                })
          }
        />
      )}
      {trust.from === 'server' || trust.publishesHere ? (
        <Button
          size="small"
          className="self-start"
          onClick={() => void core.releases.checkNow().catch(() => undefined)}
        >
          {t('releases.trust.checkNow')}
        </Button>
      ) : null}
    </section>
  );
}
