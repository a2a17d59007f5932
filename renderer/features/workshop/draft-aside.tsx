import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftLook } from '#contract/workshop/views.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { useSettled } from './use-workshop.ts';

interface DraftAsideProps {
  packId: string;
  entry: LooseEntry;
  look: DraftLook | undefined;
  /** The one that is being written: it is read aloud. */
  variant: VariantName;
  onAddColloquial: (text: string) => void;
  onVariant: (variant: VariantName) => void;
}

const RANK_AFTER_MS = 700;

/** How a draft sounds in every variant, and which searches would find it. */
export function DraftAside({ packId, entry, look, variant: written, onAddColloquial, onVariant }: DraftAsideProps) {
  const { t } = useTranslation();
  const aloud = look?.readings.find(({ variant }) => variant === written) ?? look?.readings[0];
  return (
    <>
      <section aria-labelledby="workshop-heard" className="grid gap-2">
        <h2 id="workshop-heard" className="text-note font-semibold">
          {t('workshop.heard.title')}
        </h2>
        {(look?.preview ?? []).map(({ variant, segments }) => {
          const reading = look?.readings.find((each) => each.variant === variant);
          const tooLong = variant !== 'written' && (reading?.longestSentence ?? 0) > (look?.longestAllowed ?? 0);
          return (
            <button
              key={variant}
              type="button"
              onClick={() => onVariant(variant)}
              className="grid gap-1 rounded-large bg-sunken px-3.5 py-2.5 text-left hover:bg-hover"
            >
              <span className="text-small text-ink-2">{t(`line.variant.${variant}`)}</span>
              <span className="spoken text-body" lang="zh-CN">
                {segments.map((segment, index) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move.
                    key={index}
                    className={segment.variable === undefined ? undefined : 'font-semibold text-accent'}
                  >
                    {segment.text}
                  </span>
                ))}
              </span>
              {reading ? (
                <span className={`figures text-small ${tooLong ? 'text-warn' : 'text-ink-2'}`}>
                  {t('workshop.heard.reading', {
                    seconds: reading.seconds,
                    characters: reading.characters,
                    longest: reading.longestSentence,
                    allowed: look?.longestAllowed ?? 0,
                  })}
                </span>
              ) : null}
            </button>
          );
        })}
        {aloud === undefined || look === undefined ? null : (
          <ReadAloud
            key={aloud.variant}
            characters={aloud.characters}
            seconds={aloud.seconds}
            charactersPerMinute={look.charactersPerMinute}
          />
        )}
        {look?.preview.length === 0 ? <p className="text-note text-ink-2">{t('workshop.heard.nothing')}</p> : null}
      </section>
      {entry.kind === 'line' || entry.kind === 'courtesy' ? (
        <Ranks packId={packId} entry={entry} onAdd={onAddColloquial} />
      ) : null}
      {entry.kind === 'fragment' || entry.kind === 'article' ? <Effect entry={entry} /> : null}
    </>
  );
}

function Ranks({ packId, entry, onAdd }: { packId: string; entry: LooseEntry; onAdd: (text: string) => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const [typed, setTyped] = useState('');
  const settled = useSettled(entry, RANK_AFTER_MS);
  const asked = useSettled(typed);
  const found = useQuery({
    queryKey: ['library', 'workshop', 'ranks', packId, settled, asked],
    queryFn: ({ signal }) => core.workshop.ranks({ packId, entry: settled, typed: asked }, { signal }),
    gcTime: 20_000,
    placeholderData: keepPreviousData,
  }).data;
  return (
    <section aria-labelledby="workshop-ranks" className="grid gap-2">
      <h2 id="workshop-ranks" className="text-note font-semibold">
        {t('workshop.ranks.title')}
      </h2>
      <Field
        label={t('workshop.ranks.try')}
        lang="zh-CN"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul aria-labelledby="workshop-ranks" className="grid">
        {(found?.ranks ?? []).map(({ text, from, rank, times }) => (
          <li key={text} className="flex items-baseline gap-2 border-t border-edge py-1 text-note">
            <span className="min-w-0 flex-1 truncate" lang="zh-CN">
              {text}
            </span>
            <span className="shrink-0 text-small text-ink-2">
              {times > 0 ? t('workshop.ranks.failedTimes', { count: times }) : t(`workshop.ranks.from.${from}`)}
            </span>
            <b
              className={`figures w-14 shrink-0 text-right font-semibold ${rank === null ? 'text-warn' : 'text-accent'}`}
            >
              {rank === null ? t('workshop.ranks.notFound') : t('workshop.ranks.place', { place: rank })}
            </b>
          </li>
        ))}
      </ul>
      {(found?.suggestions ?? []).map(({ text, times }) => (
        <p key={text} className="flex flex-wrap items-center gap-2 rounded-base bg-warn-soft px-3 py-1.5 text-note">
          <span className="min-w-0 flex-1" lang="zh-CN">
            {t('workshop.ranks.suggestion', { text, count: times })}
          </span>
          <Button size="small" onClick={() => onAdd(text)}>
            {t('workshop.ranks.add')}
            <span className="sr-only" lang="zh-CN">
              {text}
            </span>
          </Button>
        </p>
      ))}
    </section>
  );
}

function Effect({ entry }: { entry: LooseEntry }) {
  const { t } = useTranslation();
  const core = useCore();
  const settled = useSettled(entry);
  const effect = useQuery({
    queryKey: ['library', 'workshop', 'effect', settled],
    queryFn: ({ signal }) => core.workshop.effect({ entry: settled }, { signal }),
    gcTime: 20_000,
    placeholderData: keepPreviousData,
  }).data;
  return (
    <section aria-labelledby="workshop-effect" className="grid gap-2">
      <h2 id="workshop-effect" className="text-note font-semibold">
        {t(entry.kind === 'article' ? 'workshop.effect.cited' : 'workshop.effect.title', {
          count: effect?.length ?? 0,
        })}
      </h2>
      {entry.kind === 'article' && entry['status'] === 'superseded' && effect?.length ? (
        <p className="rounded-base bg-warn-soft px-3 py-1.5 text-note text-warn">{t('workshop.effect.flagged')}</p>
      ) : null}
      {(effect ?? []).map(({ entryId, variant, title, packTitle, parts, tooLong }) => (
        <div key={`${entryId} ${variant}`} className="rounded-base border border-edge px-3 py-2 text-note" lang="zh-CN">
          <p className="text-small text-ink-2">
            {packTitle} · {title}
            {variant === null ? null : ` · ${t(`line.variant.${variant}`)}`}
          </p>
          <p className="spoken">
            {parts.map(({ kind, text }, index) =>
              kind === 'same' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
                <span key={index}>{text}</span>
              ) : kind === 'removed' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
                <del key={index} className="text-never">
                  {text}
                </del>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
                <ins key={index} className="bg-accent-soft text-accent">
                  {text}
                </ins>
              ),
            )}
          </p>
          {tooLong ? <p className="text-small text-warn">{t('workshop.effect.tooLong')}</p> : null}
        </div>
      ))}
    </section>
  );
}
