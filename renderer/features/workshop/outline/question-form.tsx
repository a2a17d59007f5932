import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { GapNotes } from './gap-notes.tsx';
import { freeId, type Part, partsIn, textIn } from './outline-parts.ts';
import { AddRow, RemoveRow } from './row-button.tsx';
import { SmallChoice, SmallText, Tick } from './small-field.tsx';

export interface NodeFormProps {
  node: Part;
  path: string;
  /** Where an answer can lead; asking for a new part gives its id. */
  targets: readonly { value: string; label: string }[];
  findings: readonly DraftFinding[];
  onChange: (path: string, value: unknown) => void;
  /** Leads the key at `path` to `target`, making the part first where a new one was asked for. */
  onLead: (path: string, target: string) => void;
  onRemove: () => void;
}

const MOST_ANSWERS = 9;

/** A question: what to ask, the answers, and where each leads. */
export function QuestionForm(props: NodeFormProps & { number: number }) {
  const { node, path, number, targets, findings, onChange, onLead, onRemove } = props;
  const { t } = useTranslation();
  const answers = partsIn(node, 'answers');
  const ids = answers.map((answer) => textIn(answer, 'id'));
  return (
    <section
      data-path={path}
      aria-label={t('outline.question.nth', { number })}
      className="grid gap-1.5 rounded-large border border-edge bg-panel px-3.5 py-3"
    >
      <div className="flex items-start gap-2">
        <span className="figures pt-1.5 text-note font-semibold text-accent" aria-hidden>
          {number}
        </span>
        <SmallText
          bare
          strong
          label={t('outline.question.ask')}
          maxLength={40}
          value={textIn(node, 'ask')}
          onChange={(text) => onChange(`${path}.ask`, text)}
        />
        <RemoveRow label={t('outline.question.remove', { number })} onRemove={onRemove} />
      </div>
      <SmallText
        label={t('outline.hint')}
        maxLength={60}
        value={textIn(node, 'hint')}
        onChange={(text) => onChange(`${path}.hint`, text)}
      />
      <ul aria-label={t('outline.question.answers')} className="grid gap-1">
        {answers.map((answer, index) => {
          const at = `${path}.answers.${index}`;
          const named = t('outline.answer.nth', { number: index + 1 });
          return (
            <li key={textIn(answer, 'id')} data-path={at} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="flex min-w-0 flex-1 basis-64 items-center gap-2">
                <SmallText
                  bare
                  label={named}
                  maxLength={14}
                  value={textIn(answer, 'label')}
                  onChange={(text) => onChange(`${at}.label`, text)}
                />
                <span aria-hidden className="text-ink-3">
                  →
                </span>
                <SmallChoice
                  bare
                  label={t('outline.answer.to', { answer: textIn(answer, 'label') || named })}
                  value={targets.some(({ value }) => value === answer['to']) ? textIn(answer, 'to') : ''}
                  open={targets.every(({ value }) => value !== answer['to'] || value === '')}
                  options={targets}
                  onChange={(target) => onLead(`${at}.to`, target)}
                />
              </span>
              <span className="flex items-center gap-1">
                <Tick checked={answer['cannotTell'] === true} onChange={(on) => onChange(`${at}.cannotTell`, on)}>
                  {t('outline.answer.cannotTell')}
                </Tick>
                <RemoveRow
                  label={t('outline.answer.remove', { answer: textIn(answer, 'label') || named })}
                  onRemove={() => onChange(at, undefined)}
                />
              </span>
            </li>
          );
        })}
      </ul>
      <GapNotes findings={findings} path={path} />
      {answers.length < MOST_ANSWERS ? (
        <AddRow
          onAdd={() =>
            onChange(`${path}.answers`, [...answers, { id: freeId(ids, 'a'), label: '', cannotTell: false, to: '' }])
          }
        >
          {t('outline.answer.add')}
        </AddRow>
      ) : null}
    </section>
  );
}
