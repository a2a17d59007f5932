import { useTranslation } from 'react-i18next';
import type { ImportProgress } from '#contract/library-exchange.ts';
import { Button } from '#renderer/ui/button.tsx';

interface ImportReadingProps {
  name: string;
  progress: ImportProgress | null;
  onStop: () => void;
}

export function ImportReading({ name, progress, onStop }: ImportReadingProps) {
  const { t } = useTranslation();
  const phase = t(`exchange.import.phase.${progress?.phase ?? 'reading'}`);
  const known = progress !== null && progress.total > 1;
  return (
    <div className="flex flex-col items-center gap-3.5 py-10 text-center">
      <p className="text-head font-semibold">{t('exchange.import.reading', { name })}</p>
      {known ? (
        <progress
          aria-label={phase}
          value={progress.done}
          max={progress.total}
          className="w-72 max-w-full accent-accent"
        />
      ) : (
        <progress aria-label={phase} className="w-72 max-w-full accent-accent" />
      )}
      <p role="status" className="figures text-note text-ink-2">
        {phase}
        {known ? ` ${progress.done} / ${progress.total}` : null}
      </p>
      <Button onClick={onStop} autoFocus>
        {t('exchange.import.stop')}
      </Button>
    </div>
  );
}
