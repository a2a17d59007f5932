import type { Missing } from '#contract/conversation/terms.ts';

/** The element where something missing is done; every control that can be awaited carries this id. */
export const targetId = (kind: Missing['kind'], id = ''): string =>
  kind === 'action' || kind === 'field' ? `awaited-${kind}-${id}` : `awaited-${kind}`;

/** Brings the first of the missing things that is on the screen into view and gives it the focus; false when none is. */
export function focusMissing(missing: readonly Missing[]): boolean {
  for (const { kind, id } of missing) {
    const place = document.getElementById(targetId(kind, id));
    const control = place?.matches('button, input, textarea, select')
      ? place
      : place?.querySelector<HTMLElement>('button, input, textarea, select');
    if (!(control instanceof HTMLElement)) continue;
    control.focus({ preventScroll: true });
    control.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
