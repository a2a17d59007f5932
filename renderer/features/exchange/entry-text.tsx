import { useTranslation } from 'react-i18next';
import type { Entry } from '#contract/library/release.ts';

/** The wording of an entry that is not in the library yet; gaps stay as they are written. */
export function EntryText({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  if (entry.kind === 'line' || entry.kind === 'courtesy')
    return (
      <>
        <p className="spoken line-clamp-3 text-note text-ink-2">{entry.variants.standard}</p>
        {entry.variants.short ? (
          <p className="spoken line-clamp-1 text-note text-ink-3">{entry.variants.short}</p>
        ) : null}
      </>
    );
  if (entry.kind === 'forbidden')
    return (
      <>
        <p className="spoken line-clamp-2 text-note text-never">{entry.fails.join(t('frame.listJoin'))}</p>
        <p className="spoken line-clamp-2 text-note text-ink-2">{entry.rewording}</p>
      </>
    );
  return <p className="text-note text-ink-2">{t(`library.kind.${entry.kind}`)}</p>;
}
