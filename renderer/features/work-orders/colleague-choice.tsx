import { useTranslation } from 'react-i18next';
import type { StepContent } from './step-content.ts';
import { useShift } from './use-shift.ts';

const NEXT = 'next';

/** To whom an order is handed: somebody of this site, or whoever comes next. */
export function ColleagueChoice({
  content,
  onChange,
}: {
  content: Pick<StepContent, 'toPersonId' | 'toName'>;
  onChange: (part: Pick<StepContent, 'toPersonId' | 'toName'>) => void;
}) {
  const { t } = useTranslation();
  const colleagues = useShift().data?.colleagues ?? [];
  const next = t('watch.shift.next');
  return (
    <label className="flex flex-col gap-1 text-note text-ink-2">
      {t('ordersBoard.askTo')}
      <select
        className="h-10 rounded-base border border-edge-field bg-panel px-2 text-field text-ink"
        value={content.toName === '' ? '' : (content.toPersonId ?? NEXT)}
        onChange={({ target: { value } }) =>
          onChange(
            value === NEXT
              ? { toPersonId: null, toName: next }
              : { toPersonId: value, toName: colleagues.find(({ id }) => id === value)?.name ?? '' },
          )
        }
      >
        <option value="" disabled />
        {colleagues.map((one) => (
          <option key={one.id} value={one.id}>
            {one.areaManager
              ? t('watch.shift.manager', { name: one.name })
              : t('watch.shift.person', { name: one.name, role: t(`people.role.${one.role}`) })}
          </option>
        ))}
        <option value={NEXT}>{next}</option>
      </select>
    </label>
  );
}
