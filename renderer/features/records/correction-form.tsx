import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStep } from '#renderer/features/conversation/use-step.ts';
import { CheckedText, LONGEST_TEXT } from '#renderer/features/lint/checked-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

const LEAST_REASON = 2;

/** Adds a correction below a finished record; the record itself stays as it was. */
export function CorrectionForm({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const complete = text.trim() !== '' && reason.trim().length >= LEAST_REASON;

  const keep = async () => {
    if (!complete || !(await step((calls) => calls.correct({ conversationId, text, reason })))) return;
    setOpen(false);
    setText('');
    setReason('');
    tell({ tone: 'done', title: t('records.correctDone') });
  };
  if (!open) {
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t('records.correct')}
      </Button>
    );
  }
  return (
    <form
      className="flex flex-col gap-2.5 rounded-base border border-edge p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <CheckedText
        id="correction-text"
        label={t('records.correctText')}
        placeholder={t('records.correctText')}
        maxLength={LONGEST_TEXT}
        value={text}
        onChange={setText}
      />
      <Field
        label={t('records.correctReason')}
        maxLength={200}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button className="self-start" look="primary" type="submit" disabled={!complete}>
        {t('records.correctKeep')}
      </Button>
    </form>
  );
}
