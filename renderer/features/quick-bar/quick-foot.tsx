import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { type Chord, printChord } from '#renderer/app/chord.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import type { QuickRow } from './quick-rows.ts';
import type { Told } from './use-take.ts';

interface QuickFootProps {
  told: Told | null;
  /** A gap is being filled: Enter goes on to the next one. */
  asking: boolean;
  selected: QuickRow | undefined;
  atEdge: boolean;
}

/** What was just done or went wrong; else the keys. */
export function QuickFoot({ told, asking, selected, atEdge }: QuickFootProps) {
  const { t } = useTranslation();
  const enter = selected?.kind === 'notice' ? t('quickBar.toDesk') : t('line.copy');
  return (
    <footer
      className={clsx(
        'flex min-h-[2.375rem] shrink-0 flex-wrap items-center gap-y-1 border-t border-edge bg-sunken py-1.5 text-small text-ink-2',
        atEdge ? 'gap-x-2.5 px-2.5' : 'gap-x-4 px-4',
      )}
    >
      <span
        role="status"
        aria-live="polite"
        className={told === null ? 'sr-only' : clsx('font-semibold', toneOf(told))}
      >
        {told?.text}
      </span>
      {told === null && asking ? <span>{t('line.gapsHint')}</span> : null}
      {told === null && !asking && selected ? (
        <>
          <Key chord="Enter" first>
            {enter}
          </Key>
          {atEdge || selected.kind === 'notice' ? null : <Key chord="Mod+Enter">{t('line.sayAndCopy')}</Key>}
          <Key chord="Mod+1-5">{t('quickBar.takeNumbered')}</Key>
        </>
      ) : null}
      <span className="ml-auto">
        <Key chord="Escape">{asking ? t('quickBar.leaveGap') : t('quickBar.putAway')}</Key>
      </span>
    </footer>
  );
}

const toneOf = ({ tone }: Told) => (tone === 'problem' ? 'text-warn' : 'text-ok');

function Key({ chord, first = false, children }: { chord: Chord; first?: boolean; children: string }) {
  const mac = window.quickBarShell.platform === 'darwin';
  return (
    <span className={clsx('flex items-center gap-1.5', first && 'font-semibold text-accent')}>
      <Kbd bare={first}>{printChord(chord, mac)}</Kbd>
      {children}
    </span>
  );
}
