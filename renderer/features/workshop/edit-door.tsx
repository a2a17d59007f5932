import { useQueryClient } from '@tanstack/react-query';
import { FilePenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#contract/vocabulary.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { DRAFT_TO_SHOW } from './draft-to-show.ts';

const writers: readonly Role[] = ['lead', 'reviewer', 'administrator'];

/** Beside an entry, for those who write wording: begins a change to it, or goes on with the one that is open. */
export function EditDoor({ entryId }: { entryId: string }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const cache = useQueryClient();
  const { dispatch } = useDeskActions();
  const person = useCurrentPerson().data;
  if (!person || !writers.includes(person.role)) return null;
  const open = async () => {
    try {
      const { draftId } = await core.workshop.open({ entryId });
      cache.setQueryData(DRAFT_TO_SHOW, draftId);
      dispatch({ type: 'wentTo', place: 'workshop' });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  return (
    <Button onClick={() => void open()}>
      <FilePenLine className="size-4" aria-hidden />
      {t('library.edit')}
    </Button>
  );
}
