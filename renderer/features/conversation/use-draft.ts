import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Failure } from '#renderer/core-client/call-failure.ts';
import { useTalk } from './conversation-provider.tsx';

export const SAVE_AFTER_MS = 400;

export interface DraftField {
  text: string;
  failure: Failure | null;
  /** `composing`: an input method is still choosing characters; nothing is stored before it is done. */
  write: (text: string, composing?: boolean) => void;
  leave: () => void;
}

/** A field whose text is stored a moment after the last key; what could not be stored stays in it. */
export function useDraft(key: string, saved: string, save: (text: string) => Promise<unknown>): DraftField {
  const { drafts } = useTalk();
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.read(key));
  useEffect(() => () => drafts.leave(key), [drafts, key]);
  const leave = useCallback(() => drafts.leave(key), [drafts, key]);
  return {
    text: draft?.text ?? saved,
    failure: draft?.failure ?? null,
    write: (text, composing = false) => drafts.write(key, text, save, composing ? null : SAVE_AFTER_MS),
    leave,
  };
}
