import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { createDraftBook, type DraftBook } from './draft-book.ts';

/** What stands in the column in place of the conversation: the form that starts one, or one of its sheets. */
export type Panel = 'start' | 'customer' | 'handOver' | 'finish' | 'breakOff' | null;

export type Sheet =
  | { kind: 'records' }
  | { kind: 'record'; id: string }
  | { kind: 'call'; id: string }
  | { kind: 'slip'; id: string }
  | { kind: 'orders' }
  | { kind: 'order'; id: string };

interface Talk {
  readonly panel: Panel;
  readonly show: (panel: Panel) => void;
  /** What stands there at this moment, for whoever waited for an answer. */
  readonly panelNow: () => Panel;
  readonly sheet: Sheet | null;
  readonly openSheet: (sheet: Sheet | null) => void;
  readonly drafts: DraftBook;
  /** The conversation that was just finished here, until the next one starts. */
  readonly justFinished: string | null;
  readonly finished: (conversationId: string | null) => void;
}

const TalkContext = createContext<Talk | null>(null);

/** What the person is in the middle of around conversations; it outlives changes of place and of the layout. */
export function ConversationProvider({ children }: { children: ReactNode }) {
  const [drafts] = useState(createDraftBook);
  const [panel, setPanel] = useState<Panel>(null);
  const latest = useRef<Panel>(null);
  const [sheet, openSheet] = useState<Sheet | null>(null);
  const [justFinished, finished] = useState<string | null>(null);
  const connection = useConnectionState();
  const generation = connection.kind === 'connected' ? connection.generation : 0;

  useEffect(() => {
    // What could not be stored while the core was away is stored now.
    if (generation > 0) void drafts.flush();
  }, [generation, drafts]);

  const talk = useMemo<Talk>(
    () => ({
      panel,
      show: (next) => {
        latest.current = next;
        setPanel(next);
      },
      panelNow: () => latest.current,
      sheet,
      openSheet,
      drafts,
      justFinished,
      finished,
    }),
    [panel, sheet, drafts, justFinished],
  );
  return <TalkContext value={talk}>{children}</TalkContext>;
}

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (talk === null) throw new Error('ConversationProvider is missing above this component');
  return talk;
}
