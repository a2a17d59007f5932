import { type ReactNode, useId } from 'react';
import { belongsToComposition } from '#renderer/app/composition.ts';
import { Button } from '#renderer/ui/button.tsx';

interface PanelFrameProps {
  title: string;
  text: string;
  /** The one filled button. */
  submit: string;
  cancel: string;
  busy?: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** A form that takes the column's place for a moment: Enter does it, Escape goes back. */
export function PanelFrame(props: PanelFrameProps) {
  const id = useId();
  return (
    <form
      aria-labelledby={id}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onSubmit();
      }}
      onKeyDown={(event) => {
        if (belongsToComposition(event.nativeEvent)) {
          // Enter that only chooses characters must not send the form.
          if (event.key === 'Enter') event.preventDefault();
          return;
        }
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        props.onCancel();
      }}
    >
      <div className="flex flex-col gap-3 px-4.5 py-4">
        <div>
          <h2 id={id} className="text-head font-semibold">
            {props.title}
          </h2>
          <p className="text-note text-ink-2">{props.text}</p>
        </div>
        {props.children}
      </div>
      <div className="sticky bottom-0 mt-auto flex gap-2 border-t border-edge bg-panel px-4.5 pt-2.5 pb-3">
        <Button className="flex-1" onClick={props.onCancel}>
          {props.cancel}
        </Button>
        <Button className="flex-[1.4]" look="primary" type="submit" aria-disabled={props.busy}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
