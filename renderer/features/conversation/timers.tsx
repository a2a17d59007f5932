import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';

const SECOND = 1_000;
const MINUTE_SECONDS = 60;

/** 02:41, from an hour on 1:02:41. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / MINUTE_SECONDS);
  const tail = `${two(minutes % MINUTE_SECONDS)}:${two(seconds % MINUTE_SECONDS)}`;
  return minutes < MINUTE_SECONDS ? tail : `${Math.floor(minutes / MINUTE_SECONDS)}:${tail}`;
}

/** Silence since something was last said or done, and the whole time. Only these few characters are drawn anew each second. */
export function Timers({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const { startedAtMs, stageEnteredAtMs, lastSaidAtMs, parkedMs } = view.timers;
  const [seen, setSeen] = useState({ revision: view.revision, actedAtMs: 0 });
  if (seen.revision !== view.revision) setSeen({ revision: view.revision, actedAtMs: Date.now() });
  const quietSinceMs = Math.max(lastSaidAtMs ?? 0, stageEnteredAtMs, seen.actedAtMs);
  const sayQuiet = (nowMs: number) => {
    const quiet = Math.max(0, nowMs - quietSinceMs);
    const seconds = Math.floor(quiet / SECOND);
    return t('conversation.silence', {
      time: seconds < MINUTE_SECONDS ? t('conversation.seconds', { count: seconds }) : clockWords(quiet),
    });
  };
  return (
    <span className="figures shrink-0 text-note whitespace-nowrap text-ink-2">
      <Ticking read={sayQuiet} />
      {' · '}
      <Ticking read={(nowMs) => clockWords(nowMs - startedAtMs - parkedMs)} />
    </span>
  );
}

function Ticking({ read }: { read: (nowMs: number) => string }) {
  const [, tick] = useState(0);
  const onTick = useEffectEvent(() => tick((turn) => turn + 1));
  useEffect(() => {
    const timer = setInterval(onTick, SECOND);
    return () => clearInterval(timer);
  }, []);
  return <span role="timer">{read(Date.now())}</span>;
}
