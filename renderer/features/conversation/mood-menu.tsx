import { Angry, CloudRain, Frown, type LucideIcon, Meh, Smile, SmilePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#contract/conversation/terms.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Menu, MenuChoice, MenuOption } from '#renderer/ui/menu.tsx';
import { IconButton } from './icon-button.tsx';
import { useMoodKey } from './use-mood-key.ts';
import { useStep } from './use-step.ts';

const faces: Record<Mood, LucideIcon> = {
  calm: Smile,
  worried: Meh,
  upset: Frown,
  furious: Angry,
  grieving: CloudRain,
};
const moods = Object.keys(faces) as Mood[];
const NONE = '';

/** How the customer comes across; it changes which lines are offered first. */
export function MoodMenu({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  const { mood, next } = useMoodKey(view);
  const Face = mood === null ? SmilePlus : faces[mood];
  const shown = mood === null ? t('conversation.moodNone') : t(`conversation.mood.${mood}`);
  useShortcut('markMood', next);
  const mark = (value: string) => {
    const marked = moods.find((each) => each === value) ?? null;
    void step((calls) => calls.setMood({ conversationId: view.id, mood: marked }));
  };
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Face} label={t('conversation.moodMenu', { mood: shown })} on={mood !== null} />}
    >
      <MenuChoice value={view.mood ?? NONE} onChange={mark}>
        {moods.map((mood) => (
          <MenuOption key={mood} value={mood}>
            {t(`conversation.mood.${mood}`)}
          </MenuOption>
        ))}
        <MenuOption value={NONE}>{t('conversation.moodNone')}</MenuOption>
      </MenuChoice>
    </Menu>
  );
}
