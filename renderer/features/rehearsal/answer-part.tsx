import { keepPreviousData, useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerWay } from '#contract/rehearsal/terms.ts';
import type { RunView } from '#contract/rehearsal/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { CheckedText } from '#renderer/features/lint/checked-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { ChoiceList, type Said } from './choice-list.tsx';
import { FindLine } from './find-line.tsx';

interface AnswerPartProps {
  run: RunView;
  turn: NonNullable<RunView['turn']>;
  way: AnswerWay;
  onWay: (way: AnswerWay) => void;
  /** The first sign that an answer is on its way. */
  onBegin: () => void;
  onSay: (said: Said) => void;
  clock: ReactNode;
  children: ReactNode;
}

const LONGEST = 1_000;
const WEIGH_AFTER_MS = 250;

/** The answer to the customer: one of those offered, own words checked as they are typed, or a line found by searching. */
export function AnswerPart({ run, turn, way, onWay, onBegin, onSay, clock, children }: AnswerPartProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [entryId, setEntryId] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const found = useWeighed(run.runId, way === 'choice' ? '' : text);
  const said = text.trim();

  const say = () => {
    if (said === '') return;
    onSay({ way: entryId === null ? 'free' : 'desk', text: said, ...(entryId === null ? {} : { entryId }) });
  };
  useShortcut('sayLine', () => (way === 'choice' ? false : say()));
  useEffect(() => {
    part.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    if (way === 'free') box.current?.focus();
  }, [way]);

  const seconds = Math.round(([...said].length / 120) * 60);
  return (
    <div ref={part} className="flex flex-1 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <ChoiceChips
          size="base"
          label={t('rehearsal.way')}
          value={way}
          options={(['choice', 'free', 'desk'] as const).map((value) => ({
            value,
            content: t(`rehearsal.ways.${value}`),
          }))}
          onChange={onWay}
        />
        <KeyOf id="answerWay" />
        {clock}
      </div>
      {way === 'choice' ? <ChoiceList turn={turn} onSay={onSay} /> : null}
      {way === 'desk' ? (
        <FindLine
          customerName={run.customer.name}
          channel={run.customer.channel}
          onType={onBegin}
          onTake={(taken) => {
            setText(taken.text);
            setEntryId(taken.entryId);
            box.current?.focus();
          }}
        />
      ) : null}
      {way === 'choice' ? null : (
        <div>
          <CheckedText
            ref={box}
            id="rehearsal-answer"
            label={t('rehearsal.own')}
            audience="customer"
            maxLength={LONGEST}
            placeholder={t('rehearsal.ownPlaceholder')}
            value={text}
            onChange={(value) => {
              onBegin();
              setText(value);
              if (value.trim() === '') setEntryId(null);
            }}
          />
          <p className="mt-1 text-right text-small text-ink-3">
            {t('rehearsal.length', { count: [...said].length, seconds })}
          </p>
        </div>
      )}
      {way === 'choice' ? null : (
        <ul className="flex flex-wrap gap-1.5">
          {turn.needs.map((element) => (
            <li
              key={element}
              className={clsx(
                'inline-flex items-center gap-1 rounded-full border px-3 py-0.5 text-note',
                found.has(element)
                  ? 'border-clear bg-accent-soft font-semibold text-accent'
                  : 'border-edge-strong text-ink-2',
              )}
            >
              {found.has(element) ? <Check className="size-3.5" aria-hidden /> : null}
              {t(`rehearsal.element.${element}`)}
            </li>
          ))}
        </ul>
      )}
      {turn.hint === null ? null : (
        <p role="status" className="rounded-base bg-accent-soft px-3.5 py-2 text-note">
          {t('rehearsal.hintText', {
            list: turn.hint.elements.map((element) => t(`rehearsal.element.${element}`)).join(t('rehearsal.listJoin')),
          })}
          {turn.hint.lineId === null ? '' : ` ${t('rehearsal.hintLine')}`}
        </p>
      )}
      <div className="mt-auto flex flex-wrap gap-2.5 pt-2">
        {way === 'choice' ? null : (
          <Button look="primary" aria-disabled={said === ''} onClick={say}>
            {t('rehearsal.say')}
            <KeyOf id="sayLine" bare />
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}

/** What the words being typed already hold of what is needed, a moment after the last key. */
function useWeighed(runId: string, text: string): ReadonlySet<string> {
  const core = useCore();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WEIGH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const weighed = useQuery({
    queryKey: ['rehearsal', 'weigh', runId, settled],
    queryFn: ({ signal }) => core.rehearsal.weigh({ runId, text: settled }, { signal }),
    enabled: settled.trim() !== '' && text.trim() !== '',
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  return new Set(text.trim() === '' ? [] : weighed.data?.found);
}
