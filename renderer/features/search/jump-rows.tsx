import { useTranslation } from 'react-i18next';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import type { Jump } from './find-jumps.ts';
import { QuietRow, QuietRows } from './quiet-rows.tsx';
import type { Stop } from './stops.ts';

interface JumpRowsProps {
  jumps: readonly Jump[];
  selected: string | null;
  onOpen: (stop: Stop) => void;
}

/** Orders, people, places and commands that are called what was typed. */
export function JumpRows({ jumps, selected, onOpen }: JumpRowsProps) {
  const { t } = useTranslation();
  if (jumps.length === 0) return null;
  return (
    <QuietRows heading={t('search.jumps')}>
      {jumps.map((jump) => (
        <QuietRow
          key={jump.key}
          stopKey={jump.key}
          selected={jump.key === selected}
          onOpen={() => onOpen({ kind: 'jump', key: jump.key, jump })}
        >
          <span className="min-w-0 flex-1 text-ink">{jump.label}</span>
          {jump.hint === '' ? null : <span className="truncate text-small text-ink-3">{jump.hint}</span>}
          {jump.target.to === 'command' ? <KeyOf id={jump.target.command} /> : null}
        </QuietRow>
      ))}
    </QuietRows>
  );
}
