import { useTranslation } from 'react-i18next';
import type { Slip } from '#contract/counter.ts';

interface SlipTextProps {
  slip: Slip;
  siteName: string;
}

/** A slip as the customer reads it, on the screen, in the preview and on paper. All of it is plain text. */
export function SlipText({ slip, siteName }: SlipTextProps) {
  const { t } = useTranslation();
  const rows = [
    { label: t('counter.page.promised'), value: slip.promised },
    { label: t('counter.page.contact'), value: slip.contact },
    { label: t('counter.page.orderNumber'), value: slip.orderNumber },
  ].filter(({ value }) => value !== '');
  return (
    <article className="slip flex w-full max-w-[34em] flex-col gap-5">
      {siteName === '' ? null : (
        <p className="text-head font-semibold text-accent" lang="zh-CN">
          {siteName}
        </p>
      )}
      <h1 className="text-title font-bold">
        {slip.customer === ''
          ? t('counter.page.greetingPlain')
          : t('counter.page.greeting', { customer: slip.customer })}
      </h1>
      <p className="spoken text-line whitespace-pre-wrap" lang="zh-CN">
        {slip.agreed}
      </p>
      {rows.length === 0 ? null : (
        <dl className="flex flex-col gap-3 border-t border-edge pt-4">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-body text-ink-2">{label}</dt>
              <dd className="figures spoken text-title font-semibold" lang="zh-CN">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
