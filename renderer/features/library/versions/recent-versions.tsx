import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUse } from '#contract/library.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { HistorySheet } from './history-sheet.tsx';

/** The desk's last uses; each opens to the wording exactly as it stood when it was said. */
export function RecentVersions() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const [chosen, setChosen] = useState<LineUse | null>(null);
  const uses = useQuery({
    queryKey: ['library', 'recentUses', 'versions'],
    queryFn: ({ signal }) => core.library.recentUses({ limit: 12 }, { signal }),
  }).data;
  const nowMs = Date.now();
  if (uses === undefined || uses.length === 0) return null;
  return (
    <section aria-labelledby="usage-recent">
      <h3 id="usage-recent" className="text-head font-semibold">
        {t('library.usage.recent')}
      </h3>
      <p className="pb-1 text-note text-ink-2">{t('library.usage.recentText')}</p>
      <ul className="grid gap-0.5">
        {uses.map((use) => (
          <li key={use.eventId} className="border-t border-edge py-1 text-note">
            <button
              type="button"
              aria-expanded={chosen?.eventId === use.eventId}
              onClick={() => setChosen(chosen?.eventId === use.eventId ? null : use)}
              className="flex w-full flex-wrap items-baseline gap-x-3 rounded-small text-left hover:bg-hover"
            >
              <span className="text-accent" lang="zh-CN">
                {use.title}
              </span>
              <span className="text-small text-ink-3">{t('line.version', { version: use.version })}</span>
              <span className="ml-auto text-small text-ink-3">
                {[
                  use.personName,
                  use.how === 'copied' ? t('library.usage.copied') : t('library.usage.said'),
                  sayMoment(use.atMs, nowMs, i18n.language, t),
                ].join(' · ')}
              </span>
            </button>
            {chosen?.eventId === use.eventId ? <UsedVersion use={use} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UsedVersion({ use }: { use: LineUse }) {
  const { t } = useTranslation();
  const core = useCore();
  const [history, setHistory] = useState(false);
  const then = useQuery({
    queryKey: ['library', 'usedVersion', use.eventId],
    queryFn: ({ signal }) => core.library.usedVersion({ eventId: use.eventId }, { signal }),
  }).data;
  if (then === undefined) return null;
  return (
    <div className="my-1 rounded-base bg-sunken px-3.5 py-2">
      <p className="spoken measure" lang="zh-CN">
        {use.text}
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-small text-ink-3">
        <span>{t('library.usage.thenVersion', { version: then.version })}</span>
        {then.entryHash === null ? null : (
          <span>{then.current ? t('library.usage.stillCurrent') : t('library.usage.changedSince')}</span>
        )}
        {then.entryHash === null ? null : (
          <button
            type="button"
            onClick={() => setHistory(true)}
            className="rounded-small text-accent underline underline-offset-4"
          >
            {t('library.history')}
          </button>
        )}
      </p>
      {history ? (
        <HistorySheet
          entryId={use.entryId}
          beside={then.current ? null : then.entryHash}
          onClose={() => setHistory(false)}
        />
      ) : null}
    </div>
  );
}
