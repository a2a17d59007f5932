import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { QuickField } from './quick-field.tsx';
import { QuickFoot } from './quick-foot.tsx';
import { QuickList } from './quick-list.tsx';
import { QuickNothing } from './quick-nothing.tsx';
import { useKeys } from './use-keys.ts';
import { useQuickBar } from './use-quick-bar.ts';
import { useWindowTold } from './use-window-told.ts';

interface QuickBarViewProps {
  personName: string;
  place: QuickBarPlace;
  onMove: (place: QuickBarPlace) => void;
}

/** The bar in use: one field, the first lines that fit, and the keys. */
export function QuickBarView({ personName, place, onMove }: QuickBarViewProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const work = useQuickBar(personName, field);
  const atEdge = place !== 'floating';
  const inField = () => document.activeElement === field.current || document.activeElement === document.body;
  const whenInField = (does: () => void) => () => (inField() ? does() : false);

  useWindowTold(({ kind }) => {
    if (kind === 'shown') work.focusField();
    // A blinking caret in a window that nobody sees would keep it drawing.
    else if (kind === 'hidden') field.current?.blur();
    if (kind === 'hidden') work.reset();
    else if (kind === 'left') work.forget();
  });
  useKeys({
    ArrowUp: whenInField(() => work.step(-1)),
    ArrowDown: whenInField(() => work.step(1)),
    Enter: whenInField(() => work.takeSelected('copied')),
    'Mod+Enter': () => work.takeSelected('said'),
    'Mod+O': () => work.openOnDesk(),
    'Mod+M': () => work.reportMissing(),
    ...Object.fromEntries([1, 2, 3, 4, 5].map((digit) => [`Mod+${digit}`, () => work.takeNumbered(digit)])),
  });

  const nothing = work.results?.kind === 'search' && !work.rows.some(({ near, number }) => number !== null && !near);
  return (
    <main
      aria-label={t('quickBar.title')}
      data-place={place}
      className="flex h-full flex-col overflow-hidden border border-edge-strong bg-panel"
    >
      <h1 className="sr-only">{t('quickBar.title')}</h1>
      <QuickField field={field} work={work} place={place} onMove={onMove} />
      <div className="min-h-0 flex-1 overflow-y-auto px-2 py-1.5">
        {work.failure === null ? null : (
          <p className="px-2 py-2 text-note text-warn">{explainFailure(work.failure, t).what}</p>
        )}
        {nothing ? <QuickNothing work={work} /> : null}
        <QuickList work={work} atEdge={atEdge} />
      </div>
      <QuickFoot told={work.told} asking={work.asking !== null} selected={work.selected} atEdge={atEdge} />
    </main>
  );
}
