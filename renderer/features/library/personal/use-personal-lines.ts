import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonalLine } from '#contract/personal-lines.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

type Draft = Parameters<CoreClient['library']['writePersonalLine']>[0];

/** The own lines of whoever is signed in. */
export function usePersonalLine(entryId: string | null): PersonalLine | undefined {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'personal'],
    queryFn: ({ signal }) => core.library.personalLines(undefined, { signal }),
    enabled: entryId !== null,
  }).data?.find((line) => line.entryId === entryId);
}

/** Keeps or deletes an own line and says so; resolves to null when it failed and the person was told why. */
export function usePersonalWriting() {
  const core = useCore();
  const tell = useTell();
  const { t } = useTranslation();
  const attempt = async <Result>(work: () => Promise<Result>, done: string): Promise<Result | null> => {
    try {
      const result = await work();
      tell({ tone: 'done', title: done });
      return result;
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return null;
    }
  };
  return {
    write: (draft: Draft) => attempt(() => core.library.writePersonalLine(draft), t('library.personal.saved')),
    remove: (entryId: string) =>
      attempt(async () => {
        await core.library.removePersonalLine({ entryId });
        return entryId;
      }, t('library.personal.removed')),
  };
}
