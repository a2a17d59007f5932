import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ImportChoose } from './import-choose.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportReading } from './import-reading.tsx';
import { useImport } from './use-import.ts';

interface ImportSheetProps {
  personName: string;
  onClose: () => void;
  onDrafts: () => void;
}

/** From a team's file to drafts: choose, watch it being read, look at what would come of it, take what is good. */
export function ImportSheet({ personName, onClose, onDrafts }: ImportSheetProps) {
  const { t } = useTranslation();
  const running = useImport();
  const { stage } = running;
  return (
    <Dialog title={t('exchange.import.title')} description={t('exchange.import.intro')} wide onClose={onClose}>
      {stage.stage === 'choose' ? (
        <ImportChoose personName={personName} trouble={stage.trouble} onFile={running.read} />
      ) : null}
      {stage.stage === 'reading' ? (
        <ImportReading name={stage.name} progress={stage.progress} onStop={running.stop} />
      ) : null}
      {stage.stage === 'preview' ? (
        <ImportPreview
          summary={stage.summary}
          applying={stage.applying}
          trouble={stage.trouble}
          onApply={(leaveOut) => void running.apply(stage.summary, leaveOut)}
          onAgain={running.again}
          onGone={running.gone}
        />
      ) : null}
      {stage.stage === 'done' ? (
        <div role="status" className="flex flex-col items-center gap-3 py-8 text-center">
          <CircleCheck className="size-8 text-ok" aria-hidden />
          <p className="text-head font-semibold">{t('exchange.import.applied', { count: stage.drafts })}</p>
          <p className="measure text-note text-ink-2">
            {stage.replaced > 0 ? t('exchange.import.appliedReplaced', { count: stage.replaced }) : null}
            {t('exchange.import.nothingYetText')}
          </p>
          <div className="flex gap-2.5">
            <Button look="primary" onClick={onDrafts} autoFocus>
              {t('exchange.import.seeDrafts')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('frame.close')}
            </Button>
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
