import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import type { Settings } from '#contract/settings.ts';
import { AlertBanner } from '#renderer/features/alerts/alert-banner.tsx';
import { useIncidents } from '#renderer/features/incidents/use-incidents.ts';
import { TalkSheets } from '#renderer/features/records/talk-sheets.tsx';
import { useSpecialCalls } from '#renderer/features/special-calls/use-special-calls.tsx';
import { ConnectionBanner } from '#renderer/features/system/connection-banner.tsx';
import { useRecoveryReminder } from '#renderer/features/system/use-recovery-reminder.ts';
import { ShiftStrip } from '#renderer/features/work-orders/shift-strip.tsx';
import { useOpenMessage } from '#renderer/features/work-orders/use-open-message.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { DeskPlace } from './desk-place.tsx';
import { useDeskActions, useDeskPart } from './desk-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useLayout } from './layout-width.ts';
import { Rail } from './rail.tsx';
import { useShortcut } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import { useTypeToSearch } from './use-type-to-search.ts';

const LibraryPlace = lazyPart(() =>
  import('#renderer/features/library/library-place.tsx').then((module) => module.LibraryPlace),
);
const OrdersPlace = lazyPart(() =>
  import('#renderer/features/work-orders/orders-place.tsx').then((module) => module.OrdersPlace),
);
const RehearsalPlace = lazyPart(() =>
  import('#renderer/features/rehearsal/rehearsal-place.tsx').then((module) => module.RehearsalPlace),
);
const WorkshopPlace = lazyPart(() =>
  import('#renderer/features/workshop/workshop-place.tsx').then((module) => module.WorkshopPlace),
);
const InsightPlace = lazyPart(() =>
  import('#renderer/features/insight/insight-place.tsx').then((module) => module.InsightPlace),
);
const SettingsPlace = lazyPart(() =>
  import('#renderer/features/settings/settings-place.tsx').then((module) => module.SettingsPlace),
);
const KeyboardSheet = lazyPart(() => import('./keyboard-sheet.tsx').then((module) => module.KeyboardSheet));
const ShiftSheet = lazyPart(() =>
  import('#renderer/features/work-orders/shift-sheet.tsx').then((module) => module.ShiftSheet),
);
const RecoverySheet = lazyPart(() =>
  import('#renderer/features/system/recovery-sheet.tsx').then((module) => module.RecoverySheet),
);

const IncidentBars = lazyPart(() =>
  import('#renderer/features/incidents/incident-bars.tsx').then((module) => module.IncidentBars),
);
const IncidentsSheet = lazyPart(() =>
  import('#renderer/features/incidents/incidents-sheet.tsx').then((module) => module.IncidentsSheet),
);

type Sheet = 'keys' | 'recovery' | 'shift' | null;

interface AppFrameProps {
  person: Person;
  look: Settings;
  onSwitchPerson: () => void;
}

/** Everything around the places: rail, top bar, banners and the sheets that can lie over them. */
export function AppFrame({ person, look, onSwitchPerson }: AppFrameProps) {
  const { t } = useTranslation();
  const { focusSearch, dispatch } = useDeskActions();
  const place = useDeskPart((state) => state.place);
  const layout = useLayout(look.textScale);
  const [sheet, setSheet] = useState<Sheet>(null);
  /** The sheet of incidents, on its list or on one of them. */
  const [incidentsAt, setIncidentsAt] = useState<{ id: string | null } | null>(null);
  const onNow = (useIncidents().data ?? []).filter(({ here, state }) => here && state === 'inForce');
  const [asideOpen, setAsideOpen] = useState(false);
  const calls = useSpecialCalls();
  const postpone = useRecoveryReminder(person, () => setSheet('recovery'));

  useTypeToSearch(focusSearch);
  useOpenMessage(
    () => dispatch({ type: 'wentTo', place: 'orders' }),
    (id) => setIncidentsAt({ id }),
    ({ entryId, text }) => {
      dispatch({ type: 'wentTo', place: 'desk' });
      if (text !== undefined) dispatch({ type: 'typed', text });
      if (entryId !== undefined) dispatch({ type: 'opened', entryId });
      focusSearch();
    },
  );
  useShortcut('showIncidents', () => setIncidentsAt({ id: null }));
  useShortcut('focusSearch', focusSearch);
  useShortcut('focusSearchSlash', focusSearch);
  useShortcut('showKeys', () => setSheet('keys'));
  useShortcut('switchPerson', onSwitchPerson);
  useShortcut('endShift', () => setSheet('shift'));

  return (
    <div
      data-layout={layout}
      className="grid h-full grid-cols-[var(--rail)_minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]"
    >
      <Rail />
      <div>
        <TopBar
          covered={calls.panel !== null}
          person={person}
          layout={layout}
          onOpenAside={() => setAsideOpen(true)}
          onSwitchPerson={onSwitchPerson}
          onPrintKey={() => setSheet('recovery')}
          onShowKeys={() => setSheet('keys')}
          onIncidents={() => setIncidentsAt({ id: onNow.length === 1 ? (onNow[0]?.id ?? null) : null })}
        />
        <ConnectionBanner />
        {onNow.length === 0 ? null : (
          <Suspense>
            <IncidentBars
              incidents={onNow}
              onDetails={(id) => setIncidentsAt({ id })}
              onOpenLine={(entryId) => dispatch({ type: 'opened', entryId })}
            />
          </Suspense>
        )}
        {place === 'orders' ? null : (
          <AlertBanner
            onDetails={() => dispatch({ type: 'wentTo', place: 'orders' })}
            onOpenLine={(entryId) => dispatch({ type: 'opened', entryId })}
          />
        )}
        <ShiftStrip onEnd={() => setSheet('shift')} />
        {calls.bar}
      </div>
      <main className="min-h-0 min-w-0">
        <ErrorBoundary key={place}>
          {calls.panel ?? (
            <Suspense fallback={<Skeleton label={t('frame.loading')} lines={5} />}>
              {place === 'desk' ? <DeskPlace layout={layout} asideOpen={asideOpen} onAside={setAsideOpen} /> : null}
              {place === 'library' ? <LibraryPlace /> : null}
              {place === 'orders' ? <OrdersPlace /> : null}
              {place === 'rehearsal' ? <RehearsalPlace person={person} /> : null}
              {place === 'workshop' ? <WorkshopPlace /> : null}
              {place === 'insight' ? <InsightPlace person={person} /> : null}
              {place === 'settings' ? (
                <SettingsPlace person={person} look={look} onPrintKey={() => setSheet('recovery')} />
              ) : null}
            </Suspense>
          )}
        </ErrorBoundary>
      </main>
      {calls.picker}
      <TalkSheets />
      <Suspense>
        {sheet === 'keys' ? <KeyboardSheet onClose={() => setSheet(null)} /> : null}
        {incidentsAt === null ? null : (
          <IncidentsSheet
            person={person}
            startId={incidentsAt.id}
            onOpenLine={(entryId) => dispatch({ type: 'opened', entryId })}
            onClose={() => setIncidentsAt(null)}
          />
        )}
        {sheet === 'shift' ? <ShiftSheet onClose={() => setSheet(null)} /> : null}
        {sheet === 'recovery' ? (
          <RecoverySheet
            returnFocus={focusSearch}
            onClose={() => {
              postpone();
              setSheet(null);
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
