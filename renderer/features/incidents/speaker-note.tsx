import { useTranslation } from 'react-i18next';
import type { IncidentView } from '#contract/incidents/view.ts';

/** Who speaks to the outside, as far as it concerns the person who reads it; nothing where everybody may. */
export function SpeakerNote({ incident: { speaker } }: { incident: IncidentView }) {
  const { t } = useTranslation();
  if (speaker.who === 'everyone') return null;
  const who = speaker.names.length > 0 ? speaker.names.join(t('frame.listJoin')) : speaker.post;
  return (
    <p className="text-note text-ink">
      {speaker.iMay ? t('incidents.speaker.you') : t('incidents.speaker.notYou', { who })}{' '}
      <span className="text-ink-2" lang="zh-CN">
        {t('incidents.speaker.reach', { post: speaker.post, reach: speaker.reach })}
      </span>
    </p>
  );
}
