import { useEffect, useState } from 'react';
import { learnPlaces } from '#renderer/i18n/start-i18n.ts';

/** By then the desk stands and its first lists are there. */
const RESTED_MS = 600;

/** What only a desk shows that is serving somebody. */
interface TalkParts {
  readonly TalkHeader: typeof import('./talk-header.tsx').TalkHeader;
  readonly RunningColumn: typeof import('./running-column.tsx').RunningColumn;
  readonly TalkPanel: typeof import('./talk-panel.tsx').TalkPanel;
}

let loaded: TalkParts | null = null;
let loading: Promise<TalkParts> | null = null;

async function fetchParts(): Promise<TalkParts> {
  const [{ TalkHeader }, { RunningColumn }, { TalkPanel }] = await Promise.all([
    import('./talk-header.tsx'),
    import('./running-column.tsx'),
    import('./talk-panel.tsx'),
    learnPlaces(),
  ]);
  return { TalkHeader, RunningColumn, TalkPanel };
}

function load(): Promise<TalkParts> {
  loading ??= fetchParts().then((parts) => {
    loaded = parts;
    return parts;
  });
  // What failed once is tried again the next time it is wanted.
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** The parts of a conversation, fetched once the desk stands and is idle, at once when `wanted` before; null until they are there. */
export function useTalkParts(wanted: boolean): TalkParts | null {
  const [parts, setParts] = useState(() => loaded);
  useEffect(() => {
    if (parts !== null) return;
    let gone = false;
    const fetch = () =>
      void load().then(
        (found) => {
          if (!gone) setParts(found);
        },
        () => undefined,
      );
    const timer = setTimeout(fetch, wanted ? 0 : RESTED_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [parts, wanted]);
  return parts;
}
