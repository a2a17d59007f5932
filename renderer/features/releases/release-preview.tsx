import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayRuleFault } from '#renderer/features/library/say-fault.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChangeCard } from './change-card.tsx';
import { sayCounts } from './release-words.ts';

export type Preview = Awaited<ReturnType<ReturnType<typeof useCore>['releases']['preview']>>;

const SHOWN_AT_ONCE = 60;

/** What a release would be before anybody signs it: how much changes, what breaks a rule, and every change. */
export function ReleasePreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { version, counts, changes, faults } = preview;
  const rest = changes.length - limit;
  return (
    <section aria-label={t('releases.next.preview')} className="flex flex-col gap-2">
      <p role="status" className="text-body font-semibold">
        {t('releases.next.summary', { version, counts: sayCounts(counts, t) })}
      </p>
      {faults.length === 0 ? null : (
        <Banner tone="warn" title={t('releases.next.faults')}>
          <ul>
            {faults.map(({ entryId, title, reason }) => (
              <li key={`${entryId} ${JSON.stringify(reason)}`}>
                {t('releases.next.fault', { title, reason: sayRuleFault(reason, t) })}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <ul className="flex flex-col">
        {changes.slice(0, limit).map((change) => (
          <ChangeCard key={change.entryId} change={change} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button className="self-start" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          {t('releases.changed.more', { count: rest })}
        </Button>
      ) : null}
    </section>
  );
}
