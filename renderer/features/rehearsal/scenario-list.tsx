import { Check, Timer } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedScenario } from '#contract/rehearsal/view.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useScenarios, useStartRun } from './rehearsal-query.ts';
import { sayLevel, sayManner, shortScenario } from './say-run.ts';

/** Scenarios by industry and difficulty, those assigned and not passed yet first. */
export function ScenarioList({ onPlay }: { onPlay: (runId: string) => void }) {
  const { t } = useTranslation();
  const list = useScenarios();
  const start = useStartRun();
  const [scene, setScene] = useState<string | null>(null);
  const [text, setText] = useState('');
  if (!list) return <Skeleton label={t('frame.loading')} lines={6} />;

  const scenes = [...new Map(list.scenarios.map((one) => [one.scene, one.sceneLabel]))];
  const wanted = text.trim();
  const found = list.scenarios.filter(
    (one) =>
      (scene === null || one.scene === scene) &&
      (wanted === '' || `${one.title}${one.briefing}${one.customerName}`.includes(wanted)),
  );
  const tasks = found.filter(({ assigned, passed }) => assigned !== null && !passed);
  const others = found.filter((one) => !tasks.includes(one));
  const running = list.running;
  const play = async (scenarioId: string, timed: boolean) => {
    const runId = await start({ scenarioId, timed });
    if (runId !== null) onPlay(runId);
  };
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <input
          aria-label={t('rehearsal.search')}
          placeholder={t('rehearsal.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-9 w-56 rounded-base border border-edge-field bg-panel px-3 text-body placeholder:text-ink-3"
        />
        <ChoiceChips
          label={t('rehearsal.industry')}
          value={scene ?? ''}
          options={[
            { value: '', content: t('rehearsal.everyIndustry') },
            ...scenes.map(([value, content]) => ({ value, content })),
          ]}
          onChange={(value) => setScene(value === '' ? null : value)}
        />
        {running === null ? null : (
          <Button look="primary" className="ml-auto" onClick={() => onPlay(running)}>
            {t('rehearsal.resume')}
          </Button>
        )}
      </div>
      {found.length === 0 ? <EmptyState title={t('rehearsal.none')}>{t('rehearsal.noneText')}</EmptyState> : null}
      <Group title={t('rehearsal.assignedHead')} scenarios={tasks} onStart={play} />
      <Group title={t('rehearsal.othersHead')} scenarios={others} onStart={play} />
    </>
  );
}

interface GroupProps {
  title: string;
  scenarios: readonly OfferedScenario[];
  onStart: (scenarioId: string, timed: boolean) => void;
}

function Group({ title, scenarios, onStart }: GroupProps) {
  const id = useId();
  if (scenarios.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-5">
      <h2 id={id} className="text-note font-semibold text-ink-2">
        {title}
      </h2>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(21rem,1fr))] gap-3 narrow:grid-cols-1">
        {scenarios.map((scenario) => (
          <ScenarioCard key={scenario.scenarioId} scenario={scenario} onStart={onStart} />
        ))}
      </ul>
    </section>
  );
}

function ScenarioCard({ scenario, onStart }: { scenario: OfferedScenario; onStart: GroupProps['onStart'] }) {
  const { t } = useTranslation();
  const { scenarioId, assigned, best, passed } = scenario;
  const title = shortScenario(scenario.title);
  return (
    <li className="flex flex-col gap-2 rounded-large bg-panel p-4 shadow-lift" data-scenario={scenarioId}>
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 text-head font-semibold" lang="zh-CN">
          {title}
        </h3>
        {passed ? (
          <span className="inline-flex items-center gap-1 text-small font-semibold text-ok">
            <Check className="size-3.5" aria-hidden />
            {t('rehearsal.passed')}
          </span>
        ) : null}
      </div>
      <p className="spoken flex-1 text-note text-ink-2" lang="zh-CN">
        {scenario.briefing}
      </p>
      <p className="flex flex-wrap items-center gap-1.5">
        <Chip>{sayLevel(scenario.difficulty, t)}</Chip>
        <Chip>{sayManner(scenario.manner, t)}</Chip>
        <Chip>{t(`vocabulary.channel.${scenario.channel}`)}</Chip>
        <span className="text-small text-ink-2">
          {best === null ? t('rehearsal.notYet') : t('rehearsal.best', { score: best })}
        </span>
      </p>
      {assigned === null ? null : (
        <p className="text-small font-semibold text-warn">
          {t('rehearsal.assignedBy', { name: assigned.byName })}{' '}
          {assigned.dueDay === null ? '' : t('rehearsal.dueDay', { day: assigned.dueDay })}
        </p>
      )}
      <div className="flex gap-2">
        <Button size="small" aria-label={`${t('rehearsal.go')} ${title}`} onClick={() => onStart(scenarioId, false)}>
          {t('rehearsal.go')}
        </Button>
        <Button
          size="small"
          look="quiet"
          aria-label={`${t('rehearsal.goTimed')} ${title}`}
          onClick={() => onStart(scenarioId, true)}
        >
          <Timer className="size-4" aria-hidden />
          {t('rehearsal.goTimed')}
        </Button>
      </div>
    </li>
  );
}
