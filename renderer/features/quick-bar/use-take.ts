import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUse, VariableValues } from '#contract/library.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { nextGap } from '#renderer/features/line/gap-asking.ts';
import { chosenVariant, lineQuery } from '#renderer/features/line/line-query.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';

/** What the bar says at its foot. */
export interface Told {
  readonly tone: 'done' | 'problem';
  readonly text: string;
}

type Taken =
  | { kind: 'taken'; told: Told }
  /** It is on the clipboard, but the person has to know something: the bar stays. */
  | { kind: 'kept'; told: Told }
  | { kind: 'gap'; name: string }
  | { kind: 'refused'; told: Told }
  | { kind: 'busy' };

/** Takes a line as the desk does: recorded by the core first, then put on the clipboard. */
export function useTake() {
  const core = useCore();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const busy = useRef(false);

  return async (
    how: LineUse['how'],
    entryId: string,
    given: { values: VariableValues; searchText: string },
  ): Promise<Taken> => {
    if (busy.current) return { kind: 'busy' };
    busy.current = true;
    const problem = (text: string): Told => ({ tone: 'problem', text });
    /** The whole text, once nothing but recording it can fail. */
    let words: string | null = null;
    try {
      const line = await queries.ensureQueryData(lineQuery(core, entryId, given.values));
      const variant = chosenVariant(line, 'standard');
      if (!variant || line.usability.state !== 'inForce') {
        return { kind: 'refused', told: problem(t('errors.lineNotUsable.what')) };
      }
      const gap = nextGap(variant.missing, orderOf(variant), null);
      if (gap !== null) return { kind: 'gap', name: gap };
      words = variant.segments.map((segment) => segment.text).join('');
      const { text } = await core.quickBar.take({ ...given, how, entryId, variant: variant.variant });
      if (!(await copied(text))) return { kind: 'kept', told: problem(t('line.copyFailed')) };
      return { kind: 'taken', told: { tone: 'done', text: t(how === 'said' ? 'line.saidAndCopied' : 'line.copied') } };
    } catch (error) {
      const { code } = toFailure(error);
      // The core has no objection and no space: nobody waits for the words because a disk is full.
      if (code === 'storageFull' && words !== null && (await copied(words))) {
        return { kind: 'kept', told: problem(t('line.copiedUnrecorded')) };
      }
      // The last day may have ended since the line was read: it is shown as it is now.
      if (code === 'lineNotUsable') void queries.invalidateQueries({ queryKey: ['library'] });
      const { what, next } = explainFailure(code, t);
      return { kind: 'refused', told: problem(`${what} ${next}`) };
    } finally {
      busy.current = false;
    }
  };
}

/** The variables of a rendering in reading order. */
export const orderOf = ({ segments }: { segments: readonly { variable?: string | undefined }[] }): string[] =>
  segments.flatMap(({ variable }) => variable ?? []);

async function copied(text: string): Promise<boolean> {
  try {
    await window.quickBarShell.copyText(text);
    return true;
  } catch {
    return false;
  }
}
