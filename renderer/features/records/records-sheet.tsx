import { History, PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSummary } from '#contract/records.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { RecordFilters } from './record-filters.tsx';
import { useLeading } from './use-leading.ts';
import { narrowing, noFilter, useRecords } from './use-records.ts';

/** Past conversations and special calls, the latest first, found by whatever is remembered of them. */
export function RecordsSheet(props: { onClose: () => void; returnFocus: () => void }) {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const leading = useLeading();
  const [filter, setFilter] = useState(noFilter);
  const found = useRecords(filter);
  const rows = found.data?.pages.flatMap((page) => page.rows);
  const narrowed = Object.keys(narrowing(filter)).length > 0;
  return (
    <Dialog title={t('records.title')} description={t(leading ? 'records.introDesk' : 'records.intro')} wide {...props}>
      <RecordFilters filter={filter} onChange={setFilter} />
      {rows === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={<History className="size-8" aria-hidden />}
          title={narrowed ? t('records.notFound') : t('records.empty')}
        >
          {narrowed ? t('records.notFoundText') : t('records.emptyText')}
        </EmptyState>
      ) : null}
      <ul className="-mx-2 flex flex-col">
        {rows?.map((one) => (
          <li key={one.id} className="border-b border-edge last:border-0">
            <RecordRow
              one={one}
              onOpen={() => openSheet({ kind: one.kind === 'conversation' ? 'record' : 'call', id: one.id })}
            />
          </li>
        ))}
      </ul>
      {found.hasNextPage ? (
        <Button className="mt-3" aria-disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('records.loadMore')}
        </Button>
      ) : null}
    </Dialog>
  );
}

function RecordRow({ one, onOpen }: { one: RecordSummary; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const facts = [
    sayMoment(one.startedAtMs, Math.max(now, one.startedAtMs), i18n.language, t),
    t(`vocabulary.channel.${one.channel}`),
    one.title,
    one.ownerName,
    one.workOrderNumber === null ? '' : t('records.order', { number: one.workOrderNumber }),
    one.corrections === 0 ? '' : t('records.corrected'),
  ];
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-0.5 rounded-base px-2 py-2 text-left hover:bg-hover"
    >
      <span className="flex w-full items-baseline gap-2">
        {one.kind === 'specialCall' ? (
          <PhoneCall className="size-4 shrink-0 self-center text-ink-3" aria-label={t('records.kinds.specialCall')} />
        ) : null}
        <span className="figures min-w-0 flex-1 truncate text-body font-semibold" lang="zh-CN">
          {one.customerShown === '' ? t('conversation.withoutName') : one.customerShown}
        </span>
        {one.outcome === '' ? null : (
          <span className="text-note text-ink-2" lang="zh-CN">
            {one.outcome}
          </span>
        )}
        <Chip tone={one.state === 'running' || one.state === 'parked' ? 'accent' : 'plain'}>
          {t(`records.state.${one.state}`)}
        </Chip>
      </span>
      <span className="figures text-small text-ink-3">{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </button>
  );
}
