import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UsedLine } from '#contract/library-usage.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { usePacks } from './use-packs.ts';
import { RecentVersions } from './versions/recent-versions.tsx';

const periods = { '7': 7, '30': 30, '90': 90 } as const;
type Period = keyof typeof periods;
const EVERY_PACK = 'every';

/** What the team says most and what lies unused, by period and pack; each line opens in the library. */
export function UsageView({ onOpen }: { onOpen: (entryId: string) => void }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const [period, setPeriod] = useState<Period>('30');
  const [packId, setPackId] = useState<string | null>(null);
  const packs = usePacks().data ?? [];
  const days = periods[period];
  const usage = useQuery({
    queryKey: ['library', 'usage', days, packId],
    queryFn: ({ signal }) => core.library.usage({ days, ...(packId === null ? {} : { packId }) }, { signal }),
    placeholderData: keepPreviousData,
  }).data;
  const nowMs = Date.now();
  const when = (atMs: number | null) =>
    atMs === null ? t('library.usage.lastNever') : sayMoment(atMs, nowMs, i18n.language, t);

  return (
    <div className="grid gap-4 px-7 py-5 narrow:px-4">
      <header className="grid gap-2">
        <p className="text-small text-ink-3">{t('library.usage.title')}</p>
        <h2 className="text-title font-bold">
          {usage === undefined
            ? null
            : usage.linesUsed === 0
              ? t('library.usage.findingNone', { days })
              : t('library.usage.finding', {
                  days,
                  used: usage.linesUsed,
                  all: usage.linesInForce,
                  share: percent(usage.linesUsed, usage.linesInForce),
                })}
        </h2>
        <ChoiceChips
          label={t('library.usage.period')}
          value={period}
          options={(Object.keys(periods) as Period[]).map((value) => ({
            value,
            content: t('library.usage.days', { days: value }),
          }))}
          onChange={(value) => value !== null && setPeriod(value)}
        />
        <ChoiceChips
          label={t('library.usage.pack')}
          value={packId ?? EVERY_PACK}
          options={[
            { value: EVERY_PACK, content: t('library.any') },
            ...packs.map((pack) => ({ value: pack.packId, content: pack.title })),
          ]}
          onChange={(value) => setPackId(value === EVERY_PACK ? null : value)}
        />
      </header>
      {usage === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {usage && usage.used.length > 0 ? (
        <section aria-labelledby="usage-most">
          <h3 id="usage-most" className="pb-1 text-head font-semibold">
            {t('library.usage.mostUsed')}
          </h3>
          <UsedTable lines={usage.used} when={when} onOpen={onOpen} />
        </section>
      ) : null}
      <RecentVersions />
      {usage ? (
        <section aria-labelledby="usage-never">
          <h3 id="usage-never" className="text-head font-semibold">
            {t('library.usage.neverUsed')}
          </h3>
          <p className="pb-1 text-note text-ink-2">
            {t('library.usage.neverCount', { total: usage.unused.total, shown: usage.unused.lines.length })}
          </p>
          <ul className="grid gap-0.5">
            {usage.unused.lines.map((line) => (
              <li
                key={line.entryId}
                className="flex flex-wrap items-baseline gap-x-3 border-t border-edge py-1 text-note"
              >
                <OpenLine entryId={line.entryId} title={line.title} onOpen={onOpen} />
                <span className="text-small text-ink-3">{line.packTitle}</span>
                <span className="ml-auto text-small text-ink-3">{when(line.lastAtMs)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '0' : ((part * 100) / whole).toFixed(part * 100 < whole ? 1 : 0);

interface UsedTableProps {
  lines: readonly UsedLine[];
  when: (atMs: number) => string;
  onOpen: (entryId: string) => void;
}

function UsedTable({ lines, when, onOpen }: UsedTableProps) {
  const { t } = useTranslation();
  const heads = [
    t('library.usage.copied'),
    t('library.usage.said'),
    t('library.usage.people'),
    t('library.usage.last'),
  ];
  return (
    <table className="w-full border-collapse text-note">
      <thead className="text-small text-ink-3">
        <tr>
          <th scope="col" className="py-1 pr-3 text-left font-normal">
            {t('library.lines')}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="px-2 py-1 text-right font-normal whitespace-nowrap">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.entryId} className="border-t border-edge align-baseline">
            <td className="py-1 pr-3">
              <OpenLine entryId={line.entryId} title={line.title} onOpen={onOpen} />
              <span className="ml-2 text-small text-ink-3">{line.packTitle}</span>
            </td>
            <td className="figures px-2 text-right">{line.copied}</td>
            <td className="figures px-2 text-right">{line.said}</td>
            <td className="figures px-2 text-right">{line.people}</td>
            <td className="figures px-2 text-right whitespace-nowrap text-ink-3">{when(line.lastAtMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenLine({ entryId, title, onOpen }: { entryId: string; title: string; onOpen: (entryId: string) => void }) {
  return (
    <button
      type="button"
      lang="zh-CN"
      onClick={() => onOpen(entryId)}
      className="rounded-small text-left text-accent underline decoration-edge-strong underline-offset-4 hover:decoration-current"
    >
      {title}
    </button>
  );
}
