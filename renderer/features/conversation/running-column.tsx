import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { CustomerHistoryNote } from '#renderer/features/customers/customer-history.tsx';
import { TalkLines } from '#renderer/features/incidents/talk-lines.tsx';
import { WorkOrderStep } from '#renderer/features/work-orders/work-order-step.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { ActionTicks } from './action-ticks.tsx';
import { AuthorityNotice } from './authority-notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { latestView } from './conversation-query.ts';
import { FieldList } from './field-list.tsx';
import { LostList } from './lost-list.tsx';
import { focusMissing } from './missing-target.ts';
import { OutcomePicker } from './outcome-picker.tsx';
import { OverchargeNote } from './overcharge-note.tsx';
import { OwnerStrip } from './owner-strip.tsx';
import { ParkedList } from './parked-list.tsx';
import { PromisePicker } from './promise-picker.tsx';
import { ReleaseOffer } from './release-offer.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { TablePanel } from './table-panel.tsx';
import { TalkFooter } from './talk-footer.tsx';
import { TalkNote } from './talk-note.tsx';
import { useStep } from './use-step.ts';
import { useUndo } from './use-undo.ts';
import { WaitingList } from './waiting-list.tsx';

const settling: readonly Stage[] = ['resolve', 'followUp'];

/** The running conversation from its required actions down to its way on. */
export function RunningColumn({ view, filled }: { view: ConversationView; filled: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const step = useStep();
  const { drafts, show } = useTalk();
  const [pointedAt, setPointedAt] = useState<Stage | null>(null);
  const pointed = pointedAt === view.stage;

  const goOn = async () => {
    await drafts.flush();
    const { next, stage } = latestView(queries, view);
    if (!next.allowed) {
      setPointedAt(stage);
      if (!focusMissing(next.missing)) tell({ tone: 'problem', title: t('conversation.missingEarlier') });
    } else if (next.kind === 'finish') show('finish');
    else await step((calls) => calls.advanceStage({ conversationId: view.id, from: stage }));
  };
  const goBack = async () => {
    await drafts.flush();
    const after = await step((calls) => calls.goBack({ conversationId: view.id, from: view.stage }));
    if (!after) return;
    setPointedAt(null);
    tell({ tone: 'done', title: t('conversation.backDone', { stage: t(`vocabulary.stage.${after.stage}`) }) });
  };
  useShortcut('stageOn', () => void goOn());
  useShortcut('stageBack', () => (view.back === null ? false : void goBack()));
  const slip = useUndo(view);
  useShortcut('undoStep', () => (slip === null ? false : void slip.undo()));

  const top = useRef<HTMLDivElement>(null);
  const shownStage = useRef(view.stage);
  useEffect(() => {
    // A new stage is read from its top.
    if (shownStage.current !== view.stage) scrollerOf(top.current)?.scrollTo({ top: 0 });
    shownStage.current = view.stage;
  }, [view.stage]);

  const settles = settling.includes(view.stage);
  const promised = view.table?.finding?.action.promiseHours !== undefined || view.promise !== null;
  const promiseAsked = view.outcomes.some((outcome) => outcome.chosen && outcome.needsPromise);
  return (
    <>
      <div ref={top} className="flex flex-col gap-3.5 px-4.5 py-3">
        <LostList />
        <OwnerStrip view={view} />
        {view.authority.exceeded && (settles || view.authority.saidBeyond) ? <AuthorityNotice view={view} /> : null}
        <ReleaseOffer view={view} />
        {view.customer.number === null ? null : (
          <CustomerHistoryNote number={view.customer.number} leaveOut={view.id} />
        )}
        <ActionTicks view={view} />
        <TablePanel view={view} />
        <OverchargeNote view={view} />
        <TalkLines view={view} />
        <SuggestionList view={view} />
        <FieldList view={view} pointed={pointed} />
        {settles && !view.authority.exceeded ? <AuthorityNotice view={view} /> : null}
        <WorkOrderStep view={view} pointed={pointed} onPoint={() => setPointedAt(view.stage)} />
        {view.stage === 'resolve' ? <OutcomePicker view={view} /> : null}
        {settles && (promised || promiseAsked) && view.promiseOptions.length > 0 ? <PromisePicker view={view} /> : null}
        <TalkNote view={view} />
        <WaitingList />
        <ParkedList quiet />
      </div>
      <TalkFooter
        view={view}
        filled={filled}
        pointed={pointed}
        onBack={() => void goBack()}
        onNext={() => void goOn()}
      />
    </>
  );
}

/** The nearest element around `inner` that has more in it than it shows. */
function scrollerOf(inner: HTMLElement | null): HTMLElement | null {
  let outer = inner?.parentElement ?? null;
  while (outer && outer.scrollHeight <= outer.clientHeight) outer = outer.parentElement;
  return outer;
}
