import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftLook, OutlineGap } from '#contract/workshop/views.ts';

interface CompletenessProps {
  kind: string;
  look: DraftLook | undefined;
  onGo: (path: string) => void;
}

/** What is held true of a complete table or flow, and the gaps that break it. */
const checks: Record<'table' | 'flow', Record<string, readonly OutlineGap[]>> = {
  table: {
    answersLead: ['openAnswer', 'fewAnswers', 'noStart', 'twice'],
    allReached: ['unreachable'],
    noCircle: ['circle', 'noEnd'],
    cannotTell: ['cannotTell'],
    lineAndAction: ['noLine', 'noField', 'noWords'],
    otherWay: ['noOtherWay'],
  },
  flow: { wayThrough: ['stuck'], wordsThere: ['noWords'], linesThere: ['noLine'] },
};
type CheckName = 'answersLead';

/** Whether it is complete, found by going through all of it with the engine while it is written. */
export function Completeness({ kind, look, onGo }: CompletenessProps) {
  const { t } = useTranslation();
  if (look === undefined) return <div className="flex-1" />;
  const gaps = look.findings.flatMap(({ gap, path, text }) => (gap === null ? [] : [{ gap, path, text }]));
  const held = Object.entries(checks[kind === 'flow' ? 'flow' : 'table']);
  const passed = held.filter(([, broken]) => gaps.every(({ gap }) => !broken.includes(gap)));
  const [first] = gaps;
  return (
    <section aria-label={t('outline.complete.label')} className="grid min-w-0 flex-1 gap-1">
      <p role="status" className="text-note font-semibold">
        {gaps.length === 0
          ? t('outline.complete.all')
          : t('outline.complete.some', { passed: passed.length, open: held.length - passed.length })}
      </p>
      {first === undefined ? null : (
        <button
          type="button"
          onClick={() => onGo(first.path)}
          className="w-fit rounded-small text-left text-note text-warn underline underline-offset-4"
          lang="zh-CN"
        >
          {t(`outline.gap.${first.gap}`, { about: first.text })}
        </button>
      )}
      <ul className="flex flex-wrap gap-x-3 text-small text-ink-2">
        {passed.map(([name]) => (
          <li key={name} className="flex items-center gap-1">
            <Check className="size-3.5 text-ok" aria-hidden />
            {t(`outline.complete.${name as CheckName}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
