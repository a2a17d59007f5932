import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { FilePenLine, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkshopState } from '#contract/workshop/terms.ts';
import type { DraftRow } from '#contract/workshop/views.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { BulkPage } from './bulk-page.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { DRAFT_TO_SHOW } from './draft-to-show.ts';
import { DueList } from './due-list.tsx';
import { MergePage } from './merge-page.tsx';
import { MissedList } from './missed-list.tsx';
import { NewEntrySheet } from './new-entry-sheet.tsx';
import { OutlineEditor } from './outline/outline-editor.tsx';
import { QueueRow, ViewButton } from './queue-row.tsx';
import { ReviewPage } from './review-page.tsx';
import { useDraft, useOfFile, useQueue, useStep } from './use-workshop.ts';

const shelves = {
  writing: ['draft', 'changesRequested'],
  review: ['inReview'],
  approved: ['approved', 'scheduled'],
  done: ['inForce', 'discarded'],
} as const satisfies Record<string, readonly WorkshopState[]>;
type Shelf = keyof typeof shelves;
type View = { shelf: Shelf } | { list: 'due' | 'missed' };
type ImportedFile = NonNullable<DraftRow['imported']>;

/** Where wording is written, reviewed and looked at again: for leads, reviewers and administrators. */
export function WorkshopPlace() {
  const { t } = useTranslation();
  const core = useCore();
  const step = useStep();
  const [view, setView] = useState<View>({ shelf: 'writing' });
  const cache = useQueryClient();
  const [draftId, setDraftId] = useState(() => cache.getQueryData<string>(DRAFT_TO_SHOW) ?? null);
  useEffect(() => cache.removeQueries({ queryKey: DRAFT_TO_SHOW }), [cache]);
  const [file, setFile] = useState<ImportedFile | null>(null);
  const [writing, setWriting] = useState<{ soughtFor: string | null } | null>(null);
  const column = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const shelf = 'shelf' in view ? view.shelf : null;
  const queue = useQueue(shelves[shelf ?? 'writing'], false).data;
  const missed = 'list' in view ? view.list : null;
  const together = shelf === 'writing' || shelf === 'review' ? file : null;
  const ofFile = useOfFile(shelves[shelf ?? 'writing'], together?.importId ?? null).data;
  const shown = draftId ?? (shelf === null ? null : (queue?.drafts[0]?.draftId ?? null));

  const step6 = () => {
    const inPane = pane.current?.contains(document.activeElement) ?? false;
    (inPane ? column : pane).current?.focus();
  };
  useShortcut('nextColumn', step6);
  useShortcut('previousColumn', step6);

  const openEntry = (entryId: string) =>
    void step(async () => {
      openDraft((await core.workshop.open({ entryId })).draftId);
      setView({ shelf: 'writing' });
    });
  const count = (of: Shelf) => shelves[of].reduce((sum, state) => sum + (queue?.counts[state] ?? 0), 0);
  return (
    <div className="grid h-full min-h-0 grid-cols-[15.5rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] narrow:grid-cols-1 narrow:grid-rows-[max-content_max-content] narrow:overflow-y-auto">
      <section
        ref={column}
        tabIndex={-1}
        aria-labelledby="workshop-heading"
        className="flex min-h-0 flex-col border-r border-edge bg-sunken focus-visible:-outline-offset-2 narrow:border-r-0 narrow:border-b"
      >
        <div className="grid gap-2 px-3.5 pt-3.5 pb-2">
          <h1 id="workshop-heading" className="text-head font-semibold">
            {t('workshop.heading')}
          </h1>
          <nav aria-label={t('workshop.heading')} className="grid gap-0.5 narrow:grid-cols-3">
            {(Object.keys(shelves) as Shelf[]).map((id) => (
              <ViewButton key={id} chosen={shelf === id} onClick={() => choose({ shelf: id })}>
                {t(`workshop.shelf.${id}`)}
                <span className="figures text-ink-2">{count(id)}</span>
              </ViewButton>
            ))}
            {(['missed', 'due'] as const).map((id) => (
              <ViewButton key={id} chosen={missed === id} onClick={() => choose({ list: id })}>
                {t(`workshop.list.${id}`)}
              </ViewButton>
            ))}
          </nav>
          <Button onClick={() => setWriting({ soughtFor: null })}>
            <Plus className="size-4" aria-hidden />
            {t('workshop.new.open')}
          </Button>
        </div>
        {shelf === null ? null : (
          <ul
            aria-label={t(`workshop.shelf.${shelf}`)}
            className="min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-3 narrow:max-h-60 narrow:flex-none"
          >
            {(shelf === 'writing' || shelf === 'review' ? filesOf(queue?.drafts ?? []) : []).map((each) => (
              <li key={each.importId}>
                <ViewButton chosen={each.importId === file?.importId} onClick={() => setFile(each)}>
                  <span className="min-w-0 flex-1 truncate">{t('workshop.bulk.open', { name: nameOf(each, t) })}</span>
                  <span className="figures text-ink-2">{each.count}</span>
                </ViewButton>
              </li>
            ))}
            {(queue?.drafts ?? []).map((row) => (
              <QueueRow
                key={row.draftId}
                row={row}
                chosen={together === null && row.draftId === shown}
                onOpen={() => openDraft(row.draftId)}
              />
            ))}
          </ul>
        )}
      </section>
      <section
        ref={pane}
        tabIndex={-1}
        aria-label={t('workshop.pane')}
        className="min-h-0 min-w-0 focus-visible:-outline-offset-2"
      >
        {missed === 'due' ? <DueList onOpen={openEntry} /> : null}
        {missed === 'missed' ? (
          <MissedList onOpen={openEntry} onWrite={(soughtFor) => setWriting({ soughtFor })} />
        ) : null}
        {together === null ? null : (
          <BulkPage
            key={`${shelf} ${together.importId}`}
            fileName={nameOf(together, t)}
            rows={ofFile?.drafts ?? []}
            review={shelf === 'review'}
            onOpen={openDraft}
          />
        )}
        {together === null && missed === null && shown !== null ? <DraftPane key={shown} draftId={shown} /> : null}
        {together === null && missed === null && shown === null && queue !== undefined ? (
          <EmptyState
            icon={<FilePenLine className="size-8" aria-hidden />}
            title={t(`workshop.empty.${shelf ?? 'writing'}`)}
          >
            {t('workshop.emptyText')}
          </EmptyState>
        ) : null}
      </section>
      {writing === null ? null : (
        <NewEntrySheet
          soughtFor={writing.soughtFor}
          onClose={() => setWriting(null)}
          onOpened={(opened) => {
            setWriting(null);
            openDraft(opened);
            setView({ shelf: 'writing' });
          }}
        />
      )}
    </div>
  );

  function choose(next: View): void {
    setView(next);
    openDraft(null);
  }

  function openDraft(id: string | null): void {
    setDraftId(id);
    setFile(null);
  }
}

