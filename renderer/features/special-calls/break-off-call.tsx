import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallBreakOff } from '#contract/special-calls/terms.ts';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { AnswerButton } from '#renderer/features/conversation/answer-button.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useCallStep } from './special-call-query.ts';

const reasons = Object.keys({
  callerGone: true,
  lineLost: true,
  takenOver: true,
  startedByMistake: true,
} satisfies Record<SpecialCallBreakOff, true>) as SpecialCallBreakOff[];

interface BreakOffCallProps {
  view: SpecialCallView;
  onDone: (view: SpecialCallView) => void;
  onCancel: () => void;
}

/** Stops a call before its end; what was taken down stays, and it is recorded as what it is. */
export function BreakOffCall({ view, onDone, onCancel }: BreakOffCallProps) {
  const { t } = useTranslation();
  const step = useCallStep();
  const [note, setNote] = useState('');
  const stop = async (reason: SpecialCallBreakOff) => {
    const after = await step((calls) => calls.breakOff({ specialCallId: view.id, reason, note }));
    if (after) onDone(after);
  };
  useShortcut('answer', ({ digit }) => {
    const reason = reasons[digit - 1];
    return reason ? void stop(reason) : false;
  });
  useShortcut('clearSearch', onCancel);
  return (
    <footer className="flex flex-col gap-3 border-t border-edge px-6 py-4">
      <h2 className="text-head font-semibold">{t('specialCalls.breakOffTitle')}</h2>
      <Field
        label={t('specialCalls.note')}
        autoFocus
        autoComplete="off"
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="flex flex-wrap items-center gap-2">
        {reasons.map((reason, index) => (
          <AnswerButton
            key={reason}
            label={t(`specialCalls.breakOffReason.${reason}`)}
            number={index + 1}
            onChoose={() => void stop(reason)}
          />
        ))}
        <Button className="ml-auto" onClick={onCancel}>
          {t('specialCalls.cancel')}
        </Button>
      </div>
    </footer>
  );
}
