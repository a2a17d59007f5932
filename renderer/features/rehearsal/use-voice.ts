import { useCallback, useEffect, useState } from 'react';

/** Voices are told of a moment after the start; after this there are none. */
const LOOK_MS = 1_500;

interface Voice {
  readonly say: (text: string) => void;
}

/** The system's own voice for Chinese; null where it has none, undefined while that is not known. The words always stand on the screen too. */
export function useVoice(): Voice | null | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const [looked, setLooked] = useState(false);
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
  useEffect(() => {
    const timer = setTimeout(() => setLooked(true), LOOK_MS);
    return () => clearTimeout(timer);
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
  if (voice) return { say };
  return looked ? null : undefined;
}
