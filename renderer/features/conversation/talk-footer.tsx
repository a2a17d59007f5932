import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { sayMissing } from './say-missing.ts';

interface TalkFooterProps {
  view: ConversationView;
  /** This screen's one filled button is here. */
  filled: boolean;
  /** Somebody tried to go on although something is missing. */
  pointed: boolean;
  onBack: () => void;
  onNext: () => void;
}

const REASON_ID = 'next-missing';

/** Back and on; what still blocks the way on stands above it. */
export function TalkFooter({ view, filled, pointed, onBack, onNext }: TalkFooterProps) {
  const { t } = useTranslation();
  const { next, back } = view;
  const list = next.missing.map((one) => sayMissing(one, t)).join(t('frame.listJoin'));
  const look = next.allowed && filled ? 'primary' : 'plain';
  return (
    <div className="sticky bottom-0 z-10 mt-auto flex flex-col gap-1.5 border-t border-edge bg-panel px-4.5 pt-2 pb-3">
      {next.allowed ? null : (
        <p
          id={REASON_ID}
          aria-live={pointed ? 'polite' : 'off'}
          className={`line-clamp-2 text-small ${pointed ? 'font-semibold text-warn' : 'text-ink-2'}`}
        >
          {t('conversation.missingLead', { count: next.missing.length, list })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {back === null ? null : (
          <Button className="flex-auto px-2.5!" onClick={onBack}>
            {t('conversation.back')}
            <KeyOf id="stageBack" />
          </Button>
        )}
        <Button
          className={clsx(
            'flex-[2_1_auto] px-2.5!',
            !next.allowed && 'border-clear! bg-accent-soft! font-semibold text-accent!',
          )}
          look={look}
          onClick={onNext}
          aria-describedby={next.allowed ? undefined : REASON_ID}
        >
          {next.kind === 'finish' || next.to === null
            ? t('conversation.finish')
            : t('conversation.advance', { stage: t(`vocabulary.stage.${next.to}`) })}
          <KeyOf id="stageOn" bare={look === 'primary'} />
        </Button>
      </div>
    </div>
  );
}
