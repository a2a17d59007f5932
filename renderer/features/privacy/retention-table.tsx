import { useTranslation } from 'react-i18next';
import type { RetentionLine } from '#contract/privacy.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { KeptField } from '#renderer/features/site-rules/kept-field.tsx';
import { useChangeRules, useSiteRules } from '#renderer/features/site-rules/use-site-rules.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { usePrivacy } from './use-privacy.ts';

const SLOW_CALL_MS = 600_000;

/** A number of days for each kind, and what that means today. */
export function RetentionTable() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const overview = usePrivacy().data;
  const rules = useSiteRules().data?.rules;
  const change = useChangeRules();
  if (!overview || !rules) return <Skeleton label={t('frame.loading')} />;

  const keep = (kind: RetentionLine['kind'], text: string) => {
    const retentionDays = { ...rules.retentionDays, [kind]: Number(text) };
    void change((calls) => calls.change({ set: { retentionDays } }), t('privacy.retention.saved'));
  };
  const problemOf = (text: string) =>
    /^\d{1,4}$/.test(text.trim()) && Number(text) <= 3_650 ? null : t('privacy.retention.badDays');
  const tidy = () => {
    core.privacy.applyRetention(undefined, { context: { timeoutMs: SLOW_CALL_MS } }).then(
      ({ erased }) => tell({ tone: 'done', title: t('privacy.retention.done', { count: erased }) }),
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };
  const standing = ({ days, due, nextAtMs }: RetentionLine): string => {
    if (days === 0) return t('privacy.retention.forGood');
    if (due > 0) return t('privacy.retention.due', { count: due });
    if (nextAtMs === null) return t('privacy.retention.nothing');
    const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(nextAtMs);
    return t('privacy.retention.next', { when });
  };

  return (
    <>
      <ul>
        {overview.retention.map((line) => (
          <li
            key={line.kind}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-edge py-2 last:border-0"
          >
            <KeptField
              className="w-44"
              label={t('privacy.retention.field', { kind: t(`privacy.retention.kinds.${line.kind}`) })}
              inputMode="numeric"
              maxLength={4}
              value={String(rules.retentionDays[line.kind] ?? 0)}
              disabled={false}
              problemOf={problemOf}
              onKeep={(text) => keep(line.kind, text)}
            />
            <span className="figures min-w-0 flex-1 pt-5 text-note text-ink-2">{standing(line)}</span>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button onClick={tidy}>{t('privacy.retention.now')}</Button>
        {overview.lastRoundAtMs === null ? null : (
          <p className="text-note text-ink-2">
            {t('privacy.retention.last', { when: sayMoment(overview.lastRoundAtMs, Date.now(), i18n.language, t) })}
          </p>
        )}
      </div>
    </>
  );
}
