import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { belongsToComposition } from '#renderer/app/composition.ts';

interface GapFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter: this one is done. */
  onNext: () => void;
  onLeave: (how: 'escape' | 'blur') => void;
}

const LONGEST = 200;

/** The small field that asks for a variable right where it stands in the sentence. */
export function GapField({ label, value, onChange, onNext, onLeave }: GapFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  return (
    <input
      ref={field}
      aria-label={t('line.gapFill', { label })}
      placeholder={label}
      maxLength={LONGEST}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onLeave('blur')}
      onKeyDown={(event) => {
        if (belongsToComposition(event.nativeEvent)) return;
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          onNext();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          onLeave('escape');
        }
      }}
      className="mx-0.5 field-sizing-content max-w-full min-w-[5em] rounded-small border-2 border-warn bg-panel px-1.5 align-baseline text-line leading-snug font-semibold text-ink outline-none placeholder:font-normal placeholder:text-ink-3"
    />
  );
}
