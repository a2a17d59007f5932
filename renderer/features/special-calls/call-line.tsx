import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import type { SpecialCallLine } from '#contract/special-calls/view.ts';
import { VariantTabs } from '#renderer/features/line/variant-tabs.tsx';

interface CallLineProps {
  line: SpecialCallLine;
  chosen: VariantName;
  onChoose: (variant: VariantName) => void;
  onFill: (name: string, value: string) => void;
}

/** The line to say, as the largest text on the screen, with what is known filled in and what is not marked. */
export function CallLine({ line, chosen, onChoose, onFill }: CallLineProps) {
  const { t } = useTranslation();
  const variants = line.variants.map(({ variant }) => variant);
  return (
    <div className="flex flex-col gap-2.5">
      <LineWords line={line} chosen={chosen} />
      {line.usable ? null : <p className="text-note text-warn">{t('specialCalls.lineNotUsable')}</p>}
      {variants.length > 1 ? (
        <VariantTabs variants={variants} chosen={variants.includes(chosen) ? chosen : 'standard'} onChoose={onChoose} />
      ) : null}
      {line.gaps.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-2 text-note">
          <span className="text-ink-2">{t('specialCalls.gaps')}</span>
          {line.gaps.map((gap) => (
            <GapInput key={gap.name} label={gap.label} onFill={(value) => onFill(gap.name, value)} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The words alone. */
export function LineWords({ line, chosen }: { line: SpecialCallLine; chosen: VariantName }) {
  const shown = line.variants.find(({ variant }) => variant === chosen) ?? line.variants[0];
  return (
    <p className="spoken measure text-line" lang="zh-CN">
      {shown?.segments.map((segment, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one text keep their order.
          key={index}
          className={
            segment.state === 'missing'
              ? 'font-semibold text-warn'
              : segment.state === 'wording'
                ? undefined
                : 'font-semibold text-accent'
          }
        >
          {segment.text}
        </span>
      ))}
    </p>
  );
}

function GapInput({ label, onFill }: { label: string; onFill: (value: string) => void }) {
  const [text, setText] = useState('');
  return (
    <input
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text.trim() !== '' && onFill(text)}
      className="h-8 w-36 rounded-small border border-warn bg-panel px-2 text-body text-ink placeholder:text-ink-3"
    />
  );
}
