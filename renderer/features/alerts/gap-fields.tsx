import { useTranslation } from 'react-i18next';
import type { AlertView } from '#contract/alerts.ts';
import { Field } from '#renderer/ui/field.tsx';

interface GapFieldsProps {
  gaps: AlertView['gaps'];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
}

/** What the agreed words of an alert leave open, each with its own field. */
export function GapFields({ gaps, values, onChange }: GapFieldsProps) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-note font-semibold text-ink-2">{t('watch.alert.gaps')}</legend>
      <p className="text-note text-ink-2">{t('watch.alert.gapsText')}</p>
      <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
        {gaps.map(({ name, label, value }) => (
          <Field
            key={name}
            lang="zh-CN"
            label={label}
            maxLength={200}
            value={values[name] ?? value}
            onChange={(event) => onChange({ ...values, [name]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
