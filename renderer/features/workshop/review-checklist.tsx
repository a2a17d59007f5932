import { useTranslation } from 'react-i18next';
import type { CheckItem } from '#contract/workshop/terms.ts';

/** The items of the checklist in the order a reviewer reads; the core asks for every one of them. */
export const checkItems = Object.keys({
  ...{
    feelings: true,
    natural: true,
    promise: true,
    nextStep: true,
    realReason: true,
    basis: true,
    gaps: true,
    found: true,
  },
} satisfies Record<CheckItem, true>) as CheckItem[];

interface ReviewChecklistProps {
  checked: ReadonlySet<CheckItem>;
  onChange: (checked: ReadonlySet<CheckItem>) => void;
}

/** What a reviewer holds wording against before it is approved. */
export function ReviewChecklist({ checked, onChange }: ReviewChecklistProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-note font-semibold">{t('workshop.checklist')}</legend>
      {checkItems.map((item) => (
        <label key={item} className="flex items-start gap-2 text-note">
          <input
            type="checkbox"
            className="mt-1 accent-accent"
            checked={checked.has(item)}
            onChange={(event) => {
              const next = new Set(checked);
              if (event.target.checked) next.add(item);
              else next.delete(item);
              onChange(next);
            }}
          />
          {t(`workshop.check.${item}`)}
        </label>
      ))}
    </fieldset>
  );
}
