import { useTranslation } from 'react-i18next';
import type { PlayStep, PlayView } from '#contract/workshop/play.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { sayMissing } from '#renderer/features/conversation/say-missing.ts';
import { sayRefusal } from '#renderer/features/conversation/say-refusal.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { PlayStage } from './play-stage.tsx';
import { PlayTable } from './play-table.tsx';
import { usePlay } from './use-play.ts';

interface PlaySheetProps {
  packId: string;
  entry: LooseEntry;
  onClose: () => void;
}

/** A draft tried out with the engine that leads conversations. Nothing of it is recorded. */
export function PlaySheet({ packId, entry, onClose }: PlaySheetProps) {
  const { t } = useTranslation();
  const { view, refused, count, take, back, again } = usePlay(packId, entry);
  const onlyTable = entry.kind === 'decisionTable';
  return (
    <Dialog
      title={t('outline.play.title')}
      description={view ? t('outline.play.intro', { flow: view.flowTitle }) : t('outline.play.nothing')}
      wide
      onClose={onClose}
    >
      <div className="grid gap-4">
        {view === undefined ? <Skeleton label={t('frame.loading')} lines={5} /> : null}
        {view === null ? <p className="text-body">{t('outline.play.unplayable')}</p> : null}
        {view ? <Played view={view} onlyTable={onlyTable} onTake={take} /> : null}
        {refused === null ? null : (
          <p role="alert" className="rounded-base bg-warn-soft px-3.5 py-2 text-note">
            {sayRefusal(refused.reason, t)}{' '}
            <span lang="zh-CN">{refused.missing.map((one) => sayMissing(one, t)).join(t('frame.listJoin'))}</span>
          </p>
        )}
        <div className="flex flex-wrap gap-2 border-t border-edge pt-3">
          <Button aria-disabled={count === 0} onClick={back}>
            {t('outline.play.back')}
          </Button>
          <Button aria-disabled={count === 0} onClick={again}>
            {t('outline.play.again')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface PlayedProps {
  view: PlayView;
  onlyTable: boolean;
  onTake: (step: PlayStep) => void;
}

function Played({ view, onlyTable, onTake }: PlayedProps) {
  const { t } = useTranslation();
  if (view.state === 'finished') {
    return (
      <p role="status" className="rounded-base bg-accent-soft px-3.5 py-2 text-body font-semibold">
        {t('outline.play.finished')}
      </p>
    );
  }
  return (
    <>
      {view.table ? <PlayTable table={view.table} onTake={onTake} /> : null}
      {onlyTable ? null : <PlayStage view={view} onTake={onTake} />}
    </>
  );
}
