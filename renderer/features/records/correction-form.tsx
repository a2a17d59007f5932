import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckedText, LONGEST_TEXT } from '#renderer/features/lint/checked-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

const LEAST_REASON = 2;

interface CorrectionFormProps {
  /** Stores it; false when it was refused and the person has been told why. */
  keep: (text: string, reason: string) => Promise<boolean>;
}

/** Adds a correction below a finished record; the record itself stays as it was. */
export function CorrectionForm({ keep: store }: CorrectionFormProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const complete = text.trim() !== '' && reason.trim().length >= LEAST_REASON;

  const keep = async () => {
    if (!complete || !(await store(text, reason))) return;
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
