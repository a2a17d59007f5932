import { useTranslation } from 'react-i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import { sayRule } from './findings.ts';

const RULES_SHOWN = 5;
const DUE_SHOWN = 5;

/** Phrases that should not stand there, the words that took their place, and how often. */
export function LintList({
  rules,
  onSee,
}: {
  rules: InsightFigures['lint']['rules'];
  onSee: (ruleId: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className="grid gap-1.5" lang="zh-CN">
      {rules.slice(0, RULES_SHOWN).map(({ ruleId, phrase, rewording, times }) => (
        <li key={ruleId} className="flex items-baseline gap-2">
          <p className="min-w-0 flex-1">
            <span className="text-never">{sayRule(ruleId, phrase, t)}</span>
            {rewording === '' ? null : <span> → {rewording}</span>}
          </p>
          <button
            type="button"
            className="figures shrink-0 rounded-small px-1 font-semibold hover:bg-hover"
            onClick={() => onSee(ruleId)}
          >
            {t('insight.lint.times', { count: times })}
            <span className="sr-only">{sayRule(ruleId, phrase, t)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Wording that somebody has to look at again, the most pressing first. */
export function DueEntries({
  entries,
  today,
}: {
  entries: NonNullable<InsightFigures['due']>['entries'];
  today: string;
}) {
  const { t } = useTranslation();
  return (
    <ul className="grid gap-1.5">
      {entries.slice(0, DUE_SHOWN).map(({ entryId, title, owner, dueOn, expiresOn, why }) => {
        const basis = why.includes('basisSuperseded');
        const day = expiresOn !== null && expiresOn < dueOn ? expiresOn : dueOn;
        const left = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
        return (
          <li key={entryId} className="flex items-baseline gap-2">
            <p className="min-w-0 flex-1" lang="zh-CN">
              {title}
              <span className="ml-2 text-note text-ink-2">
                {basis ? t('insight.due.basisGone') : t('insight.due.ownerIs', { name: owner })}
              </span>
            </p>
            <span
              className={
                left <= 0 || basis ? 'figures shrink-0 font-semibold text-warn' : 'figures shrink-0 font-semibold'
              }
            >
              {left === 0
                ? t('insight.due.today')
                : left > 0
                  ? t('insight.due.left', { count: left })
                  : t('insight.due.over', { count: -left })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Lines that nobody used: first a look at what they are called. */
export function UnusedLines({ lines }: { lines: InsightFigures['lines'] }) {
  const { t } = useTranslation();
  if (lines.unusedTotal === 0) return null;
  return (
    <details className="mt-2 text-note">
      <summary className="rounded-small text-ink-2">{t('insight.lines.unused', { count: lines.unusedTotal })}</summary>
      <p className="mt-1 text-ink-2">{t('insight.lines.unusedText')}</p>
      <ul className="mt-1 grid gap-0.5" lang="zh-CN">
        {lines.unused.map(({ entryId, title, packTitle }) => (
          <li key={entryId}>
            {title} <span className="text-ink-2">{packTitle}</span>
          </li>
        ))}
      </ul>
      {lines.unusedTotal > lines.unused.length ? (
        <p className="text-ink-2">
          {t('insight.lines.unusedMore', { count: lines.unusedTotal - lines.unused.length })}
        </p>
      ) : null}
    </details>
  );
}
