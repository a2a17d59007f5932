import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { FieldRow } from './field-row.tsx';
import { Part } from './part.tsx';

/** What this stage captures. */
export function FieldList({ view, pointed }: { view: ConversationView; pointed: boolean }) {
  const { t } = useTranslation();
  const fields = view.fields.filter((field) => field.from === 'stage');
  if (fields.length === 0) return null;
  return (
    <Part title={t('conversation.fields')}>
      <div className="grid gap-1.5">
        {fields.map((field) => (
          <FieldRow key={field.id} conversationId={view.id} field={field} pointed={pointed} />
        ))}
      </div>
    </Part>
  );
}
