import { useTranslation } from 'react-i18next';
import type { LineView } from '#contract/library.ts';
import { ForbiddenPanel } from '#renderer/features/line/forbidden-panel.tsx';
import { LineDetails } from '#renderer/features/line/line-details.tsx';
import { plainText } from './plain-text.ts';
import { Spoken } from './reading-parts.tsx';

/** A line to read: all its forms under each other, what not to say beside it, and what it rests on. */
export function WordingEntry({ line, onOpen }: { line: LineView; onOpen: (entryId: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      {line.variants.map((each) => (
        <section key={each.variant} className="grid gap-1">
          <h3 className="text-note font-semibold text-ink-2">{t(`line.variant.${each.variant}`)}</h3>
          <Spoken>{plainText(each.segments)}</Spoken>
        </section>
      ))}
      <div className="grid gap-2">
        {line.forbidden.length > 0 ? <ForbiddenPanel forbidden={line.forbidden} /> : null}
        <LineDetails line={line} onOpen={onOpen} />
      </div>
    </>
  );
}
