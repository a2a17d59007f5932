import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { MarkedText } from '#renderer/features/search/marked-text.tsx';
import { optionId } from '#renderer/features/search/stops.ts';
import type { QuickRow } from './quick-rows.ts';

interface QuickRowHeadProps {
  row: QuickRow;
  chosen: boolean;
  atEdge: boolean;
  /** A row that is pressed is chosen; pressed again it is taken. */
  onPick: () => void;
}

/** One row: its number, its title, how it begins while it is not chosen, and what it is for. */
export function QuickRowHead({ row, chosen, atEdge, onPick }: QuickRowHeadProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the field.
    <div
      id={optionId(row.key)}
      role="option"
      aria-selected={chosen}
      onClick={onPick}
      className={clsx('flex items-baseline gap-x-3 px-2', atEdge && 'flex-wrap')}
    >
      <span className="figures w-3 shrink-0 text-small text-ink-3">{row.number}</span>
      <span className={clsx('text-body font-semibold', atEdge ? 'min-w-0 flex-1' : 'max-w-[70%] shrink-0 truncate')}>
        <MarkedText text={row.title} marks={row.titleMarks} />
      </span>
      {chosen ? (
        atEdge ? null : (
          <span className="flex-1" />
        )
      ) : (
        <span
          className={clsx(
            'min-w-0 text-note text-ink-2',
            atEdge ? 'order-last line-clamp-2 basis-full pl-6' : 'flex-1 truncate',
          )}
        >
          <MarkedText text={row.excerpt} marks={row.excerptMarks} />
        </span>
      )}
      {row.inForce ? (
        <span className="rounded-small bg-warn-soft px-1.5 text-small font-semibold whitespace-nowrap text-warn">
          {t('quickBar.inForce')}
        </span>
      ) : null}
      {row.stage === null ? null : (
        <span className="text-small whitespace-nowrap text-ink-3">{t(`vocabulary.stage.${row.stage}`)}</span>
      )}
    </div>
  );
}
