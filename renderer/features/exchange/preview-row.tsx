import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPlace } from '#contract/import-reasons.ts';
import type { ImportItem } from '#contract/library-exchange.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { ChangeList } from './change-list.tsx';
import { EntryText } from './entry-text.tsx';
import { sayItemNote, sayPlace, sayRowFault } from './say-import.ts';

interface PreviewRowProps {
  item: ImportItem;
  taken: boolean;
  onTick: (take: boolean) => void;
}

/** One entry of the file: what would become of it, and why. */
export function PreviewRow({ item, taken, onTick }: PreviewRowProps) {
  const { t, i18n } = useTranslation();
  const speech = { t, language: i18n.language };
  const id = useId();
  if (item.state === 'unchanged') {
    return (
      <div className="flex items-baseline gap-3 text-note text-ink-2">
        <span className="min-w-0 flex-1">{item.entryId}</span>
        <Place at={item.at} />
      </div>
    );
  }
  if (item.state === 'rejected') {
    return (
      <div className="flex flex-col gap-1">
        <div className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 text-body font-semibold">{item.title || item.entryId || '—'}</span>
          <Place at={item.at} />
        </div>
        <ul className="flex flex-col gap-0.5 text-note text-warn">
          {item.faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{sayRowFault(fault, speech)}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={taken}
        onChange={(event) => onTick(event.target.checked)}
        aria-label={t('exchange.import.tick', { title: item.entry.title })}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-baseline gap-3">
          <label htmlFor={id} className="min-w-0 flex-1 text-body font-semibold">
            {item.entry.title}
          </label>
          <Place at={item.at} />
        </div>
        {item.state === 'changed' ? <ChangeList changes={item.changes} /> : <EntryText entry={item.entry} />}
        {item.alike?.map(({ entryId, title, percent }) => (
          <span key={entryId}>
            <Chip tone="warn">{t('exchange.import.alikeTo', { title, percent })}</Chip>
          </span>
        ))}
        {item.notes.map((note) => (
          <p key={JSON.stringify(note)} className="text-small text-ink-3">
            {sayItemNote(note, speech)}
          </p>
        ))}
      </div>
    </div>
  );
}

function Place({ at }: { at: ImportPlace }) {
  const { t } = useTranslation();
  return <span className="figures shrink-0 text-small text-ink-3">{sayPlace(at, t)}</span>;
}
