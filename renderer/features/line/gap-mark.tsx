import clsx from 'clsx';
import { useTranslation } from 'react-i18next';

interface GapMarkProps {
  label: string;
  text: string;
  open: boolean;
  onAsk: () => void;
}

/** A variable inside the wording. A span, because a real button does not break across lines as the sentence does. */
export function GapMark({ label, text, open, onAsk }: GapMarkProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element is laid out as a block and would tear the sentence apart.
    <span
      role="button"
      tabIndex={0}
      aria-label={open ? t('line.gapFill', { label }) : t('line.gapEdit', { label, value: text })}
      onClick={onAsk}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onAsk();
      }}
      className={clsx(
        'rounded-t-small border-b-2 border-dashed font-semibold hover:bg-hover',
        open ? 'border-warn text-warn' : 'border-accent text-accent',
      )}
    >
      {open ? t('line.gapMark', { label }) : text}
    </span>
  );
}
