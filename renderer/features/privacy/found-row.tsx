import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPerson } from '#contract/privacy.ts';

interface FoundRowProps {
  person: FoundPerson;
  picked: boolean;
  onPick: (subjectId: string, on: boolean) => void;
}

/** One person as this desk knows them: how much there is and from when, and what still keeps it from going. */
export function FoundRow({ person, picked, onPick }: FoundRowProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const spans = (['conversations', 'specialCalls', 'workOrders', 'alerts', 'searches', 'rehearsals'] as const).filter(
    (kind) => person[kind].count > 0,
  );
  const times = spans.flatMap((kind) => [person[kind].firstAtMs ?? 0, person[kind].lastAtMs ?? 0]);
  const day = (atMs: number) => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(atMs);
  const open = person.open.length > 0;
  return (
    <li className="flex items-start gap-3 border-b border-edge py-2.5 last:border-0">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-4 accent-accent"
        checked={picked}
        disabled={open}
        aria-describedby={`${id}-what`}
        onChange={(event) => onPick(person.subjectId, event.target.checked)}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="figures text-body">
          {person.shown === '' ? t('privacy.erase.unknown') : person.shown}
        </label>
        <p id={`${id}-what`} className="figures text-note text-ink-2">
          {spans.map((kind) => t(`privacy.erase.${kind}`, { count: person[kind].count })).join(' · ')}
          {times.length > 0 ? ` · ${spanWords(Math.min(...times), Math.max(...times))}` : ''}
        </p>
        {open ? (
          <p className="text-note text-warn">
            {t('privacy.erase.open', { labels: person.open.map(({ label }) => label).join('、') })}
          </p>
        ) : null}
      </div>
    </li>
  );

  function spanWords(firstMs: number, lastMs: number): string {
    const [first, last] = [day(firstMs), day(lastMs)];
    return first === last ? first : t('privacy.erase.between', { first, last });
  }
}
