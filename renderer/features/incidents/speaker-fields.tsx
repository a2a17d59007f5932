import { useTranslation } from 'react-i18next';
import { incidentSpeakerSchema } from '#contract/library/incident-plan.ts';
import { usePeople } from '#renderer/features/people/use-people.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Field } from '#renderer/ui/field.tsx';
import type { RaiseForm } from './raise-form.ts';
import { SheetPart } from './sheet-part.tsx';
import { TickChips } from './tick-chips.tsx';

interface SpeakerFieldsProps {
  form: RaiseForm;
  onChange: (part: Partial<RaiseForm>) => void;
}

/** Who speaks to the outside, and how everybody else reaches them. */
export function SpeakerFields({ form, onChange }: SpeakerFieldsProps) {
  const { t } = useTranslation();
  const people = usePeople().data ?? [];
  return (
    <SheetPart title={t('incidents.speaker.title')}>
      <ChoiceChips
        label={t('incidents.speaker.title')}
        value={form.speaker}
        options={incidentSpeakerSchema.options.map((value) => ({ value, content: t(`incidents.speaker.${value}`) }))}
        onChange={(speaker) => onChange({ speaker })}
      />
      {form.speaker === 'everyone' ? null : (
        <TickChips
          lang="zh-CN"
          label={t('incidents.speaker.names')}
          values={form.speakerIds}
          options={people.map(({ id, name }) => ({ value: id, content: name }))}
          onChange={(speakerIds) => onChange({ speakerIds })}
        />
      )}
      <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
        <Field
          lang="zh-CN"
          label={t('incidents.speaker.post')}
          maxLength={30}
          required
          value={form.speakerPost}
          onChange={(event) => onChange({ speakerPost: event.target.value })}
        />
        <Field
          lang="zh-CN"
          label={t('incidents.speaker.how')}
          maxLength={60}
          required
          value={form.speakerReach}
          onChange={(event) => onChange({ speakerReach: event.target.value })}
        />
      </div>
    </SheetPart>
  );
}
