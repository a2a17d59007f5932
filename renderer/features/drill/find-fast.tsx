import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillToday } from '#contract/drill.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { MarkedText } from '#renderer/features/search/marked-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useDrillCall } from './drill-query.ts';

type Find = NonNullable<DrillToday['find']>;
interface Outcome {
  right: boolean;
  late: boolean;
  tookMs: number;
  title: string;
  text: string;
  /** What stands on the clipboard now. */
  copied: string | null;
}
const SECOND_MS = 1_000;
const SEARCH_MAX = 200;
const seconds = (ms: number) => (ms / SECOND_MS).toFixed(1);

/** 找得快: a customer's sentence appears; the line to say is found with the search and taken, against the clock. */
export function FindFast({ find }: { find: DrillToday['find'] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Find | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const start = () => {
    setOutcome(null);
    setAsked(find);
  };
  return (
    <section aria-label={t('drill.find.title')} className="rounded-large border border-edge bg-panel p-5">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3 className="font-semibold">{t('drill.find.title')}</h3>
        {find && find.bestMs !== null ? (
          <p className="text-note text-ink-2">{t('drill.find.best', { seconds: seconds(find.bestMs) })}</p>
        ) : null}
      </div>
      <p className="mt-1 mb-3 text-note text-ink-2">
        {find ? t('drill.find.intro', { seconds: find.seconds }) : t('drill.find.none')}
      </p>
      {asked && !outcome ? <Round key={asked.entryId} asked={asked} onDone={setOutcome} /> : null}
      {outcome ? <Told outcome={outcome} /> : null}
      {find && (outcome || !asked) ? (
        <Button autoFocus={outcome !== null} onClick={start}>
          {t(outcome ? 'drill.find.next' : 'drill.find.start')}
        </Button>
      ) : null}
    </section>
  );
}

function Round({ asked, onDone }: { asked: Find; onDone: (outcome: Outcome) => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const call = useDrillCall();
  const [text, setText] = useState('');
  const [left, setLeft] = useState(asked.seconds);
  const begunAt = useRef(performance.now());
  const ended = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  // The clock runs: the box waits for the first letter.
  useEffect(() => box.current?.focus(), []);
  const wanted = text.trim();
  const hits =
    useQuery({
      queryKey: ['drill', 'search', wanted],
      queryFn: ({ signal }) => core.drill.search({ text: wanted }, { signal }),
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
    }).data ?? [];
  const shown = wanted === '' ? [] : hits;

  const end = async (entryId: string | null) => {
    if (ended.current) return;
    ended.current = true;
    const tookMs = Math.round(performance.now() - begunAt.current);
    const told = await call((calls) =>
      calls.found({ wantedId: asked.entryId, entryId, searchText: wanted.slice(0, SEARCH_MAX), tookMs }),
    );
    if (!told) return;
    const copied = told.copied !== null && (await onClipboard(told.copied)) ? told.copied : null;
    onDone({ ...told, copied, late: entryId === null, tookMs });
  };
  const tick = useEffectEvent(() => {
    const over = performance.now() - begunAt.current >= asked.seconds * SECOND_MS;
    setLeft(Math.max(0, Math.ceil(asked.seconds - (performance.now() - begunAt.current) / SECOND_MS)));
    if (over) void end(null);
  });
  useEffect(() => {
    const timer = setInterval(tick, SECOND_MS / 4);
    return () => clearInterval(timer);
  }, []);
  return (
    <div>
      <p className="text-note text-ink-2">{t('drill.find.says')}</p>
      <p className="text-line spoken" lang="zh-CN">
        {asked.says}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <input
          ref={box}
          aria-label={t('drill.find.search')}
          placeholder={t('drill.find.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !shown[0]) return;
            event.preventDefault();
            void end(shown[0].entryId);
          }}
          className="h-10 min-w-0 flex-1 basis-64 rounded-base border border-edge-field bg-panel px-3 text-field placeholder:text-ink-3"
        />
        <span className="text-note text-ink-2 figures">{t('drill.find.left', { seconds: left })}</span>
      </div>
      <ol className="mt-1.5 grid gap-1">
        {shown.map((hit, place) => (
          <li key={hit.entryId}>
            <button
              type="button"
              aria-label={t('drill.find.take', { place: place + 1, title: hit.title })}
              className="flex w-full items-baseline gap-3 rounded-base px-3 py-1.5 text-left hover:bg-hover"
              onClick={() => void end(hit.entryId)}
            >
              <span className="shrink-0 font-semibold" lang="zh-CN">
                <MarkedText text={hit.title} marks={hit.titleMarks} />
              </span>
              <span className="min-w-0 flex-1 truncate text-note text-ink-2" lang="zh-CN">
                {hit.excerpt}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

async function onClipboard(text: string): Promise<boolean> {
  try {
    await window.counterpartShell.copyText(text);
    return true;
  } catch {
    return false;
  }
}

function Told({ outcome: { right, late, tookMs, title, text, copied } }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const said = right
    ? t('drill.find.right', { seconds: seconds(tookMs) })
    : t(late ? 'drill.find.late' : 'drill.find.wrong');
  return (
    <div className="mb-3" aria-live="polite">
      <p className="font-semibold">{copied === null ? said : `${said} · ${t('line.copied')}`}</p>
      <p className="mt-1 text-note text-ink-2" lang="zh-CN">
        {title}
      </p>
      <p className="spoken" lang="zh-CN">
        {text}
      </p>
    </div>
  );
}
