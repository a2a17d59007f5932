import clsx from 'clsx';
import { memo, type RefObject, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#contract/errors.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { ConversationColumn } from '#renderer/features/conversation/conversation-column.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import { LineGone, LinePane } from '#renderer/features/line/line-pane.tsx';
import { ResultList } from '#renderer/features/search/result-list.tsx';
import { useReportMissing } from '#renderer/features/search/use-report-missing.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useDesk } from './desk-provider.tsx';
import type { Layout } from './layout-width.ts';
import { useShortcut } from './shortcuts.tsx';
import { useDeskLine } from './use-desk-line.ts';
import { useFilled } from './use-filled.ts';
import { useSteady } from './use-steady.ts';

// A letter in the search box changes the list; the line and the conversation beside it are drawn only for their own sake.
const List = memo(ResultList);
const Line = memo(LinePane);
const Conversation = memo(ConversationColumn);

interface DeskPlaceProps {
  layout: Layout;
  asideOpen: boolean;
  onAside: (open: boolean) => void;
}

/** The screen the app opens on: the list, the line, the conversation. */
export function DeskPlace({ layout, asideOpen, onAside }: DeskPlaceProps) {
  const { t } = useTranslation();
  const { state, dispatch, focusSearch, searchBox } = useDesk();
  const desk = useDeskLine();
  const report = useReportMissing();
  const linePane = useRef<HTMLElement>(null);
  const aside = useRef<HTMLElement>(null);
  const [narrowView, setNarrowView] = useState<'list' | 'line'>('list');
  const talking = useConversation() !== null;
  const { show } = useTalk();
  const columnShown = layout === 'wide' || asideOpen;
  const filled = useFilled(columnShown);

  // The list is in the frame that follows the key; the line may come in the one after it.
  const later = useDeferredValue(desk.view);
  const line = desk.view && (later ?? desk.view);
  const steady = useSteady({
    pick: (entryId: string) => {
      dispatch({ type: 'picked', entryId });
      setNarrowView('line');
    },
    take: (entryId: string) => desk.takeEntry('copied', entryId),
    open: desk.open,
    fill: desk.fill,
    takeShown: desk.takeShown,
    toggleFavourite: desk.toggleFavourite,
    ask: desk.ask,
    gapDone: desk.gapDone,
    leaveGap: desk.leaveGap,
    nextCustomer: desk.nextCustomer,
  });

  useShortcut('previousHit', () => desk.moveSelection(-1));
  useShortcut('nextHit', () => desk.moveSelection(1));
  useShortcut('copyLine', () => desk.takeShown('copied'));
  useShortcut('sayLine', () => desk.takeShown('said'));
  useShortcut('takeNumbered', ({ digit }) => desk.takeNumbered(digit));
  useShortcut('toggleFavourite', desk.toggleFavourite);
  useShortcut('fillGap', desk.fillNextGap);
  useShortcut('previousVariant', () => desk.stepVariant(-1));
  useShortcut('nextVariant', () => desk.stepVariant(1));
  useShortcut('nextCustomer', () => {
    if (!talking) dispatch({ type: 'customerLeft' });
    show('start');
    if (layout !== 'wide') onAside(true);
  });
  useShortcut('reportMissing', report);
  useShortcut('clearSearch', () => {
    if (state.opened !== null) dispatch({ type: 'openedLeft' });
    else dispatch({ type: 'typed', text: '' });
    focusSearch();
  });

  const focusColumn = (index: number) => {
    const column = ((index % 3) + 3) % 3;
    if (column === 2 && layout !== 'wide') onAside(true);
    else if (column === 2) aside.current?.focus();
    else if (column === 1) {
      setNarrowView('line');
      // In one column the line is on the screen only after this turn.
      requestAnimationFrame(() => linePane.current?.focus());
    } else {
      setNarrowView('list');
      searchBox.current?.focus();
    }
  };
  useShortcut('nextColumn', () => focusColumn(columnOf(linePane, aside) + 1));
  useShortcut('previousColumn', () => focusColumn(columnOf(linePane, aside) - 1));

  // In one column, what was just asked for is what is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the reason to run, not something that is read.
  useEffect(() => setNarrowView('list'), [state.text]);
  useEffect(() => {
    if (state.opened !== null || desk.asking !== null) setNarrowView('line');
  }, [state.opened, desk.asking]);

  const listFailure = desk.resultsError === null ? null : toFailure(desk.resultsError).code;
  const lineFailure = desk.lineError === null ? null : toFailure(desk.lineError).code;
  const one = layout === 'narrow' ? narrowView : null;

  return (
    <div className="grid h-full min-h-0 grid-cols-[var(--list)_minmax(0,1fr)_var(--aside)] drawer:grid-cols-[var(--list)_minmax(0,1fr)] narrow:grid-cols-1 narrow:grid-rows-[auto_minmax(0,1fr)]">
      {one === null ? null : (
        <div className="border-b border-edge bg-panel px-3 py-1.5">
          <ChoiceChips
            size="base"
            label={t('frame.columnSwitch')}
            value={one}
            options={[
              { value: 'list', content: t('frame.showList') },
              { value: 'line', content: t('frame.showLine') },
            ]}
            onChange={setNarrowView}
          />
        </div>
      )}
      {/* The list stays in the page while one column shows the line: the search box points into it. */}
      <section
        aria-label={t('frame.columns.list')}
        className={clsx(
          'min-h-0 overflow-y-scroll border-r border-edge bg-sunken contain-strict',
          one === 'line' && 'hidden',
        )}
      >
        {listFailure === null ? null : <FailureNote code={listFailure} />}
        {desk.results === undefined && listFailure === null ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
        {desk.results ? (
          <List
            results={desk.results}
            jumps={desk.jumps}
            selected={state.opened === null ? desk.selected : null}
            onPick={steady.pick}
            onTake={steady.take}
            onOpen={steady.open}
          />
        ) : null}
      </section>
      {one === 'list' ? null : (
        <section
          ref={linePane}
          tabIndex={-1}
          aria-label={t('frame.columns.line')}
          className="min-h-0 overflow-y-scroll bg-bg contain-strict focus-visible:-outline-offset-2"
        >
          {lineFailure === 'notFound' ? <LineGone /> : null}
          {lineFailure !== null && lineFailure !== 'notFound' ? <FailureNote code={lineFailure} /> : null}
          {desk.view === undefined && desk.shown !== null && lineFailure === null ? (
            <Skeleton label={t('frame.loading')} lines={6} />
          ) : null}
          {desk.view === undefined && desk.shown !== null ? null : (
            <Line
              line={line}
              asking={desk.asking}
              values={desk.values}
              talking={talking}
              filled={filled === 'line'}
              onFill={steady.fill}
              onTake={steady.takeShown}
              onFavourite={steady.toggleFavourite}
              onAsk={steady.ask}
              onNextGap={steady.gapDone}
              onLeaveGap={steady.leaveGap}
              onNextCustomer={steady.nextCustomer}
            />
          )}
        </section>
      )}
      {layout === 'wide' ? (
        <aside
          ref={aside}
          tabIndex={-1}
          aria-label={t('frame.columns.aside')}
          className="min-h-0 scroll-pt-28 scroll-pb-28 overflow-y-scroll contain-strict border-l border-edge bg-panel focus-visible:-outline-offset-2"
        >
          <Conversation filled={filled === 'conversation'} />
        </aside>
      ) : null}
      {layout !== 'wide' && asideOpen ? (
        <Dialog shape="side" title={t('frame.asideTitle')} onClose={() => onAside(false)} returnFocus={focusSearch}>
          <Conversation filled={filled === 'conversation'} />
        </Dialog>
      ) : null}
      {columnShown ? null : <OpensAside onOpen={() => onAside(true)} />}
    </div>
  );
}

/** While the conversation is a closed drawer its keys open it first: nothing is done that one cannot see. */
function OpensAside({ onOpen }: { onOpen: () => void }) {
  useShortcut('answer', onOpen);
  useShortcut('tick', onOpen);
  useShortcut('takeSuggestion', onOpen);
  useShortcut('writeNote', onOpen);
  useShortcut('stageOn', onOpen);
  useShortcut('stageBack', onOpen);
  useShortcut('editCustomer', onOpen);
  useShortcut('park', onOpen);
  useShortcut('markMood', onOpen);
  useShortcut('undoStep', onOpen);
  useShortcut('handOver', onOpen);
  return null;
}

function columnOf(line: RefObject<HTMLElement | null>, aside: RefObject<HTMLElement | null>): number {
  const focused = document.activeElement;
  if (line.current?.contains(focused)) return 1;
  return aside.current?.contains(focused) ? 2 : 0;
}

/** Why a column has nothing new to show. While the core is away the banner above says so already. */
function FailureNote({ code }: { code: ErrorCode }) {
  const { t } = useTranslation();
  const away = useConnectionState().kind !== 'connected';
  if (away) return null;
  const { title, detail } = failureNotice(code, t);
  return (
    <div className="p-2.5">
      <Banner tone="warn" title={title}>
        {detail}
      </Banner>
    </div>
  );
}
