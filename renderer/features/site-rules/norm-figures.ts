import type { SpokenNorm } from '#contract/library/special-call.ts';
import type { Figures } from '#contract/site-rules/figures.ts';

/** The site's figures behind a norm of voice or telephone, by the names its words give them. */
export function normFigures(norm: SpokenNorm, rules: Figures): Record<string, number> {
  switch (norm) {
    case 'pickUp':
      return { from: rules.pickUpFromRing, to: rules.pickUpToRing, latest: rules.pickUpLatestRing };
    case 'greeting':
      return { seconds: rules.greetingWithinSeconds };
    case 'microphone':
      return { from: rules.microphoneFromCentimetres, to: rules.microphoneToCentimetres };
    case 'slower':
      return {
        percent: rules.slowerPercent,
        perMinute: Math.round(rules.charactersPerMinute * (1 - rules.slowerPercent / 100)),
      };
    default:
      return norm satisfies never;
  }
}
