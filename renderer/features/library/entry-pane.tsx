import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { ArrowLeft, History, Pencil, Star, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUsability } from '#contract/library.ts';
import type { EntryDetail } from '#contract/library-browse.ts';
import { isPersonalEntry } from '#contract/personal-entry.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useLine } from '#renderer/features/line/line-query.ts';
import { useFavourite } from '#renderer/features/line/use-favourite.ts';
import { WithdrawDoor } from '#renderer/features/releases/withdraw-door.tsx';
import { EditDoor } from '#renderer/features/workshop/edit-door.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { EntryBody } from './entry/entry-body.tsx';
import { EntryLink, LinksPart, LinksProvider } from './entry/reading-parts.tsx';
import { WordingEntry } from './entry/wording-entry.tsx';
import { sayState } from './state-mark.tsx';
import { HistorySheet } from './versions/history-sheet.tsx';

interface EntryPaneProps {
  entryId: string;
  /** There is an entry before this one to go back to. */
  canGoBack: boolean;
  onBack: () => void;
  onOpen: (entryId: string) => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** Reads one entry of any kind; lines lead on to the desk. */
export function EntryPane(props: EntryPaneProps) {
  const { entryId } = props;
  const personal = isPersonalEntry(entryId);
  const detail = useEntry(personal ? null : entryId);
  const wording = personal || detail?.entry.kind === 'line' || detail?.entry.kind === 'courtesy';
  const { t } = useTranslation();
  if (!personal && detail?.entryId !== entryId) return <Skeleton label={t('frame.loading')} lines={8} />;
  return wording ? (
    <WordingReading {...props} detail={detail} />
  ) : detail ? (
    <LinksProvider titles={detail.titles} onOpen={props.onOpen}>
      <Frame
        {...props}
        wording={false}
        title={detail.entry.title}
        favourite={detail.favourite}
        detail={detail}
        usability={detail.usability}
      >
        <EntryBody entry={detail.entry} />
      </Frame>
    </LinksProvider>
  ) : null;
}

export function useEntry(entryId: string | null): EntryDetail | undefined {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'entry', entryId],
    queryFn: ({ signal }) => core.library.entry({ entryId: entryId ?? '' }, { signal }),
    enabled: entryId !== null,
    gcTime: 20_000,
  }).data;
}

function WordingReading({ detail, ...props }: EntryPaneProps & { detail: EntryDetail | undefined }) {
  const { t } = useTranslation();
  const line = useLine(props.entryId, {}).data;
  if (line?.entryId !== props.entryId) return <Skeleton label={t('frame.loading')} lines={8} />;
  return (
    <LinksProvider titles={detail?.titles ?? {}} onOpen={props.onOpen}>
      <Frame
        {...props}
        wording
        title={line.title}
        favourite={line.favourite}
        detail={detail}
        usability={line.usability}
      >
        <WordingEntry line={line} onOpen={props.onOpen} />
      </Frame>
    </LinksProvider>
  );
}

interface FrameProps extends EntryPaneProps {
  /** It can be said: it leads to the desk. */
  wording: boolean;
  title: string;
  favourite: boolean;
  detail: EntryDetail | undefined;
  usability: LineUsability;
  children: ReactNode;
}

function Frame({ entryId, wording, title, favourite, detail, usability, children, ...on }: FrameProps) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const setFavourite = useFavourite();
  const [history, setHistory] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Somebody opened the entry before it was read: the focus waits in the pane and goes on to its first action.
    if (document.activeElement?.matches('[data-entry-pane]')) first.current?.focus();
  }, []);
  useShortcut('toggleFavourite', () => setFavourite(entryId, !favourite));
  useShortcut('showVersions', () => (detail ? setHistory(true) : false));
  const crumbs = detail
    ? [t(`library.kind.${detail.entry.kind}`), detail.packTitle, detail.sceneLabel].filter((part) => part !== '')
    : [t('library.view.personal')];
  return (
    <article className="grid gap-4 px-7 py-5 narrow:px-4">
      {on.canGoBack ? (
        <Button look="quiet" size="small" className="justify-self-start" onClick={on.onBack}>
          <ArrowLeft className="size-4" aria-hidden />
          {t('library.back')}
        </Button>
      ) : null}
      <header>
        <p className="text-small text-ink-3">{[...new Set(crumbs)].join(' › ')}</p>
        <h2 className="text-title font-bold" lang="zh-CN">
          {title}
        </h2>
      </header>
      {usability.state === 'inForce' ? null : (
        <Banner
          tone="warn"
          title={sayState(usability, t)}
          action={usability.replacedBy ? <EntryLink entryId={usability.replacedBy.entryId} /> : undefined}
        >
          {usability.replacedBy ? t('library.replacedBy') : t('library.noReplacement')}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {wording ? (
          <Button ref={first} look="primary" data-first-action="" onClick={() => dispatch({ type: 'opened', entryId })}>
            {t('library.toDesk')}
          </Button>
        ) : null}
        <Button onClick={() => setFavourite(entryId, !favourite)} aria-pressed={favourite}>
          <Star className={clsx('size-4', favourite ? 'fill-current text-accent' : 'text-ink-2')} aria-hidden />
          {t('library.favourite')}
          <KeyOf id="toggleFavourite" />
        </Button>
        {detail && usability.state !== 'withdrawn' ? <EditDoor entryId={entryId} /> : null}
        {detail && usability.state !== 'withdrawn' ? <WithdrawDoor entryId={entryId} title={title} /> : null}
        {detail ? (
          <Button onClick={() => setHistory(true)}>
            <History className="size-4 text-ink-2" aria-hidden />
            {t('library.history')}
            <KeyOf id="showVersions" />
          </Button>
        ) : (
          <>
            <Button onClick={on.onEdit}>
              <Pencil className="size-4 text-ink-2" aria-hidden />
              {t('library.edit')}
            </Button>
            <Button onClick={on.onRemove}>
              <Trash2 className="size-4 text-ink-2" aria-hidden />
              {t('library.remove')}
            </Button>
          </>
        )}
      </div>
      {children}
      {detail ? (
        <>
          <LinksProvider
            titles={Object.fromEntries(detail.namedBy.map((each) => [each.entryId, each.title]))}
            onOpen={on.onOpen}
          >
            <LinksPart heading={t('library.namedBy')} entryIds={detail.namedBy.map((each) => each.entryId)} />
          </LinksProvider>
          <About detail={detail} />
        </>
      ) : null}
      {history ? <HistorySheet entryId={entryId} onClose={() => setHistory(false)} /> : null}
    </article>
  );
}

function About({ detail: { entry } }: { detail: EntryDetail }) {
  const { t } = useTranslation();
  // A line shows this among its own rows.
  if (entry.kind === 'line' || entry.kind === 'courtesy') return null;
  const { provenance } = entry;
  return (
    <section className="text-small text-ink-3">
      <h3 className="sr-only">{t('library.aboutEntry')}</h3>
      <p>
        {[
          t('line.version', { version: provenance.version }),
          t('line.since', { day: provenance.effectiveFrom }),
          t('line.owner', { owner: provenance.owner }),
          t('library.dueReview', { days: provenance.reviewEveryDays }),
        ].join(' · ')}
      </p>
      {provenance.changeNote === '' ? null : <p lang="zh-CN">{provenance.changeNote}</p>}
    </section>
  );
}
