import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Article } from '#contract/library/article.ts';
import type { Notice } from '#contract/library/notice.ts';
import type { Entry } from '#contract/library/release.ts';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { Grid } from '#renderer/ui/grid.tsx';
import { LinksPart, Part, Spoken, TextsPart } from './reading-parts.tsx';
import { withLabels } from './word-entries.tsx';

type Sheet = Extract<Entry, { kind: 'productSheet' }>;

/** An article: what it says, where it stands, whether it still holds. */
export function ArticleEntry({ article }: { article: Article }) {
  const { t } = useTranslation();
  return (
    <>
      {article.verified ? null : <p className="text-note text-warn">{t('library.article.unverified')}</p>}
      <Part heading={t('library.part.summary')}>
        <p className="measure">{article.summary}</p>
      </Part>
      <Part heading={t('library.part.law')}>
        <p>
          {t('line.basisSource', { law: article.lawName, number: article.articleNo, day: article.effectiveFrom })}
          {article.lawNumber === undefined ? '' : ` · ${article.lawNumber}`}
        </p>
        <p className={article.status === 'superseded' ? 'text-warn' : 'text-ink-2'}>
          {article.status === 'inForce'
            ? t('library.article.inForce')
            : article.supersededOn === undefined
              ? t('library.article.superseded')
              : t('library.article.supersededOn', { day: article.supersededOn })}
        </p>
      </Part>
      <LinksPart
        heading={t('library.article.seeNow')}
        entryIds={article.supersededBy === undefined ? [] : [article.supersededBy]}
      />
      {article.note === '' ? null : <TextsPart heading={t('library.part.note')} texts={[article.note]} />}
    </>
  );
}

/** Which plan has what, as it was on one day. */
export function SheetEntry({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  return (
    <>
      {sheet.sample ? <p className="text-note text-warn">{t('library.sheetSample')}</p> : null}
      <p className="text-small text-ink-3">{t('library.asOf', { day: sheet.asOf })}</p>
      <Grid
        label={sheet.title}
        head={[t('library.part.features'), ...sheet.plans.map(({ label }) => label)]}
        rows={sheet.features.map(({ label, unit, values }) => [label, ...values.map((value) => cell(value, unit, t))])}
      />
      <TextsPart heading={t('library.part.notes')} texts={sheet.notes} />
      <LinksPart heading={t('library.part.explains')} entryIds={sheet.lines} />
    </>
  );
}

function cell(value: string | number | boolean, unit: string, t: TFunction): string {
  if (value === '' || value === false) return t('library.part.no');
  if (value === true) return t('library.part.yes');
  return typeof value === 'number' ? `${value}${unit === '' ? '' : ` ${unit}`}` : value;
}

/** What is said during an incident or a campaign: until when, where, by whom, and whom to ask. */
export function NoticeEntry({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { period, scope, speaker, contact } = notice;
  const labels = new Map(notice.variables.map(({ name, label }) => [name, label]));
  const where = [
    scope.sites.length === 0 ? t('library.part.everywhere') : scope.sites.join(t('frame.listJoin')),
    scope.channels.map((channel) => t(`vocabulary.channel.${channel}`)).join(t('frame.listJoin')),
  ];
  return (
    <>
      {variantNames.map((name) => {
        const text = notice.variants[name];
        return text === undefined ? null : (
          <section key={name} className="grid gap-1">
            <h3 className="text-note font-semibold text-ink-2">{t(`line.variant.${name}`)}</h3>
            <Spoken>{withLabels(text, labels)}</Spoken>
          </section>
        );
      })}
      <TextsPart
        heading={t('library.part.period')}
        texts={[
          'hours' in period ? t('library.part.periodHours', { hours: period.hours }) : `${period.from} – ${period.to}`,
        ]}
      />
      <TextsPart heading={t('library.part.scope')} texts={where} />
      <TextsPart heading={t('library.part.speaker')} texts={[t(`library.speaker.${speaker}`)]} />
      <LinksPart heading={t('library.part.say')} entryIds={notice.othersSay === undefined ? [] : [notice.othersSay]} />
      <LinksPart heading={t('library.part.suggested')} entryIds={notice.lines} />
      <TextsPart heading={t('library.part.contact')} texts={[`${contact.post} · ${contact.reach}`]} />
      <TextsPart
        heading={t('library.part.tell')}
        texts={notice.tell.map(({ post, withinMinutes }) =>
          t('library.part.tellWithin', { post, minutes: withinMinutes }),
        )}
      />
      <LinksPart heading={t('line.basis')} entryIds={notice.basis} />
    </>
  );
}
