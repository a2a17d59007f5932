import { useTranslation } from 'react-i18next';
import type { ReleaseStage } from '#contract/releases/plan.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Field } from '#renderer/ui/field.tsx';

export interface StageChoice {
  readonly at: 'now' | 'later' | 'sites';
  /** As the system's own field for moments gives it, in local time. */
  readonly whenText: string;
  readonly sites: string;
}

/** A later moment needs one, and sites to begin with need naming: what is left open must not come into force at once. */
export function stageIsSet({ at, whenText, sites }: StageChoice): boolean {
  if (at === 'now') return true;
  return !Number.isNaN(Date.parse(whenText)) && (at === 'later' || sitesIn(sites).length > 0);
}

const sitesIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .filter((site) => site !== '');

/** At once, everywhere at a moment, or at some sites now and at the others at a moment. */
export function stagesOf({ at, whenText, sites }: StageChoice): ReleaseStage[] {
  const fromAtMs = Date.parse(whenText);
  if (at === 'now') return [];
  if (at === 'later') return [{ siteIds: null, fromAtMs }];
  return [
    { siteIds: sitesIn(sites), fromAtMs: 0 },
    { siteIds: null, fromAtMs },
  ];
}

const choices = ['now', 'later', 'sites'] as const;

export function StageFields({ choice, onChange }: { choice: StageChoice; onChange: (choice: StageChoice) => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-note text-ink-2">{t('releases.next.stages')}</p>
      <ChoiceChips
        label={t('releases.next.stages')}
        value={choice.at}
        options={choices.map((value) => ({ value, content: t(`releases.next.at.${value}`) }))}
        onChange={(at) => onChange({ ...choice, at })}
      />
      {choice.at === 'sites' ? (
        <Field
          label={t('releases.next.sites')}
          maxLength={400}
          value={choice.sites}
          onChange={(event) => onChange({ ...choice, sites: event.target.value })}
        />
      ) : null}
      {choice.at === 'now' ? null : (
        <Field
          className="max-w-[18rem]"
          label={t('releases.next.when')}
          type="datetime-local"
          value={choice.whenText}
          onChange={(event) => onChange({ ...choice, whenText: event.target.value })}
        />
      )}
    </div>
  );
}
