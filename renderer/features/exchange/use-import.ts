import { useEffect, useRef, useState } from 'react';
import type { ImportSummary } from '#contract/exchange.ts';
import type { ImportRefusal } from '#contract/import-reasons.ts';
import type { ImportOptions, ImportProgress } from '#contract/library-exchange.ts';
import type { ChosenFile } from '#contract/shell.ts';
import { type Failure, toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Why the last try did not lead on. */
export type ImportTrouble =
  | { kind: 'refused'; refusal: ImportRefusal }
  | { kind: 'stopped' }
  | { kind: 'gone' }
  | { kind: 'failure'; code: Failure['code'] };

export type ImportStage =
  | { stage: 'choose'; trouble: ImportTrouble | null }
  | { stage: 'reading'; name: string; progress: ImportProgress | null }
  | { stage: 'preview'; summary: ImportSummary; applying: boolean; trouble: Failure['code'] | null }
  | { stage: 'done'; drafts: number; replaced: number };

export type ImportChoices = Omit<ImportOptions, 'today'>;

const APPLY_WITHIN_MS = 60_000;

/** One import from the choice of a file to its drafts. Leaving it in between changes nothing. */
export function useImport() {
  const core = useCore();
  const [stage, setStage] = useState<ImportStage>({ stage: 'choose', trouble: null });
  const reading = useRef<AbortController | null>(null);
  const kept = useRef<string | null>(null);

  useEffect(
    () => () => {
      reading.current?.abort();
      if (kept.current !== null) core.exchange.dropPreview({ previewId: kept.current }).catch(() => undefined);
    },
    [core],
  );

  const choose = (trouble: ImportTrouble | null) => setStage({ stage: 'choose', trouble });

  const read = async (file: ChosenFile, options: ImportChoices) => {
    const stop = new AbortController();
    reading.current = stop;
    setStage({ stage: 'reading', name: file.name, progress: null });
    try {
      const steps = await core.exchange.preview({ fileToken: file.token, options }, { signal: stop.signal });
      for await (const step of steps) {
        if (stop.signal.aborted) break;
        if (step.kind === 'progress') setStage({ stage: 'reading', name: file.name, progress: step.progress });
        else if (step.kind === 'refused') return choose({ kind: 'refused', refusal: step.refusal });
        else {
          kept.current = step.summary.previewId;
          return setStage({ stage: 'preview', summary: step.summary, applying: false, trouble: null });
        }
      }
      choose({ kind: 'stopped' });
    } catch (error) {
      choose(stop.signal.aborted ? { kind: 'stopped' } : { kind: 'failure', code: toFailure(error).code });
    } finally {
      if (reading.current === stop) reading.current = null;
    }
  };

  const leave = (trouble: ImportTrouble | null) => {
    if (kept.current !== null) core.exchange.dropPreview({ previewId: kept.current }).catch(() => undefined);
    kept.current = null;
    choose(trouble);
  };

  const apply = async (summary: ImportSummary, leaveOut: readonly number[]) => {
    setStage({ stage: 'preview', summary, applying: true, trouble: null });
    try {
      const { drafts, replaced } = await core.exchange.apply(
        { previewId: summary.previewId, leaveOut: [...leaveOut] },
        { context: { timeoutMs: APPLY_WITHIN_MS } },
      );
      kept.current = null;
      setStage({ stage: 'done', drafts, replaced });
    } catch (error) {
      const { code } = toFailure(error);
      if (code === 'notFound') leave({ kind: 'gone' });
      else setStage({ stage: 'preview', summary, applying: false, trouble: code });
    }
  };

  return {
    stage,
    read,
    apply,
    stop: () => reading.current?.abort(),
    again: () => leave(null),
    gone: () => leave({ kind: 'gone' }),
  };
}
