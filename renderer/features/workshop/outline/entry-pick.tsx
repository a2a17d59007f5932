import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useSettled } from '../use-workshop.ts';
import { SmallText } from './small-field.tsx';

interface EntryPickProps {
  label: string;
  entryId: string;
  /** What the entry is called; undefined while it is not there. */
  title: string | undefined;
  kinds: readonly string[];
  onPick: (entryId: string) => void;
  path?: string;
}

const LOOKED_AT = 40;
const OFFERED = 6;

/** An entry of the library by its title; another is found by typing a few characters, pinyin too. */
export function EntryPick({ label, entryId, title, kinds, onPick, path }: EntryPickProps) {
  const { t } = useTranslation();
  const core = useCore();
  const [text, setText] = useState<string | null>(null);
  const asked = useSettled(text ?? '', 200);
  const found = useQuery({
    queryKey: ['library', 'browse', 'pick', asked],
    queryFn: ({ signal }) => core.library.browse({ text: asked, cursor: 0, limit: LOOKED_AT }, { signal }),
    enabled: asked.trim() !== '',
    gcTime: 20_000,
    placeholderData: keepPreviousData,
  }).data;
  const items = text === null || asked === '' ? [] : (found?.items ?? []).filter(({ kind }) => kinds.includes(kind));
  return (
    <div className="grid min-w-0 flex-1 gap-1" data-path={path}>
      <div className="flex min-w-0 items-center gap-2">
        <span className="text-small text-ink-2">{label}</span>
        <span
          className={`min-w-0 flex-1 truncate text-note ${title === undefined ? 'font-semibold text-warn' : ''}`}
          lang="zh-CN"
        >
          {title ?? (entryId === '' ? t('outline.pick.none') : t('outline.pick.gone', { id: entryId }))}
        </span>
        <Button
          size="small"
          aria-expanded={text !== null}
          aria-label={t('outline.pick.changeOf', { label, title: title ?? '' })}
          onClick={() => setText(text === null ? '' : null)}
        >
          {t(text === null ? 'outline.pick.change' : 'frame.cancel')}
        </Button>
      </div>
      {text === null ? null : (
        <>
          <SmallText label={t('outline.pick.find')} value={text} onChange={setText} />
          <ul className="grid">
            {items.slice(0, OFFERED).map((item) => (
              <li key={item.entryId}>
                <button
                  type="button"
                  lang="zh-CN"
                  onClick={() => {
                    setText(null);
                    onPick(item.entryId);
                  }}
                  className="w-full rounded-small px-2 py-1 text-left text-note hover:bg-hover"
                >
                  <b className="font-semibold">{item.title}</b>{' '}
                  <span className="text-small text-ink-2">{item.packTitle}</span>
                </button>
              </li>
            ))}
          </ul>
          {asked !== '' && found !== undefined && items.length === 0 ? (
            <p role="status" className="text-small text-ink-2">
              {t('outline.pick.nothing')}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
