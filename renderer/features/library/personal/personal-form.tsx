import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import type { PersonalLine } from '#contract/personal-lines.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { CheckedText } from '#renderer/features/lint/checked-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { usePacks } from '../use-packs.ts';
import { usePersonalWriting } from './use-personal-lines.ts';

const LONGEST_TEXT = 600;
const stages = Object.keys({ accept: true, clarify: true, resolve: true, followUp: true } satisfies Record<
  Stage,
  true
>) as Stage[];
const ANY = 'any';

interface PersonalFormProps {
  /** The line to change; null writes a new one. */
  line: PersonalLine | null;
  onClose: () => void;
  onSaved: (entryId: string) => void;
}

/** Writes or changes an own line; what must not be said is underlined while it is typed. */
export function PersonalForm({ line, onClose, onSaved }: PersonalFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const { write } = usePersonalWriting();
  const [title, setTitle] = useState(line?.title ?? '');
  const [texts, setTexts] = useState<{ [Name in VariantName]?: string | undefined }>(line?.variants ?? {});
  const [keywords, setKeywords] = useState(line?.keywords.join(' ') ?? '');
  const [stage, setStage] = useState<Stage | null>(line?.stage ?? null);
  const [scene, setScene] = useState(line?.scene ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const packs = usePacks().data ?? [];
  const standard = texts.standard?.trim() ?? '';
  const problemOf = (text: string, needed: boolean): string | null => {
    if (hasSigns(text)) return t('library.personal.noSigns', { open: '{{', tag: '{%' });
    return (needed || text !== '') && text.trim().length < 2 ? t('library.personal.tooShort') : null;
  };
  const titleProblem = title.trim().length < 2 ? t('library.personal.tooShort') : null;
  const textProblems = variantNames.map((name) => problemOf(texts[name] ?? '', name === 'standard'));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || titleProblem !== null || textProblems.some((problem) => problem !== null)) return;
    setBusy(true);
    const others = variantNames.flatMap((name) => {
      const text = texts[name]?.trim() ?? '';
      return name === 'standard' || text === '' ? [] : [[name, text]];
    });
    const saved = await write({
      title: title.trim(),
      variants: { standard, ...Object.fromEntries(others) },
      keywords: [...new Set(keywords.split(/\s+/).filter((word) => word !== ''))]
        .slice(0, 12)
        .map((word) => word.slice(0, 30)),
      stage,
      scene: scene === '' ? null : scene,
      ...(line === null ? {} : { entryId: line.entryId, version: line.version }),
    });
    setBusy(false);
    if (saved !== null) onSaved(saved.entryId);
  };

  const textField = (name: VariantName, label: string, problem: string | null | undefined) => (
    <div key={name} className="grid gap-1">
      <span className="text-note text-ink-2">{label}</span>
      <CheckedText
        id={`${id}-${name}`}
        label={label}
        // What is kept here will be said to customers.
        audience="customer"
        value={texts[name] ?? ''}
        maxLength={LONGEST_TEXT}
        onChange={(value) => setTexts((before) => ({ ...before, [name]: value }))}
      />
      {problem && (tried || hasSigns(texts[name] ?? '')) ? (
        <p role="alert" className="text-note text-never">
          {problem}
        </p>
      ) : null}
    </div>
  );

  return (
    <Dialog
      title={line === null ? t('library.personal.newTitle') : t('library.personal.editTitle')}
      description={t('library.personal.intro')}
      onClose={onClose}
      wide
    >
      <form className="grid gap-4" onSubmit={(event) => void save(event)}>
        <Field
          label={t('library.personal.name')}
          hint={t('library.personal.nameHint')}
          problem={tried ? titleProblem : null}
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        {textField('standard', t('library.personal.standard'), textProblems[0])}
        <details open={variantNames.slice(1).some((name) => (line?.variants[name] ?? '') !== '')}>
          <summary className="cursor-pointer rounded-small text-note text-ink-2">{t('library.personal.more')}</summary>
          <div className="mt-2 grid gap-3">
            {variantNames
              .slice(1)
              .map((name, index) => textField(name, t(`line.variant.${name}`), textProblems[index + 1]))}
          </div>
        </details>
        <Field
          label={t('library.personal.keywords')}
          hint={t('library.personal.keywordsHint')}
          value={keywords}
          onChange={(event) => setKeywords(event.target.value)}
        />
        <div className="grid gap-1">
          <span className="text-note text-ink-2">{t('library.personal.stage')}</span>
          <ChoiceChips
            label={t('library.personal.stage')}
            value={stage ?? ANY}
            options={[
              { value: ANY, content: t('library.personal.none') },
              ...stages.map((value) => ({ value, content: t(`vocabulary.stage.${value}`) })),
            ]}
            onChange={(value) => setStage(stages.find((each) => each === value) ?? null)}
          />
        </div>
        <label className="grid gap-1 text-note text-ink-2">
          {t('library.personal.scene')}
          <select
            value={scene}
            onChange={(event) => setScene(event.target.value)}
            className="h-10 rounded-base border border-edge-field bg-panel px-2 text-body text-ink"
          >
            <option value="">{t('library.personal.none')}</option>
            {packs.map((pack) => (
              <optgroup key={pack.packId} label={pack.title}>
                {pack.scenes.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <div className="flex justify-end gap-2.5">
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('library.personal.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const hasSigns = (text: string) => text.includes('{{') || text.includes('{%');
