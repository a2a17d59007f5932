import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NoticeInForce } from '#contract/search.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useOpenInLibrary } from '#renderer/features/library/use-library-view.ts';

/** What is said while an incident lasts, above the lines it concerns. */
export function NoticesOnTop({ notices }: { notices: readonly NoticeInForce[] }) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const openInLibrary = useOpenInLibrary();
  if (notices.length === 0) return null;
  return (
    <ul aria-label={t('search.notices')} className="mb-2 flex flex-col gap-1.5">
      {notices.map(({ alertId, entryId, kind, title, excerpt }) => (
        <li key={`${alertId} ${entryId}`}>
          <button
            type="button"
            onClick={() => (kind === 'notice' ? openInLibrary(entryId) : dispatch({ type: 'opened', entryId }))}
            className="block w-full rounded-base bg-warn-soft px-3 py-2 text-left hover:brightness-95"
          >
            <span className="flex items-baseline gap-2 text-body font-semibold text-warn">
              <TriangleAlert className="size-4 shrink-0 translate-y-0.5" aria-hidden />
              <span className="min-w-0 flex-1">{title}</span>
              <span className="text-small font-normal whitespace-nowrap">{t('search.noticeInForce')}</span>
            </span>
            <span className="line-clamp-2 text-note text-ink">{excerpt}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
