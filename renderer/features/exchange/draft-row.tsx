import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSummary } from '#contract/exchange.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { ChangeList } from './change-list.tsx';
import { EntryText } from './entry-text.tsx';

interface DraftRowProps {
  draft: DraftSummary;
  onDiscard: () => void;
}

/** One draft; opened, it shows what it would change in the library as it is now. */
export function DraftRow({ draft, onDiscard }: DraftRowProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li className="flex flex-col gap-1.5 border-b border-edge py-2.5 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-64">
          <p className="text-body font-semibold">{draft.title}</p>
          <p className="text-small text-ink-3">
            {draft.packTitle} · {draft.entryId}
          </p>
        </div>
        <Chip tone={draft.change === 'new' ? 'accent' : 'plain'}>{t(`exchange.drafts.${draft.change}`)}</Chip>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'exchange.drafts.close' : 'exchange.drafts.open')}
        </Button>
        <Button
          size="small"
          look="quiet"
          onClick={onDiscard}
          aria-label={t('exchange.drafts.discardOf', { title: draft.title })}
        >
          {t('exchange.drafts.discard')}
        </Button>
      </div>
      {open ? <Content draftId={draft.draftId} /> : null}
    </li>
  );
}

function Content({ draftId }: { draftId: string }) {
  const { t } = useTranslation();
  const core = useCore();
  const draft = useQuery({
    queryKey: ['library', 'draft', draftId],
    queryFn: ({ signal }) => core.exchange.draft({ draftId }, { signal }),
  }).data;
  if (draft === undefined) return <Skeleton label={t('frame.loading')} lines={2} />;
  return draft.changes === null ? <EntryText entry={draft.entry} /> : <ChangeList changes={draft.changes} />;
}
