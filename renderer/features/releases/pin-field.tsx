import { useTranslation } from 'react-i18next';
import { Field } from '#renderer/ui/field.tsx';

interface PinFieldProps {
  value: string;
  problem: string | null;
  onChange: (pin: string) => void;
}

/** The PIN that opens one's signing key. */
export function PinField({ value, problem, onChange }: PinFieldProps) {
  const { t } = useTranslation();
  return (
    <Field
      className="max-w-[18rem]"
      label={t('releases.trust.pin')}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      problem={problem}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
