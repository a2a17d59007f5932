import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';

interface MissedListProps {
  onWrite: (text: string) => void;
  onOpen: (entryId: string) => void;
}

/** What was looked for in vain in the last thirty days: each can become a line, or another name of the line that helped. */
export function MissedList({ onWrite, onOpen }: MissedListProps) {
  const { t } = useTranslation();
  const core = useCore();
  const failures = useQuery({
    queryKey: ['library', 'failures'],
    queryFn: ({ signal }) => core.search.failures({}, { signal }),
  }).data;
  if (failures === undefined) return <Skeleton label={t('frame.loading')} lines={6} />;
  return (
    <div className="h-full overflow-y-auto px-7 py-5 narrow:px-4">
      <div className="mx-auto grid max-w-[50rem] gap-3">
        <h2 className="text-title font-bold">{t('workshop.missed.title', { count: failures.length })}</h2>
        {failures.length === 0 ? (
          <EmptyState title={t('workshop.missed.none')}>{t('workshop.missed.noneText')}</EmptyState>
        ) : null}
        <ul aria-label={t('workshop.missed.label')} className="grid">
          {failures.map(({ text, times, people, reported, triedNext, solvedBy }) => (
            <li key={text} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-edge py-2.5">
              <div className="min-w-0 flex-1 basis-64" lang="zh-CN">
                <p className="font-semibold">{text}</p>
                <p className="text-note text-ink-2">
                  {[
                    t('workshop.missed.times', { count: times, people }),
                    ...(reported > 0 ? [t('workshop.missed.reported', { count: reported })] : []),
                    ...(triedNext.length > 0 ? [t('workshop.missed.tried', { texts: triedNext.join('、') })] : []),
                  ].join(' · ')}
                </p>
              </div>
              {solvedBy[0] ? (
                <Button size="small" onClick={() => onOpen(solvedBy[0]?.entryId ?? '')}>
                  {t('workshop.missed.addTo', { title: solvedBy[0].title })}
                </Button>
              ) : null}
              <Button size="small" onClick={() => onWrite(text)}>
                {t('workshop.missed.write')}
                <span className="sr-only" lang="zh-CN">
                  {text}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
