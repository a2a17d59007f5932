import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';
import type { Settings } from '#contract/settings.ts';
import { applyLook, rememberedLook } from '#renderer/app/appearance.ts';
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx';
import { settingsQuery } from '#renderer/app/settings-query.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreConnection } from '#renderer/core-client/core-connection.ts';
import { CoreProvider, useConnectionState, useCore } from '#renderer/core-client/core-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { speak } from '#renderer/i18n/start-i18n.ts';
import { placeBeside, placeOf } from './place-steps.ts';
import { QuickBarClosed } from './quick-bar-closed.tsx';
import { QuickBarView } from './quick-bar-view.tsx';
import { useKeys } from './use-keys.ts';
import { useWindowTold } from './use-window-told.ts';

interface QuickBarRootProps {
  connection: CoreConnection;
  queries: QueryClient;
}

export function QuickBarRoot({ connection, queries }: QuickBarRootProps) {
  return (
    <ErrorBoundary>
      <CoreProvider connection={connection} queries={queries}>
        <Entrance />
      </CoreProvider>
    </ErrorBoundary>
  );
}

/** What stands between the key press and the field: the core, and somebody signed in. */
export function Entrance() {
  const look = useLook();
  const [place, setPlace] = useState(() => placeOf(location.hash.slice(1)));
  const away = useConnectionState().kind === 'unavailable';
  const person = useCurrentPerson();
  const moveTo = (next: QuickBarPlace) => void window.quickBarShell.move(next);
  useRoom(place, look);
  useWindowTold((message) => setPlace(message.place));
  useKeys({
    Escape: () => void window.quickBarShell.putAway(),
    'Alt+ArrowLeft': () => moveTo(placeBeside(place, -1)),
    'Alt+ArrowRight': () => moveTo(placeBeside(place, 1)),
  });
  if (away) return <QuickBarClosed why="coreUnavailable" />;
  if (person.data === undefined) return person.error ? <QuickBarClosed why={toFailure(person.error).code} /> : null;
  if (person.data === null) return <QuickBarClosed why="notSignedIn" />;
  return <QuickBarView key={person.data.id} personName={person.data.name} place={place} onMove={moveTo} />;
}

/** The person's look, as on the desk. */
function useLook(): Settings {
  const settings = useQuery(settingsQuery(useCore()));
  const [remembered] = useState(rememberedLook);
  const look = settings.data ?? remembered;
  const { language } = look;
  useLayoutEffect(() => applyLook(look), [look]);
  useEffect(() => void speak(language), [language]);
  return look;
}

const REM = 16;
const FLOATING = { width: 35, height: 23 };
/** As wide as the desk's own list; as high as the screen. */
const AT_EDGE_WIDTH = 21;

/** Tells the shell how much room the page needs: it grows with the text. */
function useRoom(place: QuickBarPlace, { textScale }: Settings): void {
  useEffect(() => {
    const rem = (REM * textScale) / 100;
    const width = (place === 'floating' ? FLOATING.width : AT_EDGE_WIDTH) * rem;
    void window.quickBarShell.fit({ width, height: FLOATING.height * rem });
  }, [place, textScale]);
}
