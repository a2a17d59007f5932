import clsx from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NoticeInForce } from '#contract/search.ts';
import { noticeKey, optionId, type Stop } from './stops.ts';

export const NOTICES_ID = 'desk-notices';

interface NoticesOnTopProps {
  notices: readonly NoticeInForce[];
  selected: string | null;
  onOpen: (stop: Stop) => void;
}

/** What is said while an incident lasts, above the lines it concerns. The listbox below owns these rows. */
export function NoticesOnTop({ notices, selected, onOpen }: NoticesOnTopProps) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot group the options of a listbox.
    <div id={NOTICES_ID} role="group" aria-label={t('search.notices')} className="mb-2 flex flex-col gap-1.5">
      {notices.map((notice) => {
        const key = noticeKey(notice);
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus and points here by aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the search box.
          <div
            key={key}
            id={optionId(key)}
            role="option"
            aria-selected={key === selected}
            onClick={() => onOpen({ kind: 'notice', key, notice })}
            className={clsx(
              'scroll-my-9 rounded-base border-l-[3px] bg-warn-soft px-3 py-2 text-left hover:brightness-95',
              key === selected ? 'border-accent shadow-lift' : 'border-clear',
            )}
          >
            <span className="flex items-baseline gap-2 text-body font-semibold text-warn">
              <TriangleAlert className="size-4 shrink-0 translate-y-0.5" aria-hidden />
              <span className="min-w-0 flex-1">{notice.title}</span>
              <span className="text-small font-normal whitespace-nowrap">{t('search.noticeInForce')}</span>
            </span>
            <span className="line-clamp-2 text-note text-ink">{notice.excerpt}</span>
          </div>
        );
      })}
    </div>
  );
}
