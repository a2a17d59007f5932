import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldView } from '#contract/conversation/view.ts';
import type { PlayStep, PlayView } from '#contract/workshop/play.ts';
import { sayMissing } from '#renderer/features/conversation/say-missing.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { SmallText, Tick } from './small-field.tsx';

/** The stage where the try stands: what it asks for, as an agent would tick, write down and choose it, and the way on. */
export function PlayStage({ view, onTake }: { view: PlayView; onTake: (step: PlayStep) => void }) {
  const { t } = useTranslation();
  const { stage, next } = view;
  const promise = view.promiseOptions[0];
  const tables = view.tables.filter(({ state }) => state === 'untouched');
  return (
    <section aria-label={t(`vocabulary.stage.${stage}`)} className="grid gap-3">
      <p className="flex flex-wrap items-center gap-1.5">
        {view.stages.map((one) => (
          <Chip key={one.stage} tone={one.state === 'current' ? 'accent' : 'plain'}>
            {t(`vocabulary.stage.${one.stage}`)}
          </Chip>
        ))}
      </p>
      <h3 className="text-head font-semibold" lang="zh-CN" aria-live="polite">
        {view.goal}
      </h3>
      <fieldset className="flex flex-wrap gap-x-4" lang="zh-CN">
        <legend className="text-note text-ink-2">{t('outline.stage.required')}</legend>
        {view.required.map(({ id, label, ticked }) => (
          <Tick
            key={id}
            checked={ticked}
            onChange={(on) => onTake({ type: on ? 'tickAction' : 'untickAction', stage, actionId: id })}
          >
            {label}
          </Tick>
        ))}
      </fieldset>
      {tables.length === 0 || view.table ? null : (
        <div className="flex flex-wrap gap-1.5" lang="zh-CN">
          {tables.map(({ entryId, title }) => (
            <Button key={entryId} size="small" onClick={() => onTake({ type: 'startTable', tableId: entryId })}>
              {title}
            </Button>
          ))}
        </div>
      )}
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 narrow:grid-cols-1">
        {view.fields.map((field) => (
          <PlayField key={field.id} field={field} onTake={onTake} />
        ))}
      </div>
      {stage === 'resolve' || stage === 'followUp' ? (
        <div className="flex flex-wrap items-center gap-2">
          <ChoiceChips
            label={t('outline.outcomes.title')}
            value={view.outcomes.find(({ chosen }) => chosen)?.id ?? null}
            options={view.outcomes.map(({ id, label }) => ({ value: id, content: label }))}
            lang="zh-CN"
            onChange={(outcomeId) => onTake({ type: 'chooseOutcome', outcomeId })}
          />
          {view.promise ? <Chip>{view.promise.text}</Chip> : null}
          {view.promise === null && promise ? (
            <Button
              size="small"
              onClick={() => onTake({ type: 'setPromise', text: promise.text, dueAtMs: promise.dueAtMs })}
            >
              {t('outline.play.promise', { text: promise.text })}
            </Button>
          ) : null}
          {view.workOrder ? (
            <Chip>{t('outline.play.ordered')}</Chip>
          ) : (
            <Button size="small" onClick={() => onTake({ type: 'openWorkOrder' })}>
              {t('outline.play.order')}
            </Button>
          )}
        </div>
      ) : null}
      {next.missing.length === 0 ? null : (
        <p className="text-note text-ink-2">
          {t('outline.play.missing', {
            list: next.missing.map((one) => sayMissing(one, t)).join(t('frame.listJoin')),
          })}
        </p>
      )}
      <Button
        look="primary"
        className="justify-self-start"
        onClick={() => onTake(next.kind === 'finish' ? { type: 'finish' } : { type: 'advanceStage', from: stage })}
      >
        {next.to === null
          ? t('outline.play.finish')
          : t('outline.play.on', { stage: t(`vocabulary.stage.${next.to}`) })}
      </Button>
    </section>
  );
}

function PlayField({ field, onTake }: { field: FieldView; onTake: (step: PlayStep) => void }) {
  const { t } = useTranslation();
  const capture = (value: string) => onTake({ type: 'captureField', fieldId: field.id, value });
  if (field.type === 'choice' || field.type === 'yesNo') {
    const options =
      field.type === 'choice'
        ? field.options.map(({ id, label }) => ({ value: id, content: label }))
        : [
            { value: 'yes', content: t('conversation.yes') },
            { value: 'no', content: t('conversation.no') },
          ];
    return (
      <div className="grid content-start gap-1" lang="zh-CN">
        <span className="text-small text-ink-2">{field.label}</span>
        <ChoiceChips
          label={field.label}
          value={field.value === '' ? null : field.value}
          options={options}
          onChange={capture}
        />
      </div>
    );
  }
  return <TypedField key={field.value} field={field} onCapture={capture} />;
}

/** Taken down when one goes on to the next: half a number is none. */
function TypedField({ field, onCapture }: { field: FieldView; onCapture: (value: string) => void }) {
  const [text, setText] = useState(field.value);
  const leave = () => {
    if (text !== field.value) onCapture(text);
  };
  return <SmallText label={field.label} value={text} onChange={setText} onLeave={leave} />;
}
