import { useTranslation } from 'react-i18next';

interface ReviewNoteProps {
  value: string;
  onChange: (note: string) => void;
  /** What is still to be ticked; 0 says nothing. */
  left: number;
}

/** The word that goes with a judgement, and how much of the checklist is still open. */
export function ReviewNote({ value, onChange, left }: ReviewNoteProps) {
  const { t } = useTranslation();
  return (
    <>
      <label className="grid gap-1 text-note text-ink-2">
        {t('workshop.note')}
        <input
          maxLength={1000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="h-9 w-full rounded-base border border-edge-field bg-panel px-3 text-body text-ink"
        />
      </label>
      {left === 0 ? null : <p className="text-note text-ink-2">{t('workshop.checkLeft', { count: left })}</p>}
    </>
  );
}
