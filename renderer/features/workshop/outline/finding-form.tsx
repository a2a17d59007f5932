import { useTranslation } from 'react-i18next';
import { EntryPick } from './entry-pick.tsx';
import { GapNotes } from './gap-notes.tsx';
import { type Part, textIn, textsIn } from './outline-parts.ts';
import type { NodeFormProps } from './question-form.tsx';
import { RemoveRow } from './row-button.tsx';
import { SmallChoice, SmallText, Tick } from './small-field.tsx';

const actions = ['explain', 'report', 'deviceTest', 'workOrder', 'refund', 'escalate', 'close'] as const;

interface FindingFormProps extends NodeFormProps {
  titles: Readonly<Record<string, string>>;
  /** What the table can write down. */
  fields: readonly Part[];
}

/** The end of a branch: the line to say, what to do, what to write down, and another way for who does not accept it. */
export function FindingForm(props: FindingFormProps) {
  const { node, path, targets, titles, fields, findings, onChange, onLead, onRemove } = props;
  const { t } = useTranslation();
  const action = (node['action'] ?? {}) as Part;
  const needed = textsIn(node, 'fields');
  const title = textIn(node, 'title');
  const hours = action['promiseHours'];
  return (
    <section
      data-path={path}
      aria-label={t('outline.finding.named', { title })}
      className="grid gap-1.5 rounded-large border border-edge bg-sunken px-3.5 py-3"
    >
      <div className="flex items-end gap-2">
        <SmallText
          strong
          label={t('outline.finding.title')}
          maxLength={24}
          value={title}
          onChange={(text) => onChange(`${path}.title`, text)}
        />
        <RemoveRow label={t('outline.finding.remove', { title })} onRemove={onRemove} />
      </div>
      <EntryPick
        label={t('outline.finding.line')}
        entryId={textIn(node, 'line')}
        title={titles[textIn(node, 'line')]}
        kinds={['line', 'courtesy']}
        onPick={(entryId) => onChange(`${path}.line`, entryId)}
        path={`${path}.line`}
      />
      <div className="flex flex-wrap gap-2">
        <SmallChoice
          label={t('outline.finding.action')}
          value={textIn(action, 'type')}
          options={actions.map((value) => ({ value, label: t(`outline.action.${value}`) }))}
          onChange={(type) => onChange(`${path}.action.type`, type)}
        />
        <SmallText
          label={t('outline.finding.actionLabel')}
          maxLength={24}
          value={textIn(action, 'label')}
          onChange={(text) => onChange(`${path}.action.label`, text)}
        />
        <SmallText
          label={t('outline.finding.hours')}
          maxLength={3}
          value={typeof hours === 'number' ? String(hours) : ''}
          onChange={(text) => {
            const digits = text.replaceAll(/\D/g, '');
            onChange(`${path}.action.promiseHours`, digits === '' ? undefined : Number(digits));
          }}
        />
      </div>
      {fields.length === 0 ? null : (
        <fieldset className="flex flex-wrap gap-x-3">
          <legend className="text-small text-ink-2">{t('outline.finding.fields')}</legend>
          {fields.map((field) => {
            const id = textIn(field, 'id');
            return (
              <Tick
                key={id}
                checked={needed.includes(id)}
                onChange={(on) =>
                  onChange(`${path}.fields`, on ? [...needed, id] : needed.filter((each) => each !== id))
                }
              >
                <span lang="zh-CN">{textIn(field, 'label')}</span>
              </Tick>
            );
          })}
        </fieldset>
      )}
      <SmallChoice
        label={t('outline.finding.notAccepted')}
        value={textIn(node, 'notAccepted')}
        options={targets.map((target) =>
          target.value === '' ? { value: '', label: t('outline.finding.ends') } : target,
        )}
        onChange={(target) => onLead(`${path}.notAccepted`, target)}
        path={`${path}.notAccepted`}
      />
      <GapNotes findings={findings} path={path} />
    </section>
  );
}
