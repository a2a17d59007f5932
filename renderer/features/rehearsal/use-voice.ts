import { useCallback, useEffect, useState } from 'react';

/** The system's own voice for Chinese, where there is one; the words always stand on the screen too. */
export function useVoice(): { say: (text: string) => void } | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const speech = window.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return;
    const look = () => setVoice(speech.getVoices().find(({ lang }) => lang.startsWith('zh')) ?? null);
    look();
    speech.addEventListener('voiceschanged', look);
    return () => {
      speech.removeEventListener('voiceschanged', look);
      speech.cancel();
    };
  }, []);
  const say = useCallback(
    (text: string) => {
      if (!voice) return;
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.voice = voice;
      window.speechSynthesis.cancel();
      window.speechSynthesis.speak(spoken);
    },
    [voice],
  );
  return voice ? { say } : null;
}
