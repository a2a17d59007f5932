import { PhoneCall } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { useDeskActions, useOnTyped } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CallPicker, shortTitle } from './call-picker.tsx';
import { useCallStep, useCurrentCall } from './special-call-query.ts';

const CallPlayer = lazyPart(() => import('./call-player.tsx').then((module) => module.CallPlayer));
const EndedCall = lazyPart(() => import('./ended-call.tsx').then((module) => module.EndedCall));

interface SpecialCalls {
  /** Stands in place of whatever place is open, while a special call is led; null otherwise. */
  panel: ReactNode;
  /** Lies under the top bar while a call goes on that was put aside. */
  bar: ReactNode;
  /** The sheet to choose one from. */
  picker: ReactNode;
}

/** Special calls from anywhere on the desk: one key chooses one, leads back to the one going on, or puts it aside. */
export function useSpecialCalls(): SpecialCalls {
  const { t } = useTranslation();
  const { dispatch, focusSearch } = useDeskActions();
  const { show } = useTalk();
  const step = useCallStep();
  const talk = useConversation();
  const current = useCurrentCall();
  const [picking, setPicking] = useState(false);
  const [shown, setShown] = useState(true);
  const [ended, setEnded] = useState<SpecialCallView | null>(null);

  const hide = () => {
    setShown(false);
    focusSearch();
  };
  const close = () => {
    setEnded(null);
    focusSearch();
  };
  const start = async (entryId: string, followsId?: string) => {
    setPicking(false);
    const view = await step((calls) =>
      calls.start({
        entryId,
        channel: talk?.channel ?? 'phone',
        ...(talk === null ? {} : { conversationId: talk.id }),
        ...(followsId === undefined ? {} : { followsId }),
      }),
    );
    if (!view) return;
    setEnded(null);
    setShown(true);
  };
  useShortcut('specialCall', () => {
    if (current === null) {
      setEnded(null);
      setPicking(true);
    } else if (shown) hide();
    else setShown(true);
  });

  // Whoever searches wants to see what is found; the call waits meanwhile.
  useOnTyped((text) => {
    if (text !== '') setShown(false);
  });

  const panel =
    current !== null && shown ? (
      <CallPlayer key={current.id} view={current} onHide={hide} onEnded={setEnded} />
    ) : current === null && ended !== null ? (
      <EndedCall
        view={ended}
        onFollow={(entryId) => void start(entryId, ended.id)}
        onTalk={() => {
          setEnded(null);
          dispatch({ type: 'wentTo', place: 'desk' });
          show('start');
        }}
        onClose={close}
      />
    ) : null;
  return {
    panel: panel && <Suspense fallback={<Skeleton label={t('frame.loading')} lines={5} />}>{panel}</Suspense>,
    bar:
      current === null || shown ? null : (
        <button
          type="button"
          onClick={() => setShown(true)}
          className="flex w-full items-center gap-2 border-b border-edge bg-warn-soft px-4.5 py-1.5 text-left text-note text-warn"
        >
          <PhoneCall className="size-4 shrink-0" aria-hidden />
          <span className="min-w-0 flex-1 truncate">
            {t('specialCalls.running', { title: shortTitle(current.title) })}
          </span>
          <span className="font-semibold underline underline-offset-3">{t('specialCalls.backTo')}</span>
        </button>
      ),
    picker: picking ? (
      <CallPicker
        onPick={(entryId) => void start(entryId)}
        onClose={() => setPicking(false)}
        returnFocus={focusSearch}
      />
    ) : null,
  };
}
