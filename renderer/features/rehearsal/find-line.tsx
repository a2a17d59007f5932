import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#contract/vocabulary.ts';
import { useDeskPart } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { MarkedText } from '#renderer/features/search/marked-text.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';

interface FindLineProps {
  customerName: string;
  channel: Channel;
  onType: () => void;
  onTake: (line: { entryId: string; text: string }) => void;
}

/** The desk's own search, in small and without counting as live work: the line taken goes into the box, where it may be fitted to the customer. */
export function FindLine({ customerName, channel, onType, onTake }: FindLineProps) {
  const { t } = useTranslation();
  const core = useCore();
  const agentName = useDeskPart((state) => state.values['agentName']) ?? '';
  const [text, setText] = useState('');
  const wanted = text.trim();
  const hits =
    useQuery({
      queryKey: ['rehearsal', 'find', wanted, channel],
      queryFn: ({ signal }) => core.drill.search({ text: wanted, channel }, { signal }),
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
    }).data ?? [];
  const shown = wanted === '' ? [] : hits;

  const take = async (place: number) => {
    const hit = shown[place];
    if (!hit) return;
    const line = await core.library.line({ entryId: hit.entryId, values: { customerName, agentName } });
    const words = (line.variants[0]?.segments ?? []).map((segment) => segment.text).join('');
    onTake({ entryId: hit.entryId, text: words });
  };
  useShortcut('answer', ({ digit }) => (shown[digit - 1] ? void take(digit - 1) : false));
  return (
    <div>
      <input
        data-first=""
        aria-label={t('rehearsal.find')}
        placeholder={t('rehearsal.findPlaceholder')}
        value={text}
        onChange={(event) => {
          onType();
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          void take(0);
        }}
        className="h-10 w-full rounded-base border border-edge-field bg-panel px-3 text-field placeholder:text-ink-3"
      />
      <ol className="mt-1.5 grid gap-1">
        {shown.map((hit, place) => (
          <li key={hit.entryId}>
            <button
              type="button"
              className="flex w-full items-baseline gap-3 rounded-base px-3 py-1.5 text-left hover:bg-hover"
              onClick={() => void take(place)}
            >
              <span className="shrink-0 font-semibold" lang="zh-CN">
                <MarkedText text={hit.title} marks={hit.titleMarks} />
              </span>
              <span className="min-w-0 flex-1 truncate text-note text-ink-2" lang="zh-CN">
                {hit.excerpt}
              </span>
              <Kbd>{`Alt ${place + 1}`}</Kbd>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
