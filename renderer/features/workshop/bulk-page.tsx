import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckItem, Verdict, WorkshopRefusal } from '#contract/workshop/terms.ts';
import type { DraftRow } from '#contract/workshop/views.ts';
import type { SeveralDone } from '#contract/workshop.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { BulkRow } from './bulk-row.tsx';
import { checkItems, ReviewChecklist } from './review-checklist.tsx';
import { ReviewNote } from './review-note.tsx';

const LONG = { context: { timeoutMs: 120_000 } };

interface BulkPageProps {
  fileName: string;
  rows: readonly DraftRow[];
  /** `review`: they are judged; otherwise they are handed in. */
  review: boolean;
  onOpen: (draftId: string) => void;
}

/** Everything one file brought, looked through on one page: handed in together, or judged together by somebody else. */
export function BulkPage({ fileName, rows, review, onOpen }: BulkPageProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [checked, setChecked] = useState<ReadonlySet<CheckItem>>(new Set());
  const [note, setNote] = useState('');
  const [stayed, setStayed] = useState<Readonly<Record<string, WorkshopRefusal>>>({});
  const may = rows.filter(({ mayReview }) => mayReview || !review);
  const taken = may.filter(({ draftId }) => !left.has(draftId));
  const run = async (step: () => Promise<SeveralDone>, said: (count: number) => string) => {
    try {
      const { done, refused } = await step();
      setStayed(Object.fromEntries(refused.map(({ draftId, why }) => [draftId, why])));
      if (done.length > 0) tell({ tone: 'done', title: said(done.length) });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  const judge = (verdict: Verdict) => {
    const drafts = taken.map(({ draftId, revisionId }) => ({ draftId, revisionId }));
    void run(
      () => core.workshop.review({ drafts, verdict, note: note.trim(), checked: [...checked] }, LONG),
      (count) => t(`workshop.bulk.reviewed.${verdict}`, { count }),
    );
  };
  const submit = () =>
    void run(
      // Each is checked against the whole library: two hundred take a while on a slow PC.
      () => core.workshop.submit({ draftIds: taken.map(({ draftId }) => draftId) }, LONG),
      (count) => t('workshop.bulk.submitted', { count }),
    );
  const ready = taken.length > 0;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_21rem] drawer:grid-cols-1 drawer:overflow-y-auto narrow:h-auto narrow:overflow-visible">
      <div className="min-h-0 overflow-y-auto px-7 py-5 drawer:overflow-visible narrow:px-4">
        <div className="mx-auto grid max-w-[50rem] gap-3">
          <h2 className="text-title font-bold">{t('workshop.bulk.title', { name: fileName, count: rows.length })}</h2>
          {rows.length === 0 ? (
            <EmptyState title={t('workshop.bulk.none')}>{t('workshop.emptyText')}</EmptyState>
          ) : null}
          {may.length < rows.length ? (
            <p className="rounded-base bg-warn-soft px-3.5 py-2 text-note">{t('workshop.ownWording')}</p>
          ) : null}
          <div className="flex flex-wrap items-center gap-2">
            <span className="figures flex-1 text-note text-ink-2">
              {t('workshop.bulk.taken', { count: taken.length, all: may.length })}
            </span>
            <Button size="small" onClick={() => setLeft(new Set())}>
              {t('workshop.bulk.all')}
            </Button>
            <Button size="small" onClick={() => setLeft(new Set(may.map(({ draftId }) => draftId)))}>
              {t('workshop.bulk.nothing')}
            </Button>
          </div>
          <ul aria-label={t('workshop.bulk.title', { name: fileName, count: rows.length })}>
            {may.map((row) => (
              <BulkRow
                key={row.draftId}
                row={row}
                taken={!left.has(row.draftId)}
                refused={stayed[row.draftId]}
                onTake={(take) => {
                  const next = new Set(left);
                  if (take) next.delete(row.draftId);
                  else next.add(row.draftId);
                  setLeft(next);
                }}
                onOpen={() => onOpen(row.draftId)}
              />
            ))}
          </ul>
        </div>
      </div>
      <aside
        aria-label={t('workshop.review')}
        className="flex min-h-0 flex-col border-l border-edge bg-panel drawer:border-t drawer:border-l-0"
      >
        <div className="min-h-0 flex-1 overflow-y-auto px-4.5 py-4 drawer:overflow-visible">
          {review && may.length > 0 ? (
            <ReviewChecklist checked={checked} onChange={setChecked} />
          ) : (
            <p className="text-note text-ink-2">{review ? '' : t('workshop.bulk.submitHint')}</p>
          )}
        </div>
        <div className="grid gap-2 border-t border-edge px-4.5 py-3">
          {review ? (
            <>
              <ReviewNote value={note} onChange={setNote} left={ready ? checkItems.length - checked.size : 0} />
              <div className="flex flex-wrap gap-2">
                <Button disabled={!ready || note.trim() === ''} onClick={() => judge('changesRequested')}>
                  {t('workshop.bulk.sendBack', { count: taken.length })}
                </Button>
                <Button
                  look="primary"
                  className="flex-1"
                  disabled={!ready || checked.size < checkItems.length}
                  onClick={() => judge('approved')}
                >
                  {t('workshop.bulk.approve', { count: taken.length })}
                </Button>
              </div>
            </>
          ) : (
            <Button look="primary" disabled={!ready} onClick={submit}>
              {t('workshop.bulk.submit', { count: taken.length })}
            </Button>
          )}
        </div>
      </aside>
    </div>
  );
}
