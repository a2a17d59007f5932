import { useTranslation } from 'react-i18next';
import type { DraftLook, DraftView } from '#contract/workshop/views.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { useStep } from './use-workshop.ts';

interface SubmitBarProps {
  draft: DraftView;
  look: DraftLook | undefined;
  /** Keeps what was typed last; false where it could not be kept. */
  keep: () => Promise<boolean>;
  onNext: () => unknown;
}

/** Hands the draft in, or leads to what is still to be mended; or throws it away. */
export function SubmitBar({ draft, look, keep, onNext }: SubmitBarProps) {
  const { t } = useTranslation();
  const core = useCore();
  const step = useStep();
  const draftIds = [draft.draftId];
  const musts = (look?.findings ?? []).filter(({ weight }) => weight === 'must').length;
  const submit = async () => {
    if (!(await keep())) return;
    await step(() => core.workshop.submit({ draftIds }), t('workshop.submitted'));
  };
  return (
    <div className="grid gap-2 border-t border-edge px-4.5 py-3">
      {musts > 0 ? <p className="text-note text-ink-2">{t('workshop.notReady', { count: musts })}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void step(() => core.workshop.discard({ draftIds }), t('workshop.discarded'))}>
          {t('workshop.discard')}
        </Button>
        {look !== undefined && musts === 0 ? (
          <Button look="primary" className="flex-1" onClick={() => void submit()}>
            {t('workshop.submit')}
          </Button>
        ) : (
          <Button look="primary" className="flex-1" onClick={onNext} disabled={look === undefined}>
            {t('workshop.nextProblem')}
            <KeyOf id="nextProblem" bare />
          </Button>
        )}
      </div>
    </div>
  );
}
