import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStep, StepType } from '#contract/work-orders/steps.ts';
import { alertKindSchema } from '#contract/work-orders/terms.ts';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { CheckedText } from '#renderer/features/lint/checked-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { ColleagueChoice } from './colleague-choice.tsx';
import { type Asked, askedFor, emptyContent, needsWords, type StepContent, stepOf } from './step-content.ts';

interface StepFormProps {
  type: StepType;
  order: Pick<WorkOrderView, 'departments' | 'missing' | 'templates'>;
  atDesk: boolean;
  onTake: (step: OrderStep) => void;
  onCancel: () => void;
}

/** What a step needs to say; Ctrl+Enter takes it, Escape leaves it. */
export function StepForm({ type, order, atDesk, onTake, onCancel }: StepFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const [content, setContent] = useState<StepContent>({
    ...emptyContent,
    department: order.departments[0]?.id ?? '',
  });
  const change = (part: Partial<StepContent>) => setContent((before) => ({ ...before, ...part }));

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, select, textarea, [role=radio]')?.focus();
  }, []);

  const ready =
    (!needsWords(type) || content.text.trim() !== '') &&
    (!askedFor[type].includes('toName') || content.toName.trim() !== '') &&
    (type !== 'fillFields' || Object.values(content.fields).some((value) => value.trim() !== ''));
  const take = () => {
    if (!ready) return;
    onTake(
      stepOf(type, content, {
        atDesk,
        nowMs: Date.now(),
        labels: new Map(order.missing.map((field) => [field.id, field.label])),
      }),
    );
  };
  const templates = order.templates.filter(({ step }) => step === type);

  return (
    <form
      ref={box}
      aria-label={t(`ordersBoard.step.${type}`)}
      className="flex flex-col gap-3 rounded-large border border-edge bg-sunken px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          event.preventDefault();
          onCancel();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          take();
        }
      }}
    >
      {askedFor[type].map((asked) => (
        <AskedPart
          key={asked}
          asked={asked}
          order={order}
          content={content}
          onChange={change}
          withCustomer={type !== 'close'}
        />
      ))}
      {templates.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-small text-ink-2">{t('ordersBoard.templates')}</span>
          {templates.map((template) => (
            <Button key={template.id} size="small" onClick={() => change({ text: template.text, line: null })}>
              <span lang="zh-CN">{template.title}</span>
            </Button>
          ))}
          {templates
            .flatMap(({ lines }) => lines)
            .map((line) => (
              <Button
                key={line.entryId}
                size="small"
                look="quiet"
                onClick={() => change({ text: line.text, line: { entryId: line.entryId, version: line.version } })}
              >
                <span lang="zh-CN">{line.title}</span>
              </Button>
            ))}
        </div>
      ) : null}
      {type === 'fillFields' ? null : (
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="text-note text-ink-2">
            {t(`ordersBoard.stepText.${type}`)}
          </label>
          <CheckedText
            id={id}
            label={t(`ordersBoard.stepText.${type}`)}
            maxLength={2_000}
            audience={type === 'answer' || type === 'tellCustomer' ? 'customer' : 'record'}
            value={content.text}
            onChange={(text) => change({ text })}
          />
        </div>
      )}
      <div className="flex gap-2">
        <Button type="submit" look="primary" aria-disabled={!ready}>
          {t('ordersBoard.confirm')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('ordersBoard.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface AskedPartProps {
  asked: Asked;
  order: StepFormProps['order'];
  content: StepContent;
  onChange: (part: Partial<StepContent>) => void;
  withCustomer: boolean;
}

function AskedPart({ asked, order, content, onChange, withCustomer }: AskedPartProps) {
  const { t } = useTranslation();
  const yesNo = (label: string, yes: string, no: string) => (
    <Labelled label={label}>
      <ChoiceChips
        label={label}
        value={(content.yes[asked] ?? true) ? 'yes' : 'no'}
        options={[
          { value: 'yes', content: yes },
          { value: 'no', content: no },
        ]}
        onChange={(value) => onChange({ yes: { ...content.yes, [asked]: value === 'yes' } })}
      />
    </Labelled>
  );
  switch (asked) {
    case 'department':
      return (
        <Labelled label={t('ordersBoard.department')}>
          <ChoiceChips
            lang="zh-CN"
            label={t('ordersBoard.department')}
            value={content.department}
            options={order.departments.map((each) => ({ value: each.id, content: each.label }))}
            onChange={(value) => onChange({ department: value ?? '' })}
          />
        </Labelled>
      );
    case 'cause':
      return (
        <Labelled label={t('ordersBoard.askCause')}>
          <ChoiceChips
            label={t('ordersBoard.askCause')}
            value={content.cause}
            options={(['ours', 'unclear', ...(withCustomer ? (['customer'] as const) : [])] as const).map((value) => ({
              value,
              content: t(`ordersBoard.cause.${value}`),
            }))}
            onChange={(value) => onChange({ cause: value ?? 'ours' })}
          />
        </Labelled>
      );
    case 'accepted':
      return yesNo(t('ordersBoard.askAccepted'), t('ordersBoard.yesAccepted'), t('ordersBoard.notAccepted'));
    case 'counts':
      return yesNo(t('ordersBoard.askCounts'), t('ordersBoard.yes'), t('ordersBoard.no'));
    case 'isOne':
      return yesNo(t('ordersBoard.askIsOne'), t('ordersBoard.isOne'), t('ordersBoard.isNone'));
    case 'asPromised':
      return yesNo(t('ordersBoard.askAsPromised'), t('ordersBoard.yes'), t('ordersBoard.no'));
    case 'rulesKept':
      return yesNo(t('ordersBoard.askRulesKept'), t('ordersBoard.yes'), t('ordersBoard.no'));
    case 'result':
      return (
        <Labelled label={t('ordersBoard.askResult')}>
          <ChoiceChips
            label={t('ordersBoard.askResult')}
            value={content.result}
            options={(['satisfied', 'unsatisfied', 'notReached'] as const).map((value) => ({
              value,
              content: t(`ordersBoard.outcome.${value}`),
            }))}
            onChange={(value) => onChange({ result: value ?? 'satisfied' })}
          />
        </Labelled>
      );
    case 'way':
      return (
        <Labelled label={t('ordersBoard.askWay')}>
          <ChoiceChips
            label={t('ordersBoard.askWay')}
            value={content.way}
            options={(['voice', 'sms'] as const).map((value) => ({
              value,
              content: t(`ordersBoard.outcome.${value}`),
            }))}
            onChange={(value) => onChange({ way: value ?? 'voice' })}
          />
        </Labelled>
      );
    case 'toName':
      return <ColleagueChoice content={content} onChange={onChange} />;
    case 'alert':
      return (
        <Labelled label={t('ordersBoard.askAlert')}>
          <ChoiceChips
            label={t('ordersBoard.askAlert')}
            value={content.alert}
            options={alertKindSchema.options.map((value) => ({ value, content: t(`ordersBoard.alert.kind.${value}`) }))}
            onChange={(value) => onChange({ alert: value ?? 'massComplaint' })}
          />
        </Labelled>
      );
    case 'promise':
      return (
        <Labelled label={t('ordersBoard.askPromise')}>
          <ChoiceChips
            label={t('ordersBoard.askPromise')}
            value={content.promise}
            options={(['none', 'two', 'day', 'twoDays'] as const).map((value) => ({
              value,
              content: t(`ordersBoard.promise.${value}`),
            }))}
            onChange={(value) => onChange({ promise: value ?? 'none' })}
          />
        </Labelled>
      );
    case 'fields':
      return order.missing.map((field) => (
        <Field
          key={field.id}
          lang="zh-CN"
          label={field.label}
          value={content.fields[field.id] ?? ''}
          onChange={(event) => onChange({ fields: { ...content.fields, [field.id]: event.target.value } })}
        />
      ));
  }
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-note text-ink-2">{label}</span>
      {children}
    </div>
  );
}
