import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayPublishingFailure } from './release-words.ts';

/** Runs one step at a time and keeps why it failed, in words; what was typed stays. */
export function useStep() {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (step: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await step();
    } catch (error) {
      setProblem(sayPublishingFailure(error, t));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
