import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { CheckedText, LONGEST_TEXT } from '#renderer/features/lint/checked-text.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Part } from './part.tsx';
import { useDraft } from './use-draft.ts';
import { useQuietStep } from './use-step.ts';

/** The agent's own note, checked as it is typed. */
export function TalkNote({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const quietly = useQuietStep();
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`${view.id}/note`, view.note, (text) =>
    quietly((calls) => calls.writeNote({ conversationId: view.id, text })),
  );
  useShortcut('writeNote', () => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  });
  return (
    <Part title={t('conversation.note')} aside={<KeyOf id="writeNote" />}>
      <CheckedText
        ref={box}
        id="talk-note"
        label={t('conversation.note')}
        placeholder={t('conversation.notePlaceholder')}
        maxLength={LONGEST_TEXT}
        cause={view.authority.cause}
        value={draft.text}
        onChange={draft.write}
        onBlur={draft.leave}
      />
      {draft.failure ? <p className="text-small text-warn">{t('conversation.unsaved')}</p> : null}
    </Part>
  );
}
