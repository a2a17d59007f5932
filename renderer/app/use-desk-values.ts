import { useMemo, useSyncExternalStore } from 'react';
import type { VariableValues } from '#contract/library.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import { useQuietStep } from '#renderer/features/conversation/use-step.ts';
import { useDesk } from './desk-provider.tsx';
import { isAboutCustomer } from './desk-state.ts';

interface DeskValues {
  /** What fills the lines: known on the desk, in the running conversation, and just being typed into a gap. */
  readonly values: VariableValues;
  readonly fill: (name: string, value: string) => void;
  /** The gap was left: what it holds is captured by the conversation. */
  readonly settle: (name: string) => void;
}

/** Values for the gaps of lines. While a conversation runs they are its own; without one the desk keeps them itself. */
export function useDeskValues(): DeskValues {
  const { state, dispatch } = useDesk();
  const { drafts } = useTalk();
  const conversation = useConversation();
  const quietly = useQuietStep();
  const id = conversation?.id ?? null;
  const prefix = `${id ?? ''}/gap/`;
  const typed = useSyncExternalStore(drafts.subscribe, () => drafts.textsUnder(prefix));
  const known = conversation?.values;
  const values = useMemo<VariableValues>(
    () => ({ ...state.values, ...known, ...(JSON.parse(typed) as VariableValues) }),
    [state.values, known, typed],
  );
  return {
    values,
    fill: (name, value) => {
      if (id === null || !isAboutCustomer(name)) return dispatch({ type: 'filled', name, value });
      const save = (text: string) => quietly((calls) => calls.fillVariable({ conversationId: id, name, value: text }));
      drafts.write(`${prefix}${name}`, value, save, null);
    },
    settle: (name) => drafts.leave(`${prefix}${name}`),
  };
}
