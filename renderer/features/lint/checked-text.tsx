import clsx from 'clsx';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audience, LintFinding } from '#contract/lint.ts';
import type { Cause } from '#contract/site-rules.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { splitByMarks } from '#renderer/features/search/marked-text.tsx';
import { FindingNote } from './finding-note.tsx';
import { fittingRewording, nearestFinding, useLiveCheck } from './use-live-check.ts';

interface CheckedTextProps {
  ref?: Ref<HTMLTextAreaElement>;
  id?: string;
  label: string;
  value: string;
  maxLength: number;
  placeholder?: string;
  tall?: boolean;
  /** Whom the text is for; a record by default. Words of the trade are minded only before a customer. */
  audience?: Audience;
  /** Whose doing it was, when that is known: it decides how much one may promise. */
  cause?: Cause | null;
  /** `composing`: an input method is still choosing characters. */
  onChange: (value: string, composing: boolean) => void;
  onBlur?: () => void;
}

/** Longest note and longest record, in UTF-16 units, as the core takes them. */
export const LONGEST_TEXT = 4_000;
const SHOWN_FINDINGS = 2;
/** Both layers must break their lines alike, or the waves stand under other words. */
const layer =
  'w-full rounded-base border px-3 py-2 text-body leading-relaxed whitespace-pre-wrap wrap-anywhere break-normal [scrollbar-gutter:stable]';

/** A text that is checked while it is typed: what must not be said is underlined, with its reason and a rewording below. */
export function CheckedText(props: CheckedTextProps) {
  const { label, value, onChange, tall = false, audience = 'record', cause = null } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const waves = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const [composing, setComposing] = useState(false);
  const [caret, setCaret] = useState(0);
  const found = useLiveCheck(value, audience, cause);
  const findings = composing ? [] : found;
  useImperativeHandle(props.ref, () => field.current as HTMLTextAreaElement);

  const count = findings.length;
  useEffect(() => {
    // The rewording must not stay hidden below the edge of the column.
    if (count > 0 && document.activeElement === field.current) below.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);

  const take = (finding: LintFinding) => {
    const box = field.current;
    if (!box) return;
    box.focus();
    box.setSelectionRange(finding.start, finding.end);
    // Typed like this, the browser's own undo takes it back.
    const rewording = fittingRewording(finding, value);
    if (document.execCommand?.('insertText', false, rewording)) return;
    onChange(value.slice(0, finding.start) + rewording + value.slice(finding.end), false);
  };
  useShortcut('takeRewording', () => {
    const finding = nearestFinding(findings, field.current?.selectionStart ?? 0);
    return finding ? take(finding) : false;
  });

  const nearest = nearestFinding(findings, caret);
  const shown = findings.length <= SHOWN_FINDINGS ? findings : findings.filter((each) => each === nearest);
  const height = tall ? 'min-h-48' : 'min-h-[4.25rem] max-h-56';
  return (
    <div>
      <div className="relative">
        <div
          ref={waves}
          aria-hidden="true"
          className={clsx(layer, height, 'absolute inset-0 overflow-hidden border-clear text-clear')}
        >
          <Waves text={value} findings={findings} />
        </div>
        <textarea
          ref={field}
          id={props.id}
          aria-label={label}
          aria-describedby={findings.length > 0 && props.id ? `${props.id}-found` : undefined}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          spellCheck={false}
          value={value}
          onChange={(event) =>
            onChange(event.target.value, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)
          }
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={(event) => {
            setComposing(false);
            onChange(event.currentTarget.value, false);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onScroll={(event) => {
            if (waves.current) waves.current.scrollTop = event.currentTarget.scrollTop;
          }}
          onBlur={props.onBlur}
          className={clsx(
            layer,
            height,
            'relative block field-sizing-content resize-none overflow-y-auto border-edge-field bg-clear text-ink placeholder:text-ink-3',
          )}
        />
      </div>
      <div ref={below} id={props.id ? `${props.id}-found` : undefined} aria-live="polite">
        {findings.length > 0 ? <p className="sr-only">{t('lint.found', { count: findings.length })}</p> : null}
        {shown.map((finding) => (
          <FindingNote
            key={`${finding.ruleId}-${finding.start}`}
            finding={finding}
            withKey={finding === nearest}
            onTake={() => take(finding)}
          />
        ))}
        {findings.length > shown.length ? (
          <p className="mt-1 text-small text-ink-2">{t('lint.more', { count: findings.length - shown.length })}</p>
        ) : null}
      </div>
    </div>
  );
}

function Waves({ text, findings }: { text: string; findings: readonly LintFinding[] }) {
  let at = 0;
  const pieces = splitByMarks(
    text,
    findings.map(({ start, end }) => [start, end]),
  ).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.marked ? (
      <span key={key} className="underline decoration-never decoration-wavy underline-offset-4">
        {piece.text}
      </span>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
  // A last line break shows only with something after it.
  return [...pieces, '\u200b'];
}
