/** So long after the last key or movement of the pointer the desk rests: clocks step more slowly, the caret stands still. */
const RESTS_AFTER_MS = 30_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

const listeners = new Set<() => void>();
let actedAtMs = 0;
let resting = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function become(next: boolean): void {
  resting = next;
  document.documentElement.toggleAttribute('data-resting', next);
  for (const listener of [...listeners]) listener();
}

function look(): void {
  const leftMs = actedAtMs + RESTS_AFTER_MS - performance.now();
  if (leftMs <= 0) become(true);
  else timer = setTimeout(look, leftMs);
}

function onAct(event: Event): void {
  actedAtMs = event.timeStamp;
  if (!resting) return;
  become(false);
  timer = setTimeout(look, RESTS_AFTER_MS);
}

/** Watches the window for somebody working at it; returns the way to stop. The page carries `data-resting` while nobody does. */
export function watchResting(): () => void {
  actedAtMs = performance.now();
  timer = setTimeout(look, RESTS_AFTER_MS);
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, onAct, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, onAct, { capture: true });
    if (resting) become(false);
  };
}

export const isResting = (): boolean => resting;

/** Calls the listener whenever the desk goes to rest or is taken up again; returns the way to stop. */
export function onRestChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
