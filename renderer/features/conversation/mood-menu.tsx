import { Angry, CloudRain, Frown, type LucideIcon, Meh, Smile, SmilePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#contract/conversation/terms.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { Menu, MenuChoice, MenuOption } from '#renderer/ui/menu.tsx';
import { IconButton } from './icon-button.tsx';
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
  const Face = view.mood === null ? SmilePlus : faces[view.mood];
  const shown = view.mood === null ? t('conversation.moodNone') : t(`conversation.mood.${view.mood}`);
  const mark = (value: string) => {
    const mood = moods.find((each) => each === value) ?? null;
    void step((calls) => calls.setMood({ conversationId: view.id, mood }));
  };
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Face} label={t('conversation.moodMenu', { mood: shown })} on={view.mood !== null} />}
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
