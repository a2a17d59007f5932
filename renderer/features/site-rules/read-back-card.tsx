import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { shortTitle } from '#renderer/features/special-calls/call-picker.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

/** Special calls in which what was taken down is read back: those whose flow asks for it always, others as the site sets. */
export function ReadBackCard({ view }: RulesPartProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const change = useChangeRules();
  const offered = useQuery({
    queryKey: ['specialCalls', 'offered'],
    queryFn: ({ signal }) => core.specialCalls.offered(undefined, { signal }),
  });
  const { readBackCalls } = view.rules;
  const reads = (title: string) => /\p{Script=Han}/u.test(title) === (i18n.language === 'zh-CN');
  const calls = (offered.data ?? []).filter(({ entryId, takesDown, title }) =>
    readBackCalls.includes(entryId) ? true : takesDown && reads(title),
  );
  const toggle = (entryId: string) => {
    const next = readBackCalls.includes(entryId)
      ? readBackCalls.filter((one) => one !== entryId)
      : [...readBackCalls, entryId];
    void change((rules) => rules.change({ set: { readBackCalls: next } }), t('siteRules.saved'));
  };
  return (
    <SectionCard heading={t('siteRules.readBack')} intro={t('siteRules.readBackIntro')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-4">
        {calls.map(({ entryId, title, readsBack }) => (
          <li key={entryId}>
            <label className="flex min-h-9 items-center gap-2.5 text-body">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={readsBack || readBackCalls.includes(entryId)}
                disabled={readsBack || !view.mayChange}
                onChange={() => toggle(entryId)}
              />
              <span lang="zh-CN">{shortTitle(title)}</span>
              {readsBack ? <span className="text-small text-ink-3">{t('siteRules.readBackAlways')}</span> : null}
            </label>
          </li>
        ))}
      </ul>
      <BackToDefault view={view} name="readBackCalls" called={t('siteRules.readBack')} />
    </SectionCard>
  );
}
