import { type QueryClient, useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { SystemStatus } from '#contract/system.ts';
import type { CoreConnection } from '#renderer/core-client/core-connection.ts';
import { CoreProvider, useCore } from '#renderer/core-client/core-provider.tsx';
import { ConversationProvider } from '#renderer/features/conversation/conversation-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { StartingScreen } from '#renderer/features/system/starting-screen.tsx';
import { useSystemStatus } from '#renderer/features/system/use-system-status.ts';
import { speak } from '#renderer/i18n/start-i18n.ts';
import { NoticeProvider } from '#renderer/ui/notice.tsx';
import { AppFrame } from './app-frame.tsx';
import { applyLook, rememberedLook, rememberLook } from './appearance.ts';
import { DeskProvider } from './desk-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { settingsQuery } from './settings-query.ts';
import { ShortcutProvider } from './shortcuts.tsx';

const UnlockScreen = lazy(() =>
  import('#renderer/features/system/unlock-screen.tsx').then((module) => ({ default: module.UnlockScreen })),
);

const DamageScreen = lazy(() =>
  import('#renderer/features/system/damage-screen.tsx').then((module) => ({ default: module.DamageScreen })),
);

const SignIn = lazy(() =>
  import('#renderer/features/people/sign-in.tsx').then((module) => ({ default: module.SignIn })),
);

interface RootProps {
  connection: CoreConnection;
  queries: QueryClient;
}

export function Root({ connection, queries }: RootProps) {
  return (
    <ErrorBoundary>
      <CoreProvider connection={connection} queries={queries}>
        <NoticeProvider>
          <Entrance />
        </NoticeProvider>
      </CoreProvider>
    </ErrorBoundary>
  );
}

/** What stands between opening the window and the desk: the core, its key, and somebody signed in. */
function Entrance() {
  const look = useLook();
  const status = useSystemStatus().data;
  const open = isOpen(status);
  const person = useCurrentPerson(open).data;
  const [switching, setSwitching] = useState(false);

  if (status?.state === 'needsRecoveryKey') {
    return (
      <Suspense>
        <UnlockScreen />
      </Suspense>
    );
  }
  if (status?.state === 'needsRestore') {
    return (
      <Suspense>
        <DamageScreen />
      </Suspense>
    );
  }
  if (status === undefined || person === undefined) return <StartingScreen />;
  if (person === null) {
    return (
      <Suspense fallback={<StartingScreen />}>
        <SignIn onDone={() => setSwitching(false)} />
      </Suspense>
    );
  }
  return (
    <DeskProvider key={person.id} personName={person.name}>
      <ConversationProvider>
        <ShortcutProvider>
          {switching ? (
            <Suspense>
              <SignIn current={person} onDone={() => setSwitching(false)} />
            </Suspense>
          ) : (
            <AppFrame person={person} look={look} onSwitchPerson={() => setSwitching(true)} />
          )}
        </ShortcutProvider>
      </ConversationProvider>
    </DeskProvider>
  );
}

/** Whether the core answers more than questions about its own state. */
function isOpen(status: SystemStatus | undefined): boolean {
  return status !== undefined && status.state !== 'needsRecoveryKey' && status.state !== 'needsRestore';
}

/** The person's settings, applied to the page; until they are read, those of the last time. */
function useLook() {
  const core = useCore();
  const status = useSystemStatus().data;
  const settings = useQuery({
    ...settingsQuery(core),
    enabled: isOpen(status),
  });
  const [remembered] = useState(rememberedLook);
  const look = settings.data ?? remembered;
  const { language } = look;

  useEffect(() => {
    rememberLook(look);
    return applyLook(look);
  }, [look]);

  useEffect(() => {
    void speak(language).then(() => {
      document.title = i18next.t('frame.product');
    });
    void window.counterpartShell.setLanguage(language);
  }, [language]);

  return look;
}
