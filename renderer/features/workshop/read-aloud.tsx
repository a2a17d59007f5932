import { Square, Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';

interface ReadAloudProps {
  characters: number;
  /** What it takes at the speed of the site. */
  seconds: number;
  charactersPerMinute: number;
}

const TICK_MS = 250;

/** A stopwatch for reading a text aloud: how long it took, and whether that was too fast to be followed. */
export function ReadAloud({ characters, seconds, charactersPerMinute }: ReadAloudProps) {
  const { t } = useTranslation();
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [tookMs, setTookMs] = useState(0);
  useEffect(() => {
    if (startedAt === null) return;
    const timer = setInterval(() => setTookMs(performance.now() - startedAt), TICK_MS);
    return () => clearInterval(timer);
  }, [startedAt]);
  const running = startedAt !== null;
  const took = Math.round(tookMs / 1000);
  const pace = took === 0 ? 0 : Math.round((characters * 60) / took);
  const toggle = () => {
    if (running) setTookMs(performance.now() - startedAt);
    else setTookMs(0);
    setStartedAt(running ? null : performance.now());
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" onClick={toggle}>
        {running ? <Square className="size-3.5" aria-hidden /> : <Volume2 className="size-4" aria-hidden />}
        {running ? t('workshop.aloud.stop') : t('workshop.aloud.start', { seconds })}
      </Button>
      <span role="status" className="figures text-small text-ink-2">
        {running ? t('workshop.aloud.running', { took, seconds }) : null}
        {!running && took > 0
          ? `${t('workshop.aloud.took', { took, pace })} ${t(pace > charactersPerMinute * 1.25 ? 'workshop.aloud.fast' : 'workshop.aloud.fine', { pace: charactersPerMinute })}`
          : null}
      </span>
    </div>
  );
}
