import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedFile } from '#contract/exchange.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { DraftRow } from './draft-row.tsx';
import { useImports } from './use-imports.ts';

const PAGE = 100;

/** What came in from files and waits for review. */
export function DraftsSheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const imports = useImports().data;
  const [importId, setImportId] = useState('');
  const [asking, setAsking] = useState<ImportedFile | null>(null);
  const file = imports?.find((each) => each.importId === importId) ?? null;
  const pages = useInfiniteQuery({
    queryKey: ['library', 'drafts', importId],
    queryFn: ({ pageParam, signal }) =>
      core.exchange.drafts({ ...(importId === '' ? {} : { importId }), from: pageParam, limit: PAGE }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (_, all) => {
      const read = all.reduce((sum, page) => sum + page.drafts.length, 0);
      return read < (all[0]?.total ?? 0) ? read : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const total = pages.data?.pages[0]?.total;
  const drafts = pages.data?.pages.flatMap((page) => page.drafts) ?? [];

  const discard = (what: { draftIds: string[] } | { importId: string }) => {
    setAsking(null);
    core.exchange.discardDrafts(what).then(
      ({ discarded }) => tell({ tone: 'done', title: t('exchange.drafts.discardedDone', { count: discarded }) }),
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };
  const sayFile = (each: ImportedFile) =>
    `${each.fileName} · ${t('exchange.drafts.from', {
      person: each.personName,
      moment: sayMoment(each.atMs, Date.now(), i18n.language, t),
    })}`;

  return (
    <Dialog title={t('exchange.drafts.title')} description={t('exchange.drafts.intro')} wide onClose={onClose}>
      <div className="flex flex-col gap-3.5">
        {imports && imports.length > 0 ? (
          <div className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-72">
              <ChoiceField
                label={t('exchange.drafts.file')}
                value={importId}
                options={[
                  { value: '', label: t('exchange.drafts.all') },
                  ...imports.map((each) => ({ value: each.importId, label: sayFile(each) })),
                ]}
                onChange={setImportId}
              />
            </div>
            {file && file.waiting > 0 ? (
              <Button look="danger" onClick={() => setAsking(file)}>
                {t('exchange.drafts.discardAll')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {asking ? (
          <Banner
            tone="warn"
            title={t('exchange.drafts.discardAsk', { name: asking.fileName, count: asking.waiting })}
            action={
              <span className="flex gap-2">
                <Button look="danger" autoFocus onClick={() => discard({ importId: asking.importId })}>
                  {t('exchange.drafts.discardDo')}
                </Button>
                <Button look="quiet" onClick={() => setAsking(null)}>
                  {t('frame.cancel')}
                </Button>
              </span>
            }
          >
            {t('exchange.drafts.discardAskText')}
          </Banner>
        ) : null}
        {file ? (
          <p className="figures text-note text-ink-2">
            {[
              t('exchange.drafts.waiting', { count: file.waiting }),
              ...(file.approved > 0 ? [t('exchange.drafts.approved', { count: file.approved })] : []),
              ...(file.discarded > 0 ? [t('exchange.drafts.discarded', { count: file.discarded })] : []),
              ...(file.replaced > 0 ? [t('exchange.drafts.replaced', { count: file.replaced })] : []),
            ].join(' · ')}
          </p>
        ) : null}
        {total === undefined ? <Skeleton label={t('frame.loading')} lines={5} /> : null}
        {total === 0 ? (
          <EmptyState icon={<Inbox className="size-8" aria-hidden />} title={t('exchange.drafts.empty')}>
            {t('exchange.drafts.emptyText')}
          </EmptyState>
        ) : null}
        {file || !total ? null : (
          <p className="figures text-note text-ink-2">{t('exchange.drafts.waiting', { count: total })}</p>
        )}
        <ul aria-label={t('exchange.drafts.title')} className="flex flex-col">
          {drafts.map((draft) => (
            <DraftRow key={draft.draftId} draft={draft} onDiscard={() => discard({ draftIds: [draft.draftId] })} />
          ))}
        </ul>
        {pages.hasNextPage ? (
          <Button onClick={() => void pages.fetchNextPage()}>
            {t('exchange.drafts.more', { count: (total ?? 0) - drafts.length })}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
