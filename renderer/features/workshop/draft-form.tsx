import { type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variable, VariantName } from '#contract/library/line.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { CheckedText } from '#renderer/features/lint/checked-text.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { textAt, textsAt, valueAt, withValue } from './entry-values.ts';
import { shownText, variablesOf, withShownText } from './gap-text.ts';
import { OutlineField } from './outline-field.tsx';
import { partKeyName } from './outline-words.ts';
import { WordsField } from './words-field.tsx';

const LONGEST = 600;
const GAPS_OFFERED = 6;
/** Keys with a field of their own in every form, and those that machines keep. */
const NOT_OUTLINED = new Set([
  'id',
  'kind',
  'title',
  'keywords',
  'colloquial',
  'variants',
  'variables',
  'fragments',
  'provenance',
  'basis',
  'text',
]);

/** Keys that the outline of a table or a flow shows in people's words. */
const IN_OUTLINE = new Set(['start', 'nodes', 'fields', 'stages', 'outcomes', 'soothing', 'promiseWithinHours']);

interface DraftFormProps {
  entry: LooseEntry;
  known: readonly Variable[];
  variant: VariantName;
  onVariant: (variant: VariantName) => void;
  onChange: (entry: LooseEntry) => void;
  textRef: Ref<HTMLTextAreaElement> | null;
  /** The parts of a table or a flow, which then stand before everything else but the title. */
  outline?: ReactNode;
  /** What is wrong, under the text it is mostly about. */
  below: ReactNode;
}

/** The form of a draft: what is said first, then how it is found, then what it rests on; rarer parts as an outline. */
export function DraftForm({ entry, known, variant, onVariant, onChange, textRef, outline, below }: DraftFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const set = (path: string, value: unknown) => onChange(withValue(entry, path, value));
  const spoken = valueAt(entry, 'variants') !== undefined;
  const path = spoken ? `variants.${variant}` : 'text';
  const saysSomething = spoken || entry.kind === 'fragment';
  const variables = variablesOf(entry);
  const shown = shownText(textAt(entry, path), variables);
  const write = (text: string) => {
    const put = (template: string) =>
      withValue(
        entry,
        path,
        template === '' && (variant === 'soothing' || variant === 'written') && spoken ? undefined : template,
      );
    onChange(withShownText(entry, put, text, known));
  };
  const offered = [...variables, ...known.filter(({ label }) => variables.every((own) => own.label !== label))];
  const outlined = Object.entries(entry).filter(
    ([key]) => !NOT_OUTLINED.has(key) && (outline === undefined || !IN_OUTLINE.has(key)),
  );
  return (
    <div className="grid gap-4">
      <Field
        data-path="title"
        label={t('workshop.form.title')}
        lang="zh-CN"
        maxLength={60}
        value={textAt(entry, 'title')}
        onChange={(event) => set('title', event.target.value)}
      />
      {saysSomething ? (
        <section
          className="grid gap-2 rounded-large border border-edge bg-panel p-4 shadow-lift"
          data-path={path}
          aria-label={t('workshop.form.words')}
        >
          {spoken ? (
            <ChoiceChips
              size="base"
              label={t('workshop.form.variants')}
              value={variant}
              options={variantNames.map((value) => ({ value, content: t(`line.variant.${value}`) }))}
              onChange={onVariant}
            />
          ) : null}
          <fieldset aria-label={t('workshop.form.gaps')} className="flex flex-wrap items-center gap-1.5">
            <span className="text-note text-ink-2">{t('workshop.form.gaps')}</span>
            {offered.slice(0, Math.max(GAPS_OFFERED, variables.length)).map(({ name, label }) => (
              <button
                key={name}
                type="button"
                lang="zh-CN"
                onClick={() => write(`${shown}〔${label}〕`)}
                className="rounded-full border border-edge-strong bg-panel px-2.5 py-px text-note hover:bg-hover"
              >
                {label}
              </button>
            ))}
          </fieldset>
          <CheckedText
            ref={textRef}
            id={`${id}-text`}
            label={spoken ? t(`line.variant.${variant}`) : t('workshop.form.words')}
            audience="customer"
            tall
            maxLength={LONGEST}
            value={shown}
            onChange={write}
          />
        </section>
      ) : null}
      {outline}
      {below}
      <div className="grid gap-3" data-path="keywords">
        <WordsField
          label={t('workshop.form.keywords')}
          hint={t('workshop.form.apart')}
          words={textsAt(entry, 'keywords')}
          onChange={(words) => set('keywords', words)}
        />
        <WordsField
          label={t('workshop.form.colloquial')}
          hint={t('workshop.form.colloquialHint')}
          words={textsAt(entry, 'colloquial')}
          onChange={(words) => set('colloquial', words)}
        />
        {valueAt(entry, 'basis') === undefined ? null : (
          <WordsField
            label={t('workshop.form.basis')}
            hint={t('workshop.form.basisHint')}
            words={textsAt(entry, 'basis')}
            onChange={(words) => set('basis', words)}
          />
        )}
        <Field
          label={t('workshop.form.why')}
          hint={t('workshop.form.whyHint')}
          lang="zh-CN"
          maxLength={300}
          value={textAt(entry, 'provenance.changeNote')}
          onChange={(event) => set('provenance.changeNote', event.target.value)}
        />
        <div className="grid grid-cols-2 content-start gap-3">
          <Field
            type="date"
            data-path="provenance.effectiveFrom"
            label={t('library.field.provenance.effectiveFrom')}
            value={textAt(entry, 'provenance.effectiveFrom')}
            onChange={(event) => set('provenance.effectiveFrom', event.target.value)}
          />
          <Field
            type="date"
            data-path="provenance.expiresOn"
            label={t('library.field.provenance.expiresOn')}
            hint={t('workshop.form.expiresHint')}
            value={textAt(entry, 'provenance.expiresOn')}
            onChange={(event) => set('provenance.expiresOn', event.target.value || undefined)}
          />
        </div>
      </div>
      <details open={!saysSomething && outline === undefined}>
        <summary className="cursor-pointer rounded-small text-note text-ink-2">{t('workshop.form.more')}</summary>
        <div className="mt-2 grid gap-3">
          {outlined.map(([key, value]) => (
            <OutlineField key={key} name={partKeyName(key, t)} path={key} value={value} onChange={set} />
          ))}
          <OutlineField
            name={t('workshop.form.provenance')}
            path="provenance"
            value={withoutSilent(valueAt(entry, 'provenance'))}
            onChange={set}
          />
        </div>
      </details>
    </div>
  );
}

/** Versions are counted and states are moved, nobody writes them; the days have fields of their own. */
function withoutSilent(provenance: unknown): unknown {
  const {
    effectiveFrom: _from,
    expiresOn: _to,
    version: _version,
    review: _review,
    changeNote: _note,
    ...rest
  } = (provenance ?? {}) as Record<string, unknown>;
  return rest;
}
