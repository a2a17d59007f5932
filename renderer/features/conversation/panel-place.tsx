import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { belongsToComposition } from '#renderer/app/composition.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Panel } from './conversation-provider.tsx';
import { useTalkParts } from './use-talk-parts.ts';

interface PanelPlaceProps {
  panel: NonNullable<Panel>;
  view: ConversationView | null;
}

/**
 * Where a panel stands. For the moment it is still being fetched this place has the focus, and an Enter pressed meanwhile
 * is given to the form as soon as it is there: it must not reach the search box that had the focus before.
 */
export function PanelPlace({ panel, view }: PanelPlaceProps) {
  const { t } = useTranslation();
  const Shown = useTalkParts(true)?.TalkPanel ?? null;
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (Shown === null) place.current?.focus();
    else if (pressed.current) place.current?.querySelector('form')?.requestSubmit();
    pressed.current = false;
  }, [Shown]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds the focus for the form that is on its way, and is none itself.
    <div
      ref={place}
      tabIndex={-1}
      className="flex min-h-0 flex-1 flex-col outline-none"
      onKeyDown={(event) => {
        if (Shown !== null || event.key !== 'Enter' || belongsToComposition(event.nativeEvent)) return;
        event.preventDefault();
        pressed.current = panel === 'start';
      }}
    >
      {Shown === null ? <Skeleton label={t('frame.loading')} lines={6} /> : <Shown panel={panel} view={view} />}
    </div>
  );
}
