import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlayStep } from '#contract/workshop/play.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** A try of a draft: the steps taken, and where they led. A step that was refused is not kept. */
export function usePlay(packId: string, entry: LooseEntry) {
  const core = useCore();
  const [steps, setSteps] = useState<readonly PlayStep[]>([]);
  const asked = useQuery({
    queryKey: ['library', 'workshop', 'play', packId, entry, steps],
    queryFn: ({ signal }) => core.workshop.play({ packId, entry, steps: [...steps] }, { signal }),
    gcTime: 20_000,
    placeholderData: keepPreviousData,
  });
  const refused = asked.data?.refused ?? null;
  const taken = refused === null ? steps : steps.slice(0, -1);
  return {
    view: asked.data,
    refused,
    count: taken.length,
    take: (step: PlayStep) => setSteps([...taken, step]),
    back: () => setSteps(taken.slice(0, -1)),
    again: () => setSteps([]),
  };
}
