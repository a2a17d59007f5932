import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerWay } from '#contract/rehearsal/terms.ts';
import type { RunView } from '#contract/rehearsal/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { AnswerPart } from './answer-part.tsx';
import type { Said } from './choice-list.tsx';
import { useMove, useRun, useRunTime, useStartRun } from './rehearsal-query.ts';
import { RunAside } from './run-aside.tsx';
import { RunHistory } from './run-history.tsx';
import { shortScenario } from './say-run.ts';
import { TemperMeter } from './temper-meter.tsx';
import { TurnClock } from './turn-clock.tsx';
import { useVoice } from './use-voice.ts';

interface RunPlayerProps {
  runId: string;
  onDebrief: () => void;
  onRestart: (runId: string) => void;
  onLeave: () => void;
}

/** A run: the customer's words largest, what was said on the left, what is known on the right, the answer below. */
export function RunPlayer(props: RunPlayerProps) {
  const { t } = useTranslation();
  const run = useRun(props.runId);
  if (!run) return <Skeleton label={t('frame.loading')} lines={6} />;
  return <OpenRun {...props} run={run} />;
}

const ways: readonly AnswerWay[] = ['choice', 'free', 'desk'];

function OpenRun({ run, onDebrief, onRestart, onLeave }: RunPlayerProps & { run: RunView }) {
  const { t } = useTranslation();
  const move = useMove(run);
  const start = useStartRun();
  const voice = useVoice();
  const atMs = useRunTime(run);
  const [way, setWay] = useState<AnswerWay>('choice');
  const began = useRef<{ turn: string; atMs: number } | null>(null);
  const { turn, customer } = run;
  const turnKey = `${run.exchanges.length} ${turn?.id ?? ''}`;

  const begin = () => {
    if (began.current?.turn !== turnKey) began.current = { turn: turnKey, atMs: performance.now() };
  };
  const say = async (said: Said) => {
    const since = began.current?.turn === turnKey ? performance.now() - began.current.atMs : 0;
    await move((calls, of) => calls.answer({ ...of, ...said, beganBeforeMs: Math.round(since) }));
  };
  const restart = async (index: number) => {
    const next = await start({ scenarioId: run.scenarioId, follows: { runId: run.runId, moves: index } });
    if (next !== null) onRestart(next);
  };
  const hint = () => void move((calls, of) => calls.hint(of));
  const acknowledge = () => void move((calls, of) => calls.acknowledge(of));
  const stage = (direction: 'on' | 'back') => void move((calls, of) => calls.moveStage({ ...of, way: direction }));
  const running = run.state === 'running' && turn !== null;

  useShortcut('answerWay', () => {
    if (running) setWay(ways[(ways.indexOf(way) + 1) % ways.length] ?? 'choice');
  });
  useShortcut('takeHint', () => (running ? hint() : false));
  useShortcut('acknowledge', () => (running ? acknowledge() : false));
  useShortcut('stageOn', () => (running ? stage('on') : false));
  useShortcut('stageBack', () => (running ? stage('back') : false));

  const silent = running && turn.silenceFromMs !== null && atMs > turn.silenceFromMs && began.current?.turn !== turnKey;
  const told = useRef('');
  const tellSilence = useEffectEvent(() => {
    if (told.current === turnKey) return;
    told.current = turnKey;
    void move((calls, of) => calls.stayedSilent(of));
  });
  useEffect(() => {
    if (silent) tellSilence();
  }, [silent]);

  // What a customer writes is read, not heard.
  const spoken = customer.channel !== 'chat';
  const words = turn?.says ?? run.ending?.says ?? '';
  const speak = useEffectEvent(() => {
    if (spoken && run.state === 'running') voice?.say(words);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: spoken once a turn, and once the voice is there.
  useEffect(() => speak(), [turnKey, Boolean(voice)]);

  return (
    <div className="grid h-full min-h-0 grid-cols-[17rem_minmax(0,1fr)_20.5rem] drawer:grid-cols-[minmax(0,1fr)_17rem] drawer:overflow-y-auto narrow:block">
      <RunHistory run={run} onRestart={(index) => void restart(index)} />
      <section
        aria-labelledby="run-title"
        className="flex min-h-0 min-w-0 flex-col gap-3.5 overflow-y-auto bg-sunken px-8 pt-5 pb-5 drawer:overflow-visible drawer:px-5"
      >
        <header className="flex items-end gap-3">
          <div className="min-w-0 flex-1">
            <p className="text-small text-ink-2">{t('rehearsal.crumb')}</p>
            <h1 id="run-title" className="text-title font-bold" lang="zh-CN">
              {shortScenario(run.title)}
            </h1>
          </div>
          {running ? (
            <Button onClick={() => void move((calls, of) => calls.pause(of))}>{t('rehearsal.pause')}</Button>
          ) : null}
          <Button
            onClick={() => {
              if (run.state === 'ended') onLeave();
              else void move((calls, of) => calls.quit(of));
            }}
          >
            {run.state === 'ended' ? t('rehearsal.backToList') : t('rehearsal.quit')}
          </Button>
        </header>

        <div className="rounded-large bg-panel px-7 pt-4 pb-6 shadow-lift">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <b className="font-semibold" lang="zh-CN">
              {customer.name}
            </b>
            {spoken && voice ? (
              <button
                type="button"
                className="inline-flex items-center gap-1.5 rounded-small px-1 text-note text-accent"
                onClick={() => voice.say(words)}
              >
                <Volume2 className="size-4" aria-hidden />
                {t('rehearsal.again')}
              </button>
            ) : null}
            {spoken && voice === null ? (
              <span className="inline-flex items-center gap-1.5 text-note text-ink-2">
                <VolumeX className="size-4" aria-hidden />
                {t('rehearsal.noVoice')}
              </span>
            ) : null}
            <TemperMeter temper={run.temper} before={run.temperBefore} />
          </div>
          <p
            className="spoken mt-3 text-[1.6875rem] leading-relaxed"
            lang="zh-CN"
            aria-live="polite"
            data-customer-says
          >
            {words === '' ? t('rehearsal.left') : words}
          </p>
        </div>

        {run.state === 'ended' ? (
          <div className="flex flex-wrap items-center gap-4">
            <p className="text-head font-semibold">{t('rehearsal.over')}</p>
            {run.exchanges.length > 0 ? (
              <Button look="primary" autoFocus onClick={onDebrief}>
                {t('rehearsal.toDebrief')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {run.state === 'paused' ? (
          <div className="flex flex-wrap items-center gap-4">
            <p>{t('rehearsal.paused')}</p>
            <Button look="primary" autoFocus onClick={() => void move((calls, of) => calls.resume(of))}>
              {t('rehearsal.resume')}
            </Button>
          </div>
        ) : null}
        {running ? (
          <AnswerPart
            key={turnKey}
            run={run}
            turn={turn}
            way={way}
            onWay={setWay}
            onBegin={begin}
            onSay={(said) => void say(said)}
            clock={run.timed ? <TurnClock run={run} turn={turn} atMs={atMs} /> : null}
          >
            <Button onClick={acknowledge}>
              {t('rehearsal.acknowledge')}
              <KeyOf id="acknowledge" />
            </Button>
            <Button onClick={hint}>
              {t('rehearsal.hint')}
              <KeyOf id="takeHint" />
            </Button>
          </AnswerPart>
        ) : null}
      </section>
      <RunAside run={run} atMs={atMs} onStage={stage} />
    </div>
  );
}
