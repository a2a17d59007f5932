import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUse, VariableValues } from '#contract/library.ts';
import { useDesk } from '#renderer/app/desk-provider.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { chosenVariant, lineQuery } from './line-query.ts';

type How = LineUse['how'];

export type Taken =
  | { kind: 'taken' }
  /** Nothing happened yet: these gaps are open. */
  | { kind: 'gaps'; missing: string[] }
  /** Nothing happened: the line is not in force, or the call failed; the person has been told. */
  | { kind: 'refused' };

/** Copies or says one line for the present customer: recorded by the core first, then put on the clipboard. */
export function useTakeLine(values: VariableValues): (how: How, entryId: string) => Promise<Taken> {
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  const { state, focusSearch } = useDesk();
  const { variant: preferred, text: searchText } = state;
  const conversation = useConversation();
  const conversationId = conversation?.id;
  const channel = conversation?.channel ?? state.channel;
  const busy = useRef(false);

  return useCallback(
    async (how, entryId) => {
      if (busy.current) return { kind: 'refused' };
      busy.current = true;
      /** The whole text, where it is to go to the clipboard. */
      let words: string | null = null;
      try {
        const line = await queries.ensureQueryData(lineQuery(core, entryId, values));
        const variant = chosenVariant(line, preferred);
        if (!variant || line.usability.state !== 'inForce') {
          tell(failureNotice('lineNotUsable', t));
          return { kind: 'refused' };
        }
        if (variant.missing.length > 0) return { kind: 'gaps', missing: variant.missing };
        const use = {
          entryId,
          variant: variant.variant,
          values,
          searchText,
          ...(channel === null ? {} : { channel }),
          ...(conversationId === undefined ? {} : { conversationId }),
        };
        const copies = how === 'copied' || channel === 'chat';
        if (copies) words = variant.segments.map((segment) => segment.text).join('');
        const { text } = await (how === 'copied' ? core.library.copyLine(use) : core.library.sayLine(use));
        void queries.invalidateQueries({ queryKey: ['library', 'recentUses'] });
        if (conversationId !== undefined) void queries.invalidateQueries({ queryKey: ['conversation'] });
        if (copies && !(await copied(text))) {
          tell({ tone: 'problem', title: t('line.copyFailed'), detail: t('line.copyFailedText') });
        } else {
          const title = how === 'copied' ? t('line.copied') : copies ? t('line.saidAndCopied') : t('line.said');
          tell({ tone: 'done', title, detail: text });
        }
        focusSearch();
        return { kind: 'taken' };
      } catch (error) {
        const failure = toFailure(error);
        if (failure.code === 'variablesMissing') return { kind: 'gaps', missing: failure.data.names };
        // The core has no objection and no space: nobody waits for the words because a disk is full.
        if (failure.code === 'storageFull' && words !== null && (await copied(words))) {
          tell({ tone: 'problem', title: t('line.copiedUnrecorded'), detail: words });
          focusSearch();
          return { kind: 'taken' };
        }
        // The last day may have ended since the line was read: it is shown as it is now.
        if (failure.code === 'lineNotUsable') void queries.invalidateQueries({ queryKey: ['library'] });
        tell(failureNotice(failure.code, t));
        return { kind: 'refused' };
      } finally {
        busy.current = false;
      }
    },
    [core, queries, tell, t, values, preferred, channel, conversationId, searchText, focusSearch],
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await window.counterpartShell.copyText(text);
    return true;
  } catch {
    return false;
  }
}
