import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '#contract/workshop/views.ts';

/** One of the lists that the workshop can show. */
export function ViewButton({
  chosen,
  onClick,
  children,
}: {
  chosen: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-current={chosen ? 'true' : undefined}
      onClick={onClick}
      className={clsx(
        'flex items-center justify-between gap-2 rounded-base px-2.5 py-1 text-left text-body',
        chosen ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-hover',
      )}
    >
      {children}
    </button>
  );
}

/** A draft in a list of the workshop: what it is called, where it stands, whose it is. */
export function QueueRow({ row, chosen, onOpen }: { row: DraftRow; chosen: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const mark = row.mergeOpen ? t('workshop.mark.merge') : t(`workshop.state.${row.state}`);
  return (
    <li>
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        onClick={onOpen}
        className={clsx(
          'grid w-full gap-0.5 rounded-base px-2.5 py-1.5 text-left',
          chosen ? 'bg-panel shadow-lift' : 'hover:bg-hover',
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-semibold" lang="zh-CN">
            {row.title === '' ? t('workshop.untitled') : row.title}
          </span>
          <span
            className={clsx(
              'shrink-0 text-small',
              row.mergeOpen || row.state === 'changesRequested' ? 'text-warn' : 'text-accent',
            )}
          >
            {mark}
          </span>
        </span>
        <span className="truncate text-small text-ink-2" lang="zh-CN">
          {[
            row.packTitle,
            row.changedBy,
            ...(row.imported !== null ? [t('workshop.mark.imported')] : []),
            ...(row.openComments > 0 ? [t('workshop.mark.comments', { count: row.openComments })] : []),
          ].join(' · ')}
        </span>
      </button>
    </li>
  );
}
