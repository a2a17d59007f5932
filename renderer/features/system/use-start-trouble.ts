import { useTranslation } from 'react-i18next';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';

interface StartTrouble {
  readonly title: string;
  /** What became of the records. */
  readonly kept: string;
  readonly next: string;
  /** The system's own words, where ours cannot say more. */
  readonly detail: string | null;
  readonly dataDir: string | null;
}

/** Why the records cannot be opened, and what to do, in words; null where that is not what the core is away for. */
export function useStartTrouble(): StartTrouble | null {
  const { t } = useTranslation();
  const connection = useConnectionState();
  if (connection.kind !== 'unavailable' || connection.reason !== 'dataFolder') return null;
  const { failure = 'dataFolder', detail = null, dataDir = null } = connection;
  return {
    title: t(`trouble.start.${failure}.title`),
    kept: t(`trouble.start.${failure}.kept`),
    next: t(`trouble.start.${failure}.next`),
    detail: failure === 'dataFolder' ? detail : null,
    dataDir,
  };
}
