import { useEffect, useState } from 'react';

const STORED_AS = 'counterpart.waitTone';
const TONE_HZ = 660;
const TONE_SECONDS = 0.12;
const QUIET = 0.05;

/** Whether a short tone marks the end of a wait. Off unless the person at this desk asked for it: the caller may hear it. */
export function useWaitTone(over: boolean): { on: boolean; set: (on: boolean) => void } {
  const [on, set] = useState(() => localStorage.getItem(STORED_AS) === 'on');
  useEffect(() => {
    if (on && over) playTone();
  }, [on, over]);
  return {
    on,
    set(next) {
      localStorage.setItem(STORED_AS, next ? 'on' : 'off');
      set(next);
    },
  };
}

function playTone(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = TONE_HZ;
  volume.gain.value = QUIET;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE_SECONDS);
  tone.onended = () => void audio.close();
}
