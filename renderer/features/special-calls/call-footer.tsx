import { useTranslation } from 'react-i18next';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { AnswerButton } from '#renderer/features/conversation/answer-button.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import type { NextMove } from './next-move.ts';
import { WaitRing } from './wait-ring.tsx';

interface CallFooterProps {
  view: SpecialCallView;
  move: NextMove;
  waitedMs: number;
  pointed: boolean;
  onAnswer: (answerId: string) => void;
  onSkip: () => void;
  onBack: () => void;
}

const REASON_ID = 'special-call-blocked';

/** How they answer, how long there is still to wait, and the one button for what comes next. */
export function CallFooter({ view, move, waitedMs, pointed, onAnswer, onSkip, onBack }: CallFooterProps) {
  const { t } = useTranslation();
  const { step } = view;
  const blocked = move.kind === 'fill' || move.kind === 'wait' || move.kind === 'answer';
  const reason =
    move.kind === 'fill'
      ? t('specialCalls.missingLead', { list: step.missing.map(({ label }) => label).join(t('frame.listJoin')) })
      : move.kind === 'answer'
        ? t('specialCalls.chooseAnswer')
        : '';
  return (
    <footer className="flex flex-col gap-3 border-t border-edge px-6 py-4">
      {step.answers.length === 0 ? null : (
        <fieldset
          aria-label={t('specialCalls.answers')}
          className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-2"
        >
          {step.answers.map(({ id, label }, index) => (
            <AnswerButton key={id} label={label} number={index + 1} onChoose={() => onAnswer(id)} />
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {step.wait ? <WaitRing wait={step.wait} waitedMs={waitedMs} /> : null}
        {reason === '' ? null : (
          <p id={REASON_ID} className={pointed ? 'text-note font-semibold text-warn' : 'text-note text-ink-2'}>
            {reason}
          </p>
        )}
        <span className="ml-auto flex flex-wrap gap-2">
          {view.back === null ? null : (
            <Button onClick={onBack}>
              {t('specialCalls.back')}
              <KeyOf id="stageBack" />
            </Button>
          )}
          {move.kind === 'wait' ? <Button onClick={onSkip}>{t('specialCalls.skipWait')}</Button> : null}
          <Button
            type="submit"
            data-next-move=""
            look={blocked ? 'plain' : 'primary'}
            aria-disabled={blocked}
            aria-describedby={reason === '' ? undefined : REASON_ID}
            className="min-w-44"
          >
            <MoveWords view={view} move={move} waitedMs={waitedMs} />
            <KeyOf id="stageOn" bare={!blocked} />
          </Button>
        </span>
      </div>
    </footer>
  );
}

function MoveWords({ view, move, waitedMs }: Pick<CallFooterProps, 'view' | 'move' | 'waitedMs'>) {
  const { t } = useTranslation();
  switch (move.kind) {
    case 'say':
      return t(move.on ? 'specialCalls.saidAndOn' : 'specialCalls.said');
    case 'readBack':
      return t('specialCalls.didReadBack');
    case 'wait': {
      const left = Math.max(0, Math.ceil(((view.step.wait?.seconds ?? 0) * 1_000 - waitedMs) / 1_000));
      return t('specialCalls.waiting', { seconds: left });
    }
    case 'end':
      return t('specialCalls.end', { ending: view.step.ending });
    case 'goOn':
      return t(move.silent ? 'specialCalls.onSilent' : 'specialCalls.on');
    case 'fill':
      return view.step.way === 'end' ? t('specialCalls.end', { ending: view.step.ending }) : t('specialCalls.on');
    case 'answer':
      return t('specialCalls.on');
    default:
      return move satisfies never;
  }
}
