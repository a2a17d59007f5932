import { Plus, X } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';

/** Takes one row of a list away. */
export function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onRemove}
      className="shrink-0 rounded-small p-1.5 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <X className="size-4" aria-hidden />
    </button>
  );
}

/** Puts one more row at the end of a list. */
export function AddRow({ children, onAdd }: { children: string; onAdd: () => void }) {
  return (
    <Button size="small" look="quiet" className="justify-self-start" onClick={onAdd}>
      <Plus className="size-4" aria-hidden />
      {children}
    </Button>
  );
}
