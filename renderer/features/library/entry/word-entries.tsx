import { useTranslation } from 'react-i18next';
import type { Entry } from '#contract/library/release.ts';
import { Grid } from '#renderer/ui/grid.tsx';
import { Spoken, TextsPart } from './reading-parts.tsx';

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** What not to say, why, and what to say instead; with the sentences that prove the rule. */
export function ForbiddenEntry({ entry }: { entry: Of<'forbidden'> }) {
  const { t } = useTranslation();
  const phrases = entry.matchers.flatMap((matcher) => ('phrase' in matcher ? [matcher.phrase] : []));
  return (
    <>
      <p className="text-small font-semibold text-never">{t(`line.forbiddenClass.${entry.class}`)}</p>
      <TextsPart heading={t('library.part.phrase')} texts={phrases.length > 0 ? phrases : entry.fails} />
      <TextsPart heading={t('library.part.reason')} texts={[entry.reason]} />
      <section className="grid gap-1">
        <h3 className="text-note font-semibold text-ink-2">{t('library.part.instead')}</h3>
        <Spoken>{entry.rewording}</Spoken>
      </section>
      {phrases.length > 0 ? <TextsPart heading={t('library.part.fails')} texts={entry.fails} /> : null}
      <TextsPart heading={t('library.part.passes')} texts={entry.passes} />
      <TextsPart heading={t('library.part.allow')} texts={entry.allow} />
    </>
  );
}

export function RewordingEntry({ entry }: { entry: Of<'rewording'> }) {
  const { t } = useTranslation();
  return (
    <Grid
      label={entry.title}
      head={[t('library.part.from'), t('library.part.to'), t('library.part.reason')]}
      rows={entry.pairs.map(({ from, to, principle }) => [from, to, t(`library.principle.${principle}`)])}
    />
  );
}

export function FragmentEntry({ entry }: { entry: Of<'fragment'> }) {
  const labels = new Map(entry.variables.map(({ name, label }) => [name, label]));
  return <Spoken>{withLabels(entry.text, labels)}</Spoken>;
}

export function SynonymsEntry({ entry }: { entry: Of<'synonyms'> }) {
  const { t } = useTranslation();
  return (
    <>
      {entry.heldOut ? <p className="text-note text-warn">{t('library.part.heldOut')}</p> : null}
      <Grid
        label={entry.title}
        head={[t('library.part.term'), t('library.part.colloquial')]}
        rows={entry.groups.map(({ term, colloquial }) => [term, colloquial.join(t('frame.listJoin'))])}
      />
    </>
  );
}

export function StopPhrasesEntry({ entry }: { entry: Of<'stopPhrases'> }) {
  const { t } = useTranslation();
  return <TextsPart heading={t('library.part.phrases')} texts={[entry.phrases.join(t('frame.listJoin'))]} />;
}

/** Template text for readers: gaps by what people call them. */
export function withLabels(template: string, labels: ReadonlyMap<string, string>): string {
  return template
    .replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (_all, name: string) => `〔${labels.get(name) ?? name}〕`)
    .replaceAll(/\{%[^%]*%\}/g, '');
}
