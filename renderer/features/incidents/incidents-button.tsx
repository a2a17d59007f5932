import clsx from 'clsx';
import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { useIncidents } from './use-incidents.ts';

/** How many incidents are on, in the bar; leads have it always, because they raise them. */
export function IncidentsButton({ person, onOpen }: { person: Person; onOpen: () => void }) {
  const { t } = useTranslation();
  const count = (useIncidents().data ?? []).filter(({ here }) => here).length;
  const leads = person.role === 'lead' || person.role === 'administrator';
  if (count === 0 && !leads) return null;
  const words = count === 0 ? t('frame.incidents') : t('frame.incidentsOn', { count });
  return (
    <button
      type="button"
      aria-label={words}
      title={words}
      onClick={onOpen}
      className={clsx(
        'inline-flex min-h-8 items-center gap-1.5 rounded-base px-2.5 text-note whitespace-nowrap',
        count > 0
          ? 'bg-warn-soft font-semibold text-warn hover:brightness-95'
          : 'text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      <Siren className="size-4" aria-hidden />
      {count > 0 ? <span className="figures">{count}</span> : null}
    </button>
  );
}
