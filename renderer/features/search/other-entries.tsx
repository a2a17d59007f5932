import { useTranslation } from 'react-i18next';
import type { OtherEntry } from '#contract/search.ts';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { MarkedText } from './marked-text.tsx';
import { QuietRow, QuietRows } from './quiet-rows.tsx';
import { entryKey, type Stop } from './stops.ts';

interface OtherEntriesProps {
  entries: readonly OtherEntry[];
  selected: string | null;
  onOpen: (stop: Stop) => void;
}

/** What else the library holds on the text, in one quiet row each: to read or to start, not to copy. */
export function OtherEntries({ entries, selected, onOpen }: OtherEntriesProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <QuietRows heading={t('search.others')}>
      {entries.map(({ entryId, kind, title, titleMarks }) => {
        const key = entryKey(entryId);
        return (
          <QuietRow
            key={key}
            stopKey={key}
            selected={key === selected}
            onOpen={() => onOpen({ kind: 'entry', key, entryId })}
          >
            <span className="min-w-0 flex-1 text-ink">
              <MarkedText text={title} marks={titleMarks} />
            </span>
            <span className="text-small whitespace-nowrap text-ink-3">{t(`library.kind.${kind}`)}</span>
            {kind === 'specialCall' ? <KeyOf id="specialCall" /> : null}
          </QuietRow>
        );
      })}
    </QuietRows>
  );
}
