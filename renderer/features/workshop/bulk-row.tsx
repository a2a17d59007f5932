import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkshopRefusal } from '#contract/workshop/terms.ts';
import type { DraftRow } from '#contract/workshop/views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { DraftTextsShown } from './draft-texts-shown.tsx';
import { useDraft } from './use-workshop.ts';

interface BulkRowProps {
  row: DraftRow;
  taken: boolean;
  /** Why the last step left it where it is. */
  refused: WorkshopRefusal | undefined;
  onTake: (taken: boolean) => void;
  /** Opens it by itself, to write at it or to remark on a spot. */
  onOpen: () => void;
}

/** One draft of a file: what it says or changes, whether it goes along, and why it stayed. */
export function BulkRow({ row, taken, refused, onTake, onOpen }: BulkRowProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const title = row.title === '' ? t('workshop.untitled') : row.title;
  return (
    <li className="grid gap-1.5 border-t border-edge py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label className="flex min-w-0 flex-1 basis-60 items-baseline gap-2">
          <input
            type="checkbox"
            className="size-4 shrink-0 translate-y-0.5 accent-accent"
            checked={taken}
            onChange={({ target }) => onTake(target.checked)}
          />
          <b className="font-semibold" lang="zh-CN">
            {title}
          </b>
          <span className="text-small text-ink-2" lang="zh-CN">
            {row.packTitle}
          </span>
        </label>
        <Chip tone={row.changes ? 'plain' : 'accent'}>
          {row.changes ? t('workshop.changesOld') : t('workshop.isNew')}
        </Chip>
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'workshop.bulk.hide' : 'workshop.bulk.show')}
          <span className="sr-only">{title}</span>
        </Button>
        <Button size="small" look="quiet" onClick={onOpen}>
          {t('workshop.bulk.alone')}
          <span className="sr-only">{title}</span>
        </Button>
      </div>
      {refused === undefined ? null : (
        <p role="alert" className="text-note text-warn">
          {t(`workshop.refusal.${refused}`)}
        </p>
      )}
      {shown ? <Shown draftId={row.draftId} /> : null}
    </li>
  );
}

function Shown({ draftId }: { draftId: string }) {
  const { t } = useTranslation();
  const draft = useDraft(draftId).data;
  return draft === undefined ? <Skeleton label={t('frame.loading')} lines={2} /> : <DraftTextsShown draft={draft} />;
}
