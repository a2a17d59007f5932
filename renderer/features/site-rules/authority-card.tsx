import { useTranslation } from 'react-i18next';
import { type Cause, causeSchema, type RefundAuthority } from '#contract/site-rules.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { ConfirmDefault } from './confirm-default.tsx';
import { KeptField } from './kept-field.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

const posts: readonly (keyof RefundAuthority)[] = ['agent', 'lead'];
const MOST = 1_000_000;

/** What each post may promise by itself, by cause. */
export function AuthorityCard({ view }: RulesPartProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const { refundAuthority } = view.rules;
  const keep = (cause: Cause, post: keyof RefundAuthority, text: string) =>
    change(
      (rules) =>
        rules.change({
          set: {
            refundAuthority: { ...refundAuthority, [cause]: { ...refundAuthority[cause], [post]: Number(text) } },
          },
        }),
      t('siteRules.saved'),
    );
  return (
    <SectionCard heading={t('siteRules.authority')} intro={t('siteRules.authorityIntro')}>
      <div className="flex flex-col gap-3">
        {causeSchema.options.map((cause) => (
          <fieldset key={cause} className="flex flex-wrap items-start gap-4">
            <legend className="mb-1 text-body font-semibold">{t(`siteRules.cause.${cause}`)}</legend>
            {posts.map((post) => (
              <KeptField
                key={post}
                className="w-44"
                label={t(`siteRules.post.${post}`)}
                inputMode="numeric"
                maxLength={7}
                value={String(refundAuthority[cause][post])}
                disabled={!view.mayChange}
                problemOf={(text) =>
                  /^\d+$/.test(text.trim()) && Number(text) <= MOST
                    ? null
                    : t('siteRules.outOfRange', { least: 0, most: MOST })
                }
                onKeep={(text) => void keep(cause, post, text)}
              />
            ))}
          </fieldset>
        ))}
        <ConfirmDefault view={view} name="refundAuthority" called={t('siteRules.authority')} />
        <BackToDefault view={view} name="refundAuthority" called={t('siteRules.authority')} />
      </div>
    </SectionCard>
  );
}
