import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { isResting, onRestChange } from '#renderer/app/resting.ts';

const SECOND = 1_000;
const RESTING_STEP_MS = 5_000;
const MINUTE_SECONDS = 60;

/** 02:41, from an hour on 1:02:41. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / MINUTE_SECONDS);
  const tail = `${two(minutes % MINUTE_SECONDS)}:${two(seconds % MINUTE_SECONDS)}`;
  return minutes < MINUTE_SECONDS ? tail : `${Math.floor(minutes / MINUTE_SECONDS)}:${tail}`;
}

/** Silence since something was last said or done, and the whole time. */
export function Timers({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const { startedAtMs, stageEnteredAtMs, lastSaidAtMs, parkedMs, pace } = view.timers;
  const [seen, setSeen] = useState({ revision: view.revision, actedAtMs: 0 });
  if (seen.revision !== view.revision) setSeen({ revision: view.revision, actedAtMs: Date.now() });
  const quietSinceMs = Math.max(lastSaidAtMs ?? 0, stageEnteredAtMs, seen.actedAtMs);
  const sayQuiet = (nowMs: number): Reading => {
    const quiet = Math.max(0, nowMs - quietSinceMs);
    const seconds = Math.floor(quiet / SECOND);
    const over = seconds >= pace.quiet.seconds;
    const time = seconds < MINUTE_SECONDS ? t('conversation.seconds', { count: seconds }) : clockWords(quiet);
    return { over, words: t(over ? `conversation.pace.${pace.quiet.what}` : 'conversation.silence', { time }) };
  };
  const sayWhole = (nowMs: number): Reading => {
    const whole = nowMs - startedAtMs - parkedMs;
    const over = pace.wholeSeconds !== null && whole >= pace.wholeSeconds * SECOND;
    return { over, words: over ? t('conversation.pace.long', { time: clockWords(whole) }) : clockWords(whole) };
  };
  return <Clock quietSinceMs={quietSinceMs} parts={[sayQuiet, sayWhole]} />;
}

interface Reading {
  words: string;
  /** Past what the site holds it against. */
  over: boolean;
}

interface ClockProps {
  quietSinceMs: number;
  parts: readonly [(nowMs: number) => Reading, (nowMs: number) => Reading];
}

/**
 * Two figures that change each second, in steps of five while the desk rests, not at all while it cannot be seen. Their
 * characters are written past React into boxes whose size follows from the number of digits alone, so that a second
 * costs one small piece of one frame and no layout of the column around it.
 */
function Clock({ quietSinceMs, parts }: ClockProps) {
  const quiet = useRef<HTMLSpanElement>(null);
  const whole = useRef<HTMLSpanElement>(null);
  const shapesNow = () => parts.map((part) => part(Date.now()).words.replaceAll(/\d/g, '0'));
  const [shapes, setShapes] = useState(shapesNow);

  const write = useEffectEvent(() => {
    const nowMs = Date.now();
    for (const [at, box] of [quiet, whole].entries()) {
      const reading = parts[at]?.(nowMs);
      if (!box.current || !reading) continue;
      box.current.textContent = reading.words;
      box.current.classList.toggle('text-warn', reading.over);
    }
    const next = shapesNow();
    if (next.join() !== shapes.join()) setShapes(next);
  });
  const untilNextMs = useEffectEvent(() => {
    const step = isResting() ? RESTING_STEP_MS : SECOND;
    return step - (Math.max(0, Date.now() - quietSinceMs) % step);
  });
  useLayoutEffect(() => write());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      write();
      timer = setTimeout(turn, untilNextMs());
    };
    turn();
    const stopWatching = onRestChange(turn);
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearTimeout(timer);
      stopWatching();
      document.removeEventListener('visibilitychange', turn);
    };
  }, []);

  return (
    <span className="figures shrink-0 text-note whitespace-nowrap text-ink-2">
      <Figure box={quiet} shape={shapes[0] ?? ''} />
      {' · '}
      <Figure box={whole} shape={shapes[1] ?? ''} />
    </span>
  );
}

/** Room for a figure of this shape, and the figure in it. */
function Figure({ box, shape }: { box: RefObject<HTMLSpanElement | null>; shape: string }) {
  return (
    <span className="relative inline-block">
      <span aria-hidden className="invisible">
        {shape}
      </span>
      <span role="timer" ref={box} className="absolute inset-0 contain-strict" />
    </span>
  );
}
