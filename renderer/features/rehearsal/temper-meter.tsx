import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { sayMood } from './say-run.ts';

const STEPS = [0, 1, 2, 3, 4, 5];

/** Where the customer's mood stands on its scale, where it stood before, and a word for it. */
export function TemperMeter({ temper, before }: { temper: number; before: number }) {
  const { t } = useTranslation();
  const moved = temper === before ? null : t(temper < before ? 'rehearsal.calmer' : 'rehearsal.angrier');
  return (
    <p className="ml-auto flex flex-wrap items-center gap-2.5 text-note">
      <span className="text-ink-2">{t('rehearsal.mood')}</span>
      <span aria-hidden className="flex items-center gap-1">
        {STEPS.map((step) => (
          <span
            key={step}
            className={clsx(
              'h-1.5 w-4 rounded-full',
              step <= temper ? (temper >= 4 ? 'bg-warn' : 'bg-accent') : 'bg-edge-strong',
              step === before && step !== temper && 'outline-1 outline-offset-1 outline-ink-3',
            )}
          />
        ))}
      </span>
      <b className="font-semibold" data-temper={temper}>
        {sayMood(temper, t)}
      </b>
      {moved === null ? null : <span className="text-ink-2">{moved}</span>}
    </p>
  );
}
