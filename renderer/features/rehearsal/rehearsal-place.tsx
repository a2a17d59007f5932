import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { DebriefPage } from './debrief-page.tsx';
import { RunPlayer } from './run-player.tsx';
import { ScenarioList } from './scenario-list.tsx';

const DrillPart = lazyPart(() => import('#renderer/features/drill/drill-part.tsx').then((module) => module.DrillPart));
const LeadPart = lazyPart(() => import('./lead-part.tsx').then((module) => module.LeadPart));
const RolePlayPart = lazyPart(() => import('./role-play-part.tsx').then((module) => module.RolePlayPart));

type Part = 'list' | 'drill' | 'rolePlay' | 'lead';
type Shown = { readonly kind: Part } | { readonly kind: 'run' | 'debrief'; readonly runId: string };

/** Rehearsal: scenarios to play, the run going on, what it came to, role plays, and what leads do. */
export function RehearsalPlace({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>({ kind: 'list' });
  const play = (runId: string) => setShown({ kind: 'run', runId });
  const toList = () => setShown({ kind: 'list' });

  if (shown.kind === 'run') {
    return (
      <RunPlayer
        key={shown.runId}
        runId={shown.runId}
        onDebrief={() => setShown({ kind: 'debrief', runId: shown.runId })}
        onRestart={play}
        onLeave={toList}
      />
    );
  }
  if (shown.kind === 'debrief') {
    return <DebriefPage key={shown.runId} runId={shown.runId} onPlay={play} onLeave={toList} />;
  }
  const leads = person.role === 'lead' || person.role === 'administrator';
  const parts: Part[] = leads ? ['list', 'drill', 'rolePlay', 'lead'] : ['list', 'drill', 'rolePlay'];
  return (
    <div className="h-full overflow-y-auto bg-sunken px-8 pt-5 pb-8 narrow:px-4">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-title font-bold">{t('rehearsal.title')}</h1>
          <p className="text-note text-pretty text-ink-2">{t('rehearsal.intro')}</p>
        </div>
        <ChoiceChips
          size="base"
          label={t('rehearsal.title')}
          value={shown.kind}
          options={parts.map((value) => ({ value, content: t(`rehearsal.parts.${value}`) }))}
          onChange={(kind) => setShown({ kind })}
        />
      </header>
      <Suspense fallback={<Skeleton label={t('frame.loading')} lines={6} />}>
        {shown.kind === 'list' ? <ScenarioList onPlay={play} /> : null}
        {shown.kind === 'drill' ? <DrillPart /> : null}
        {shown.kind === 'rolePlay' ? <RolePlayPart person={person} /> : null}
        {shown.kind === 'lead' ? <LeadPart /> : null}
      </Suspense>
    </div>
  );
}
