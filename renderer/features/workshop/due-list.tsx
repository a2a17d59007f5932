import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useStep } from './use-workshop.ts';

const SHOWN = 100;
/** How far ahead one looks; the last is the expected next look at everything somebody owns. */
const HORIZONS = [30, 90, 365] as const;

/** Wording in force that has to be looked at again: by owner, the most pressing first. */
export function DueList({ onOpen }: { onOpen: (entryId: string) => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const step = useStep();
  const [owner, setOwner] = useState('');
  const [withinDays, setWithinDays] = useState(30);
  const due = useQuery({
    queryKey: ['library', 'workshop', 'due', owner, withinDays],
    queryFn: ({ signal }) => core.workshop.due({ withinDays, ...(owner === '' ? {} : { owner }) }, { signal }),
  }).data;
  if (due === undefined) return <Skeleton label={t('frame.loading')} lines={6} />;
  return (
    <div className="h-full overflow-y-auto px-7 py-5 narrow:px-4">
      <div className="mx-auto grid max-w-[50rem] gap-3">
        <h2 className="text-title font-bold">{t('workshop.due.title', { count: due.entries.length })}</h2>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          <ChoiceField
            label={t('workshop.due.owner')}
            value={owner}
            options={[
              { value: '', label: t('workshop.due.everybody') },
              ...[...new Set([...due.owners, ...(owner === '' ? [] : [owner])])].map((value) => ({
                value,
                label: value,
              })),
            ]}
            onChange={setOwner}
          />
          <ChoiceField
            label={t('workshop.due.within')}
            value={String(withinDays)}
            options={HORIZONS.map((days) => ({
              value: String(days),
              label: days === 365 ? t('workshop.due.everything') : t('workshop.due.withinDays', { count: days }),
            }))}
            onChange={(days) => setWithinDays(Number(days))}
          />
        </div>
        {due.entries.length === 0 ? (
          <EmptyState title={t('workshop.due.none')}>{t('workshop.due.noneText')}</EmptyState>
        ) : null}
        <ul aria-label={t('workshop.due.label')} className="grid">
          {due.entries.slice(0, SHOWN).map((entry) => (
            <li key={entry.entryId} className="grid gap-1 border-t border-edge py-2.5">
              <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
                <b className="font-semibold" lang="zh-CN">
                  {entry.title}
                </b>
                <span className="text-note text-ink-2" lang="zh-CN">
                  {entry.packTitle} · {entry.owner}
                </span>
                {entry.why.map((why) => (
                  <Chip key={why} tone={why === 'soon' || why === 'expiring' ? 'plain' : 'warn'}>
                    {t(`workshop.due.why.${why}`)}
                  </Chip>
                ))}
              </p>
              {entry.basis.map(({ title, successor }) => (
                <p key={title} className="text-note text-warn" lang="zh-CN">
                  {successor === null
                    ? t('workshop.due.basisGone', { title })
                    : t('workshop.due.basisNow', { title, successor })}
                </p>
              ))}
              <div className="flex flex-wrap items-center gap-2">
                <span className="figures flex-1 text-note text-ink-2">
                  {t('workshop.due.days', { seen: entry.verifiedOn, due: entry.dueOn, days: entry.everyDays })}
                </span>
                <Button size="small" onClick={() => onOpen(entry.entryId)}>
                  {t('workshop.due.change')}
                  <span className="sr-only">{entry.title}</span>
                </Button>
                <Button
                  size="small"
                  onClick={() =>
                    void step(
                      () => core.workshop.verify({ entryId: entry.entryId, entryHash: entry.entryHash }),
                      t('workshop.due.verified'),
                    )
                  }
                >
                  {t('workshop.due.verify')}
                  <span className="sr-only">{entry.title}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {due.entries.length > SHOWN ? (
          <p className="text-note text-ink-2">{t('workshop.due.more', { count: due.entries.length - SHOWN })}</p>
        ) : null}
      </div>
    </div>
  );
}
