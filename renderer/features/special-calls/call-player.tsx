import { useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { Bell, BellOff, ChevronLeft, Minimize2, OctagonX } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { belongsToComposition } from '#renderer/app/composition.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { IconButton } from '#renderer/features/conversation/icon-button.tsx';
import { SpokenNorms } from '#renderer/features/site-rules/phone-norms.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { BreakOffCall } from './break-off-call.tsx';
import { CallFields, fieldInputId } from './call-fields.tsx';
import { CallFooter } from './call-footer.tsx';
import { CallLine, LineWords } from './call-line.tsx';
import { shortTitle } from './call-picker.tsx';
import { IncidentWords } from './incident-words.tsx';
import { nextMove, waitIsOver } from './next-move.ts';
import { CopyReadOut, ReadOut } from './read-out.tsx';
import { latestCall, useCallStep } from './special-call-query.ts';
import { useWaited } from './wait-ring.tsx';
import { useWaitTone } from './wait-tone.ts';

interface CallPlayerProps {
  view: SpecialCallView;
  onHide: () => void;
  onEnded: (view: SpecialCallView) => void;
}

/** A special call step by step: what to do, the line in large type, how long to wait, what to take down, how they answer. */
export function CallPlayer({ view, onHide, onEnded }: CallPlayerProps) {
  const { t } = useTranslation();
  const { drafts } = useTalk();
  const step = useCallStep();
  const queries = useQueryClient();
  const [variant, setVariant] = useState<VariantName>('standard');
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const waitedMs = useWaited(view.step.wait);
  const { wait } = view.step;
  const over = wait === null || (wait.sinceMs !== null && waitedMs >= wait.seconds * 1_000);
  const tone = useWaitTone(wait !== null && over);
  const move = nextMove(view, waitIsOver(view.step, waitedMs));
  /**
   * Keys that follow each other quickly are all heard, one after the other. Those for a step already left are not, but a
   * move right behind an answer is meant for the step the answer leads to, which may not be on the screen yet.
   */
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const answered = useRef('');
  const place = placeOf(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is on the screen next, a key is meant for that.
  useEffect(() => {
    answered.current = '';
  }, [place]);

  const one = (
    work: (now: SpecialCallView) => Promise<SpecialCallView | null>,
    behindAnswer = false,
  ): Promise<void> => {
    const turn = before.current.then(async () => {
      await drafts.flush();
      // What was typed a moment ago is stored by now, and may be all that was missing.
      const now = latestCall(queries, view);
      if ((placeOf(now) === place) === behindAnswer) return;
      const after = await work(now);
      if (after?.state === 'ended') onEnded(after);
    });
    before.current = turn.catch(() => undefined);
    return turn;
  };
  const doMove = async (now: SpecialCallView): Promise<SpecialCallView | null> => {
    const of = { specialCallId: now.id, stepId: now.step.id };
    const wanted = nextMove(now, waitIsOver(now.step, Date.now() - (now.step.wait?.sinceMs ?? 0)));
    switch (wanted.kind) {
      case 'say':
        return step((calls) => calls.say({ ...of, variant, on: wanted.on }));
      case 'readBack':
        if (now.step.line && !now.step.said) await step((calls) => calls.say({ ...of, variant }));
        return step((calls) => calls.readBack(of));
      case 'goOn':
        return step((calls) => calls.goOn(of));
      case 'end':
        return step((calls) => calls.end(of));
      case 'fill':
        setPointedAt(now.step.id);
        focusField(now.step.missing[0]?.id ?? '');
        return null;
      case 'wait':
      case 'answer':
        return null;
      default:
        return wanted satisfies never;
    }
  };
  const of = { specialCallId: view.id, stepId: view.step.id };
  const onMove = () => void one(doMove, answered.current === place);
  const onAnswer = (answerId: string) => {
    answered.current = place;
    void one(async () => {
      const after = await step((calls) => calls.answer({ ...of, answerId }));
      if (after === null) answered.current = '';
      return after;
    });
  };
  const onSkip = () =>
    void one(() =>
      step((calls) =>
        view.step.way === 'end' ? calls.end({ ...of, early: true }) : calls.goOn({ ...of, early: true }),
      ),
    );
  const onBack = () => void one(() => step((calls) => calls.stepBack(of)));

  useShortcut('answer', ({ digit }) => {
    const answer = view.step.answers[digit - 1];
    return answer ? onAnswer(answer.id) : false;
  });
  useShortcut('stageOn', onMove);
  useShortcut('stageBack', () => (view.back === null ? false : onBack()));
  useShortcut('clearSearch', onHide);

  const frame = useRef<HTMLFormElement>(null);
  const aim = useEffectEvent(() => aimAt(frame.current, view));
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new step is met with the caret where it is needed.
  useEffect(() => aim(), [view.step.id]);

  const late = wait?.apology && wait.sinceMs !== null && waitedMs >= wait.apology.seconds * 1_000 ? wait.apology : null;
  const taken = view.fields.filter((field) => !field.here && field.value !== '');
  const notes = taken.length > 0 || view.fields.some((field) => field.here);
  const reads = view.step.readBack === 'needed' || view.step.readBack === 'again';
  return (
    <form
      ref={frame}
      aria-label={t('specialCalls.pick')}
      className="flex h-full min-h-0 flex-col bg-panel"
      onSubmit={(event) => {
        event.preventDefault();
        onMove();
      }}
      onKeyDown={(event) => {
        // Enter that only chooses characters must not go on.
        if (event.key === 'Enter' && belongsToComposition(event.nativeEvent)) event.preventDefault();
      }}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-edge px-6 py-3">
        <h1 className="text-title font-bold" lang="zh-CN">
          {shortTitle(view.title)}
        </h1>
        <Chip tone="accent">{t('specialCalls.step', { count: view.path.length + 1 })}</Chip>
        {view.conversationId === null ? null : <span className="text-note text-ink-2">{t('specialCalls.inTalk')}</span>}
        <span className="ml-auto flex">
          <IconButton
            label={t('specialCalls.sound')}
            aria-pressed={tone.on}
            on={tone.on}
            onClick={() => tone.set(!tone.on)}
            icon={tone.on ? Bell : BellOff}
          />
          <IconButton label={t('specialCalls.breakOff')} onClick={() => setStopping(true)} icon={OctagonX} />
          <IconButton label={t('specialCalls.hide')} onClick={onHide} icon={Minimize2} />
        </span>
        {view.notice === '' ? null : (
          <p className="w-full text-note text-warn" lang="zh-CN">
            {t('specialCalls.keepInMind', { notice: view.notice })}
          </p>
        )}
      </header>
      <div
        className={clsx(
          'grid min-h-0 flex-1 overflow-y-auto narrow:grid-cols-1',
          notes ? 'grid-cols-[minmax(0,1fr)_24rem]' : 'grid-cols-1',
        )}
      >
        <div className="flex min-w-0 flex-col gap-4 px-6 py-5">
          <section aria-live="polite">
            <h2 className="text-head font-semibold" lang="zh-CN">
              {view.step.do}
            </h2>
            {view.step.hint === '' ? null : (
              <p className="text-note text-ink-2" lang="zh-CN">
                {view.step.hint}
              </p>
            )}
            {view.step.norm === null ? null : <SpokenNorms norms={[view.step.norm]} />}
          </section>
          {view.incident ? <IncidentWords /> : null}
          {late ? (
            <section className="rounded-large bg-warn-soft px-4 py-3">
              <p className="text-note font-semibold text-warn">
                {t('specialCalls.apologyFirst', { seconds: late.seconds })}
              </p>
              <LineWords line={late.line} chosen={variant} />
            </section>
          ) : null}
          {view.step.line ? (
            <section aria-label={t('specialCalls.sayNow')} className="rounded-large bg-sunken px-5 py-4">
              <CallLine
                line={view.step.line}
                chosen={variant}
                onChoose={setVariant}
                onFill={(name, value) => void step((calls) => calls.fillGap({ specialCallId: view.id, name, value }))}
              />
            </section>
          ) : null}
          {reads ? <ReadOut view={view} /> : null}
          <Answered view={view} />
        </div>
        {notes ? (
          <aside
            aria-label={t('specialCalls.fields')}
            className="flex min-w-0 flex-col gap-4 border-l border-edge px-5 py-5 narrow:border-t narrow:border-l-0"
          >
            {view.fields.some((field) => field.here) ? (
              <section className="flex flex-col gap-2">
                <h2 className="text-small font-semibold text-ink-3">{t('specialCalls.fields')}</h2>
                <CallFields
                  specialCallId={view.id}
                  fields={view.fields.filter((field) => field.here)}
                  pointed={pointedAt === view.step.id}
                />
              </section>
            ) : null}
            {taken.length === 0 ? null : (
              <section className="flex flex-col gap-2">
                <h2 className="text-small font-semibold text-ink-3">{t('specialCalls.taken')}</h2>
                <CallFields specialCallId={view.id} fields={taken} pointed={false} />
                {reads ? null : <CopyReadOut view={view} />}
              </section>
            )}
          </aside>
        ) : null}
      </div>
      {stopping ? (
        <BreakOffCall view={view} onDone={onEnded} onCancel={() => setStopping(false)} />
      ) : (
        <CallFooter
          view={view}
          move={move}
          waitedMs={waitedMs}
          pointed={pointedAt === view.step.id}
          onAnswer={onAnswer}
          onSkip={onSkip}
          onBack={onBack}
        />
      )}
    </form>
  );
}

/** Where the call stands: the same step can come twice on one way. */
const placeOf = ({ path, step }: SpecialCallView): string => `${path.length}/${step.id}`;

/** Puts the caret into a field; of a row of choices into the one chosen, or the first. */
function focusField(fieldId: string): void {
  const field = document.getElementById(fieldInputId(fieldId));
  const inner = field?.querySelector<HTMLElement>('[data-state=on], [role=radio]');
  (inner ?? field)?.focus();
}

/** The way so far; each step with what came back. */
function Answered({ view }: { view: SpecialCallView }) {
  const { t } = useTranslation();
  if (view.path.length === 0) return null;
  return (
    <ol
      aria-label={t('specialCalls.steps')}
      className="mt-auto flex flex-wrap items-center gap-x-1.5 gap-y-1 text-small text-ink-3"
    >
      {view.path.map(({ stepId, do: done, answer }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step can come twice on one way.
        <li key={`${stepId}-${index}`} className="flex items-center gap-1" lang="zh-CN">
          {index === 0 ? null : <ChevronLeft className="size-3 rotate-180" aria-hidden />}
          {answer === '' ? done : `${done}：${answer}`}
        </li>
      ))}
    </ol>
  );
}

/** The first open field of the step, else the one filled button: whoever only presses Enter gets through. */
function aimAt(frame: HTMLElement | null, view: SpecialCallView): void {
  const open = view.fields.find(
    (field) => field.here && field.value === '' && field.type !== 'choice' && field.type !== 'yesNo',
  );
  const target =
    (view.step.line === null || view.step.said) && open
      ? document.getElementById(fieldInputId(open.id))
      : frame?.querySelector<HTMLElement>('[data-next-move]');
  target?.focus({ preventScroll: true });
}
