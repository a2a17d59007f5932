import { Converter } from 'opencc-js/t2cn';
import { isTraditional } from './symbols.ts';

let convert: ((text: string) => string) | undefined;

/**
 * A text in traditional characters with the words used in Taiwan said as on the mainland (訊號 → 信号); undefined if the
 * text has no traditional character. The dictionary is only opened then: it takes a few milliseconds.
 */
export function inMainlandWords(text: string): string | undefined {
  if (!isTraditional(text)) return undefined;
  convert ??= Converter({ from: 'twp', to: 'cn' });
  return convert(text);
}
