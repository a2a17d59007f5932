import { UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VariableValues } from '#contract/library.ts';
import { isAboutCustomer } from '#renderer/app/desk-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';

/** What is known about the customer in front of the desk; it fills every line until the next customer. */
export function CustomerStrip({ values, onNext }: { values: VariableValues; onNext: () => void }) {
  const { t } = useTranslation();
  const known = Object.entries(values).filter(([name]) => isAboutCustomer(name));
  if (known.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-note text-ink-2">
      <span>{t('line.known')}</span>
      {known.map(([name, value]) => (
        <Chip key={name} tone="accent">
          {value}
        </Chip>
      ))}
      <Button look="quiet" size="small" onClick={onNext}>
        <UserRoundX className="size-4" aria-hidden />
        {t('line.nextCustomer')}
        <KeyOf id="nextCustomer" />
      </Button>
    </div>
  );
}
