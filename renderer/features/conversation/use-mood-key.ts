import { useEffect, useEffectEvent, useState } from 'react';
import type { Mood } from '#contract/conversation/terms.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useStep } from './use-step.ts';

const order: readonly (Mood | null)[] = ['worried', 'upset', 'furious', 'grieving', 'calm', null];
/** Pressed again within this time the key goes on to the next mood; only the one it rests on is marked. */
const REST_MS = 600;

/** The mood as shown, and the key that goes on to the next one. */
export function useMoodKey(view: ConversationView): { mood: Mood | null; next: () => void } {
  const step = useStep();
  const [pressed, setPressed] = useState<{ mood: Mood | null } | null>(null);
  const mark = useEffectEvent(async (mood: Mood | null) => {
    await step((calls) => calls.setMood({ conversationId: view.id, mood }));
    setPressed((now) => (now?.mood === mood ? null : now));
  });
  useEffect(() => {
    if (pressed === null) return;
    const timer = setTimeout(() => void mark(pressed.mood), REST_MS);
    return () => clearTimeout(timer);
  }, [pressed]);
  const mood = pressed === null ? view.mood : pressed.mood;
  return {
    mood,
    next: () => setPressed({ mood: order[(order.indexOf(mood) + 1) % order.length] ?? null }),
  };
}
