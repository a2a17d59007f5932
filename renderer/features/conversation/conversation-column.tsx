import { useTranslation } from 'react-i18next';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useCurrentConversation } from './conversation-query.ts';
import { IdleColumn } from './idle-column.tsx';
import { PanelPlace } from './panel-place.tsx';
import { useCourse } from './use-course.ts';
import { useTalkParts } from './use-talk-parts.ts';

/** The right column of the desk: the conversation with the customer, or the way to start one. `filled`: see `useFilled`. */
export function ConversationColumn({ filled }: { filled: boolean }) {
  const { t } = useTranslation();
  const current = useCurrentConversation();
  const view = current.data ?? null;
  const { panel, show } = useTalk();
  const { park } = useCourse();
  const parts = useTalkParts(view !== null);

  useShortcut('park', () => (view ? void park(view.id) : false));
  useShortcut('editCustomer', () => (view ? show('customer') : false));
  useShortcut('handOver', () => (view && view.handOver === null ? show('handOver') : false));

  if (panel === 'start') {
    return (
      <div className="flex min-h-full flex-col">
        <PanelPlace panel="start" view={view} />
      </div>
    );
  }
  if (current.isPending) return <Skeleton label={t('frame.loading')} lines={6} />;
  if (view === null) return <IdleColumn />;
  if (parts === null) return <Skeleton label={t('frame.loading')} lines={6} />;
  const { TalkHeader, RunningColumn } = parts;
  return (
    <div className="flex min-h-full flex-col">
      <p role="status" className="sr-only">
        {t('conversation.stageNow', { stage: t(`vocabulary.stage.${view.stage}`) })}
      </p>
      <TalkHeader view={view} onPark={() => void park(view.id)} />
      {panel === null ? (
        <RunningColumn key={view.id} view={view} filled={filled} />
      ) : (
        <PanelPlace panel={panel} view={view} />
      )}
    </div>
  );
}
