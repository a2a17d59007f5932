import { useTranslation } from 'react-i18next';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { BreakOffPanel } from './break-off-panel.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useCurrentConversation } from './conversation-query.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { FinishPanel } from './finish-panel.tsx';
import { HandOverPanel } from './hand-over-panel.tsx';
import { IdleColumn } from './idle-column.tsx';
import { RunningColumn } from './running-column.tsx';
import { StartForm } from './start-form.tsx';
import { TalkHeader } from './talk-header.tsx';
import { useCourse } from './use-course.ts';

/** The right column of the desk: the conversation with the customer, or the way to start one. `filled`: see `useFilled`. */
export function ConversationColumn({ filled }: { filled: boolean }) {
  const { t } = useTranslation();
  const current = useCurrentConversation();
  const view = current.data ?? null;
  const { panel, show } = useTalk();
  const { park } = useCourse();

  useShortcut('park', () => (view ? void park(view.id) : false));
  useShortcut('editCustomer', () => (view ? show('customer') : false));
  useShortcut('handOver', () => (view && view.handOver === null ? show('handOver') : false));

  if (panel === 'start') {
    return (
      <div className="flex min-h-full flex-col">
        <StartForm parksOther={view !== null} />
      </div>
    );
  }
  if (current.isPending) return <Skeleton label={t('frame.loading')} lines={6} />;
  if (view === null) return <IdleColumn />;
  return (
    <div className="flex min-h-full flex-col">
      <p role="status" className="sr-only">
        {t('conversation.stageNow', { stage: t(`vocabulary.stage.${view.stage}`) })}
      </p>
      <TalkHeader view={view} onPark={() => void park(view.id)} />
      {panel === 'customer' ? <CustomerPanel key={view.id} view={view} /> : null}
      {panel === 'handOver' ? <HandOverPanel key={view.id} view={view} /> : null}
      {panel === 'finish' ? <FinishPanel key={view.id} view={view} /> : null}
      {panel === 'breakOff' ? <BreakOffPanel key={view.id} view={view} /> : null}
      {panel === null ? <RunningColumn key={view.id} view={view} filled={filled} /> : null}
    </div>
  );
}
