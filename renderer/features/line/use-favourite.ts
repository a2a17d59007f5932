import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

/** Adds a line to the person's favourites or takes it off. */
export function useFavourite(): (entryId: string, favourite: boolean) => void {
  const core = useCore();
  const tell = useTell();
  const { t } = useTranslation();
  return useCallback(
    (entryId, favourite) => {
      core.library.setFavourite({ entryId, favourite }).then(
        () => tell({ tone: 'done', title: favourite ? t('line.favouriteOn') : t('line.favouriteOff') }),
        (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
      );
    },
    [core, tell, t],
  );
}