/** Files of which several drafts stand on a shelf: they may be looked through together. */
function filesOf(rows: readonly DraftRow[]): (ImportedFile & { count: number })[] {
  const files = new Map<string, ImportedFile & { count: number }>();
  for (const { imported } of rows) {
    if (imported === null) continue;
    files.set(imported.importId, { ...imported, count: (files.get(imported.importId)?.count ?? 0) + 1 });
  }
  return [...files.values()].filter(({ count }) => count > 1);
}

const nameOf = ({ fileName }: ImportedFile, t: TFunction): string =>
  fileName === '' ? t('workshop.bulk.otherDesk') : fileName;

function DraftPane({ draftId }: { draftId: string }) {
  const { t } = useTranslation();
  const draft = useDraft(draftId).data;
  if (draft === undefined) return <Skeleton label={t('frame.loading')} lines={6} />;
  const undecided = draft.merge !== null && (draft.merge.kind === 'inForce' || draft.mergeOpen);
  const writable = draft.state === 'draft' || draft.state === 'changesRequested';
  if (undecided && writable && draft.merge) return <MergePage draft={draft} merge={draft.merge} />;
  if (!writable) return <ReviewPage draft={draft} />;
  return draft.kind === 'decisionTable' || draft.kind === 'flow' ? (
    <OutlineEditor draft={draft} />
  ) : (
    <DraftEditor draft={draft} />
  );
}
