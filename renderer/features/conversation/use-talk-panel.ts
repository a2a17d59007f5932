import { useEffect, useState } from 'react';

/** By then the desk stands and its first lists are there. */
const RESTED_MS = 600;

type TalkPanel = typeof import('./talk-panel.tsx').TalkPanel;

let loaded: TalkPanel | null = null;
let loading: Promise<TalkPanel> | null = null;

function load(): Promise<TalkPanel> {
  loading ??= import('./talk-panel.tsx').then((module) => {
    loaded = module.TalkPanel;
    return loaded;
  });
  // What failed once is tried again the next time it is wanted.
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** The panels, fetched once the desk stands and is idle, at once when one is `wanted` before; null until they are there. */
export function useTalkPanel(wanted: boolean): TalkPanel | null {
  const [panel, setPanel] = useState(() => loaded);
  useEffect(() => {
    if (panel !== null) return;
    let gone = false;
    const fetch = () =>
      void load().then(
        (module) => {
          if (!gone) setPanel(() => module);
        },
        () => undefined,
      );
    const timer = setTimeout(fetch, wanted ? 0 : RESTED_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [panel, wanted]);
  return panel;
}
