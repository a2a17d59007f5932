import { useTranslation } from 'react-i18next';
import type { StartFailure } from '#contract/host.ts';

interface Trouble {
  readonly title: string;
  readonly text: string;
  /** The system's own words, where ours cannot say more. */
  readonly detail: string | null;
}

/** Why the records cannot be opened, and what to do, in words. */
export function useStartTrouble(failure: StartFailure | undefined, detail: string | undefined): Trouble {
  const { t } = useTranslation();
  if (failure === undefined || failure === 'dataFolder') {
    return { title: t('system.dataFolder'), text: t('system.dataFolderText'), detail: detail ?? null };
  }
  if (failure === 'networkFolder' || failure === 'syncFolder') {
    return { title: t(`backups.refused.${failure}`), text: t(`backups.refused.${failure}Text`), detail: null };
  }
  return { title: t(`trouble.start.${failure}.title`), text: t(`trouble.start.${failure}.text`), detail: null };
}
