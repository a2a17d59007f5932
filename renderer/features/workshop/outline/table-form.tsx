import { useTranslation } from 'react-i18next';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { textAt, withValue } from '../entry-values.ts';
import { FieldListForm } from './field-list-form.tsx';
import { FindingForm } from './finding-form.tsx';
import { freeId, type Part, partsAt, questionNumbers, textIn } from './outline-parts.ts';
import { QuestionForm } from './question-form.tsx';
import { AddRow } from './row-button.tsx';
import { SmallChoice } from './small-field.tsx';

export interface OutlineFormProps {
  entry: LooseEntry;
  titles: Readonly<Record<string, string>>;
  findings: readonly DraftFinding[];
  onChange: (entry: LooseEntry) => void;
}

const NEW = { question: '+question', finding: '+finding' } as const;

/** A decision table in people's words: questions with their answers, findings with their line and what to do. */
export function TableForm({ entry, titles, findings, onChange }: OutlineFormProps) {
  const { t } = useTranslation();
  const nodes = partsAt(entry, 'nodes');
  const fields = partsAt(entry, 'fields');
  const numbers = questionNumbers(nodes);
  const set = (path: string, value: unknown) => onChange(withValue(entry, path, value));
  const nameOf = (node: Part): string => {
    const number = numbers.get(textIn(node, 'id'));
    return number === undefined
      ? t('outline.to.finding', { title: textIn(node, 'title') })
      : t('outline.to.question', { number, ask: textIn(node, 'ask') });
  };
  const targets = [
    { value: '', label: t('outline.to.open') },
    ...nodes.map((node) => ({ value: textIn(node, 'id'), label: nameOf(node) })),
    { value: NEW.question, label: t('outline.to.newQuestion') },
    { value: NEW.finding, label: t('outline.to.newFinding') },
  ];
  const ids = nodes.map((node) => textIn(node, 'id'));
  const adding = (type: 'question' | 'finding') =>
    type === 'question' ? newQuestion(ids, t('outline.answer.cannotTell')) : newFinding(ids);
  const lead = (path: string, target: string) => {
    if (target === NEW.question || target === NEW.finding) {
      const made = adding(target === NEW.question ? 'question' : 'finding');
      onChange(withValue(withValue(entry, 'nodes', [...nodes, made]), path, made.id));
    } else set(path, target === '' && path.endsWith('notAccepted') ? undefined : target);
  };
  const questions = nodes.filter((node) => numbers.has(textIn(node, 'id')));
  return (
    <div className="grid gap-2.5">
      <SmallChoice
        label={t('outline.start')}
        value={textAt(entry, 'start')}
        options={questions.map((node) => ({ value: textIn(node, 'id'), label: nameOf(node) }))}
        onChange={(id) => set('start', id)}
        path="start"
      />
      {nodes.map((node, index) => {
        const id = textIn(node, 'id');
        const path = `nodes.${index}`;
        const common = { node, path, targets, findings, onChange: set, onLead: lead };
        const onRemove = () => set(path, undefined);
        const number = numbers.get(id);
        return number === undefined ? (
          <FindingForm key={id} {...common} titles={titles} fields={fields} onRemove={onRemove} />
        ) : (
          <QuestionForm key={id} {...common} number={number} onRemove={onRemove} />
        );
      })}
      <div className="flex gap-2">
        <AddRow onAdd={() => set('nodes', [...nodes, adding('question')])}>{t('outline.to.newQuestion')}</AddRow>
        <AddRow onAdd={() => set('nodes', [...nodes, adding('finding')])}>{t('outline.to.newFinding')}</AddRow>
      </div>
      <FieldListForm fields={fields} path="fields" taken={[]} onChange={set} />
    </div>
  );
}

const newQuestion = (ids: readonly string[], cannotTell: string) => ({
  ...{ type: 'question', id: freeId(ids, 'q'), ask: '', hint: '' },
  answers: [
    { id: 'a1', label: '', cannotTell: false, to: '' },
    { id: 'a2', label: cannotTell, cannotTell: true, to: '' },
  ],
});
const newFinding = (ids: readonly string[]) => ({
  ...{ type: 'finding', id: freeId(ids, 'f'), title: '', line: '' },
  ...{ action: { type: 'explain', label: '' }, fields: [] },
});
