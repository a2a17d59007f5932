import { useTranslation } from 'react-i18next';
import type { RunView } from '#contract/rehearsal/view.ts';
import { stageSchema } from '#contract/vocabulary.ts';
import { StageStepper } from '#renderer/features/conversation/stage-stepper.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { sayManner, sayTime } from './say-run.ts';

interface RunAsideProps {
  run: RunView;
  atMs: number;
  onStage: (way: 'on' | 'back') => void;
}

const stages = stageSchema.options;

/** Who it is, where the conversation stands, what was told, and how much is still kept back. */
export function RunAside({ run, atMs, onStage }: RunAsideProps) {
  const { t } = useTranslation();
  const { customer, facts, factsUntold } = run;
  const here = stages.indexOf(run.stage);
  const next = stages[here + 1];
  const owes = run.owes.map(({ id }) => t(`rehearsal.element.${id as 'ask'}`)).join(t('rehearsal.listJoin'));
  const steps = stages.map((stage, place) => ({
    stage,
    state: place === here ? ('current' as const) : place < here ? ('done' as const) : ('ahead' as const),
  }));
  return (
    <aside
      aria-label={t('rehearsal.facts')}
      className="flex min-h-0 flex-col gap-5 overflow-y-auto border-l border-edge bg-panel px-5 py-5 drawer:overflow-visible"
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b className="text-head font-semibold" lang="zh-CN">
          {customer.name}
        </b>
        <span className="text-note text-ink-2">
          {t(`vocabulary.tier.${customer.tier}`)} · {t(`vocabulary.channel.${customer.channel}`)} ·{' '}
          {sayManner(customer.manner, t)}
        </span>
        <span role="timer" className="figures ml-auto text-note text-ink-2">
          {sayTime(atMs)}
        </span>
      </p>
      <StageStepper stages={steps} />
      <div>
        <h2 className="text-note font-semibold text-ink-2">{t('rehearsal.facts')}</h2>
        {facts.length === 0 ? <p className="mt-1 text-note text-ink-3">{t('rehearsal.factsNone')}</p> : null}
        <ul>
          {facts.map(({ id, text, fresh }) => (
            <li key={id} className="flex gap-2 border-b border-edge py-2 text-body" lang="zh-CN">
              <span className="min-w-0 flex-1">{text}</span>
              {fresh ? <span className="shrink-0 text-small text-accent">{t('rehearsal.fresh')}</span> : null}
            </li>
          ))}
        </ul>
      </div>
      <div className="rounded-base border border-dashed border-edge-strong px-3.5 py-3 text-note">
        <b className="font-semibold">
          {factsUntold === 0 ? t('rehearsal.allTold') : t('rehearsal.untold', { count: factsUntold })}
        </b>
        {factsUntold === 0 ? null : <p className="text-ink-2">{t('rehearsal.untoldText')}</p>}
      </div>
      {run.state === 'running' ? (
        <div className="mt-auto">
          {owes === '' ? null : <p className="mb-1.5 text-note text-warn">{t('rehearsal.owes', { list: owes })}</p>}
          <div className="flex flex-wrap gap-2">
            <Button
              className="grow"
              aria-disabled={here === 0}
              onClick={() => (here === 0 ? undefined : onStage('back'))}
            >
              {t('rehearsal.back')}
              <KeyOf id="stageBack" />
            </Button>
            {next === undefined ? null : (
              <Button className="grow" aria-disabled={owes !== ''} onClick={() => onStage('on')}>
                {t('rehearsal.next', { stage: t(`vocabulary.stage.${next}`) })}
                <KeyOf id="stageOn" />
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </aside>
  );
}
