import type { Segment } from '#contract/library.ts';
import { GapField } from './gap-field.tsx';
import { GapMark } from './gap-mark.tsx';

interface LineTextProps {
  segments: readonly Segment[];
  labels: ReadonlyMap<string, string>;
  values: Readonly<Record<string, string>>;
  /** The variable whose field is open, at its first place in the text. */
  asking: string | null;
  onAsk: (name: string) => void;
  onFill: (name: string, value: string) => void;
  onNext: (name: string) => void;
  onLeave: (how: 'escape' | 'blur') => void;
}

/** The wording as it will be said: plain text, filled variables in the accent colour, open gaps in amber. */
export function LineText(props: LineTextProps) {
  const { segments, labels, values, asking } = props;
  let fieldShown = false;
  let at = 0;
  return segments.map((segment, index) => {
    const key = `${index}-${segment.variable ?? at}`;
    at += segment.text.length;
    const name = segment.variable;
    if (name === undefined) return <span key={key}>{segment.text}</span>;
    const label = labels.get(name) ?? name;
    if (name === asking && !fieldShown) {
      fieldShown = true;
      return (
        <GapField
          key={`ask-${name}`}
          label={label}
          value={values[name] ?? ''}
          onChange={(value) => props.onFill(name, value)}
          onNext={() => props.onNext(name)}
          onLeave={props.onLeave}
        />
      );
    }
    return (
      <GapMark
        key={key}
        label={label}
        text={segment.text}
        open={segment.state === 'missing'}
        onAsk={() => props.onAsk(name)}
      />
    );
  });
}
