import { useTranslation } from 'react-i18next';
import type { OtherEntry } from '#contract/search.ts';
import { useOpenInLibrary } from '#renderer/features/library/use-library-view.ts';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { MarkedText } from './marked-text.tsx';

/** What else the library holds on the text, in one quiet row each: to read or to start, not to copy. */
export function OtherEntries({ entries }: { entries: readonly OtherEntry[] }) {
  const { t } = useTranslation();
  const openInLibrary = useOpenInLibrary();
  if (entries.length === 0) return null;
  return (
    <section aria-label={t('search.others')} className="mt-1 border-t border-edge pt-2">
      <h2 className="px-2 pb-1 text-small font-normal text-ink-3">{t('search.others')}</h2>
      {entries.map(({ entryId, kind, title, titleMarks }) => (
        <button
          key={entryId}
          type="button"
          onClick={() => openInLibrary(entryId)}
          className="flex w-full items-baseline gap-2 rounded-base px-3 py-1.5 text-left text-note text-ink-2 hover:bg-hover"
        >
          <span className="min-w-0 flex-1 text-ink">
            <MarkedText text={title} marks={titleMarks} />
          </span>
          <span className="text-small whitespace-nowrap text-ink-3">{t(`library.kind.${kind}`)}</span>
          {kind === 'specialCall' ? <KeyOf id="specialCall" /> : null}
        </button>
      ))}
    </section>
  );
}
