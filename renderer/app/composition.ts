/** A key that arrives this soon after a composition ended still belongs to it: some input methods send Enter once more. */
const AFTER_COMPOSITION_MS = 30;
const IME_KEY_CODE = 229;

let endedAt = Number.NEGATIVE_INFINITY;

/** Starts watching for the ends of compositions in the window; returns the way to stop. */
export function watchComposition(target: Window = window): () => void {
  const onEnd = (event: Event) => {
    endedAt = event.timeStamp;
  };
  target.addEventListener('compositionend', onEnd, true);
  return () => target.removeEventListener('compositionend', onEnd, true);
}

/** True while a key press belongs to an input method that is still choosing characters: it must not do anything else. */
export function belongsToComposition(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === IME_KEY_CODE) return true;
  const sinceEnd = event.timeStamp - endedAt;
  return sinceEnd >= 0 && sinceEnd < AFTER_COMPOSITION_MS;
}
