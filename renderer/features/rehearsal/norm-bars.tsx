import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { Debrief } from '#contract/rehearsal/view.ts';

/** Each norm with how much of it was kept; what did not come up says so. */
export function NormBars({ norms }: { norms: Debrief['norms'] }) {
  const { t } = useTranslation();
  return (
    <ul className="mt-2 flex flex-col gap-2.5">
      {norms.map(({ norm, got, of }) => (
        <li key={norm} className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-center gap-2.5 text-note">
          <span>{t(`rehearsal.norm.${norm}`)}</span>
          {got === null ? (
            <span />
          ) : (
            <svg viewBox="0 0 100 5" preserveAspectRatio="none" className="h-1.5 w-full" aria-hidden>
              <rect width="100" height="5" rx="2.5" className="fill-edge" />
              <rect
                width={of === 0 ? 0 : (100 * got) / of}
                height="5"
                rx="2.5"
                className={clsx(got >= of * 0.7 ? 'fill-accent' : 'fill-warn')}
              />
            </svg>
          )}
          <span className="figures text-ink-2">{got === null ? t('rehearsal.notMet') : `${got} / ${of}`}</span>
        </li>
      ))}
    </ul>
  );
}
