import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { BookOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { usePacks } from './use-packs.ts';
import { useSceneLines } from './use-scene-lines.ts';

/** Looks through the library by pack and scene; a line opens on the desk. */
export function LibraryPlace() {
  const { t } = useTranslation();
  const packs = usePacks().data;
  const [packId, setPackId] = useState<string | null>(null);
  const [sceneId, setSceneId] = useState<string | null>(null);
  const pack = packs?.find((each) => each.packId === packId) ?? packs?.[0];
  const scene = pack?.scenes.find((each) => each.id === sceneId) ?? pack?.scenes[0];

  return (
    <div className="grid h-full min-h-0 grid-cols-[17rem_minmax(0,1fr)] narrow:block narrow:overflow-y-auto">
      <section
        aria-labelledby="library-heading"
        className="min-h-0 overflow-y-auto border-r border-edge bg-sunken p-3 narrow:border-r-0 narrow:border-b"
      >
        <h1 id="library-heading" className="px-2 text-head font-bold">
          {t('library.heading')}
        </h1>
        <p className="px-2 pb-3 text-small text-ink-3">{t('library.intro')}</p>
        {packs === undefined ? <Skeleton label={t('frame.loading')} /> : null}
        <ul aria-label={t('library.packs')} className="flex flex-col gap-0.5">
          {packs?.map((each) => (
            <li key={each.packId}>
              <button
                type="button"
                aria-current={each.packId === pack?.packId ? 'true' : undefined}
                onClick={() => setPackId(each.packId)}
                className={clsx(
                  'flex w-full items-baseline gap-2 rounded-base border-l-[3px] px-2.5 py-2 text-left',
                  each.packId === pack?.packId
                    ? 'border-accent bg-panel font-semibold shadow-lift'
                    : 'border-clear text-ink-2 hover:bg-hover',
                )}
              >
                <span className="min-w-0 flex-1">{each.title}</span>
                <span className="figures text-small font-normal text-ink-3">{each.entries}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="flex min-h-0 flex-col gap-3 px-7 pt-5 narrow:px-4" aria-label={t('library.lines')}>
        {pack && scene ? (
          <>
            <header>
              <h2 className="text-title font-bold">{pack.title}</h2>
              <p className="measure text-note text-ink-2">{pack.description}</p>
            </header>
            <Segmented
              label={t('search.scene')}
              value={scene.id}
              options={pack.scenes.map((each) => ({ value: each.id, content: `${each.label} ${each.entries}` }))}
              onChange={setSceneId}
            />
            <SceneLines key={`${pack.packId}/${scene.id}`} packTitle={pack.title} scene={scene.id} />
          </>
        ) : (
          <EmptyState icon={<BookOpen className="size-8" aria-hidden />} title={t('library.pick')} />
        )}
      </section>
    </div>
  );
}

const ROW_REM = 4.75;

function SceneLines({ packTitle, scene }: { packTitle: string; scene: string }) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const lines = useSceneLines(packTitle, scene).data;
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines?.length ?? 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 6,
  });

  if (lines === undefined) return <Skeleton label={t('frame.loading')} lines={6} />;
  if (lines.length === 0) return <EmptyState title={t('library.empty')}>{t('library.emptyText')}</EmptyState>;
  return (
    <div ref={box} className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-6 narrow:h-[22rem] narrow:flex-none">
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (!line) return null;
          return (
            <li
              key={line.entryId}
              ref={rows.measureElement}
              data-index={row.index}
              aria-setsize={lines.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0 pb-2"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <button
                type="button"
                onClick={() => dispatch({ type: 'opened', entryId: line.entryId })}
                className="flex w-full flex-col rounded-base border border-edge bg-panel px-4 py-2.5 text-left hover:border-accent"
              >
                <span className="flex w-full items-baseline gap-3">
                  <span className="min-w-0 flex-1 text-body font-semibold">{line.title}</span>
                  {line.stage ? (
                    <span className="text-small text-ink-3">{t(`vocabulary.stage.${line.stage}`)}</span>
                  ) : null}
                </span>
                <span className="line-clamp-1 text-note text-ink-2">{line.excerpt}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
