import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useShowing } from './use-showing.ts';

/** Says that a customer can read something now; one key, from anywhere, takes it away. */
export function ShowingMark() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const showing = useShowing();
  const blank = () => {
    core.counter.blank().then(
      () => tell({ tone: 'done', title: t('counter.blanked') }),
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };
  useShortcut('blankSlip', () => (showing ? blank() : false));
  if (!showing) return null;
  return (
    <div className="fixed bottom-4 left-(--rail) z-30 ml-4">
      <button
        type="button"
        onClick={blank}
        className="flex items-center gap-2 rounded-full border border-edge-strong bg-panel px-3.5 py-1.5 text-note shadow-float hover:bg-hover"
      >
        <EyeOff className="size-4 text-warn" aria-hidden />
        {t('counter.showing')} · {t('counter.blank')}
        <KeyOf id="blankSlip" />
      </button>
    </div>
  );
}
