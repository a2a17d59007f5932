import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useNow } from './use-now.ts';

const SHOWN = 12;

/** The journal's last uses: which line, by whom, when; opens the line again. */
export function RecentUses() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const { dispatch } = useDeskActions();
  const now = useNow();
  const uses = useQuery({
    queryKey: ['library', 'recentUses'],
    queryFn: ({ signal }) => core.library.recentUses({ limit: SHOWN }, { signal }),
  });
  return (
    <section aria-labelledby="recent-heading" className="min-h-0">
      <h2 id="recent-heading" className="mb-1.5 text-small font-semibold text-ink-3">
        {t('conversation.recent')}
      </h2>
      {uses.data === undefined ? <Skeleton label={t('frame.loading')} /> : null}
      {uses.data?.length === 0 ? (
        <div className="rounded-base border border-dashed border-edge-strong px-4 py-5 text-note text-ink-2">
          <p className="font-semibold text-ink">{t('conversation.recentEmpty')}</p>
          <p>{t('conversation.recentEmptyText')}</p>
        </div>
      ) : null}
      <ol className="-mx-2 flex flex-col">
        {uses.data?.map((use) => (
          <li key={use.eventId}>
            <button
              type="button"
              onClick={() => dispatch({ type: 'opened', entryId: use.entryId })}
              className="flex w-full flex-col rounded-base px-2 py-2 text-left hover:bg-hover"
            >
              <span className="flex w-full items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate text-body font-semibold">{use.title}</span>
                <Chip tone={use.how === 'said' ? 'accent' : 'plain'}>{t(`conversation.${use.how}`)}</Chip>
              </span>
              <span className="line-clamp-2 text-note text-ink-2">{use.text}</span>
              <span className="figures text-small text-ink-3">
                {t('conversation.by', {
                  name: use.personName,
                  time: sayMoment(use.atMs, Math.max(now, use.atMs), i18n.language, t),
                })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
