/** A stretch of text in UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const closing: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '"': '"', '‘': '’' };
const opening = /[“「『"‘]/gu;
/** Who is quoted, right before the quotation: our own people saying it does not make it harmless. */
const ownSpeech =
  /(?:我|我们|本人|坐席|客服|同事|柜员)[^。！？\n“”「」]{0,8}(?:说|讲|回复|答复|解释|告知|告诉|回答)[^。！？\n“”「」]{0,8}$/u;
const ownSpeechInEnglish =
  /\b(?:i|we|agent|clerk|colleague|staff)\b[^.!?\n"“”]{0,16}\b(?:say|said|tell|told|repl\w+|answer\w*|explain\w*|write|wrote|promised?)\b[^.!?\n"“”]{0,16}$/i;
const reportedInEnglish =
  /\b(?:customer|client|caller|passenger|owner|resident|driver|he|she|they)\b[^.!?\n:]{0,16}\b(?:says?|said|ask(?:s|ed)?|claim(?:s|ed)?|shout(?:s|ed)?|wants?|demand(?:s|ed)?)\s*:/gi;
const reported =
  /(?:客户|对方|用户|顾客|来电人|业主|乘客|司机)[^。！？\n：:]{0,10}(?:说|称|表示|反映|讲|问|喊|骂|抱怨|要求|认为|提出)(?:道|过)?\s*[：:]/gu;

/** Where the customer is quoted: in quotation marks, or after 客户说： until the sentence ends. A quotation still open ends with its line. */
export function quotations(text: string): Stretch[] {
  const found: Stretch[] = [];
  let end = 0;
  for (const { index, 0: mark } of text.matchAll(opening)) {
    if (index < end) continue;
    const line = endOf(text, index, /\n/u);
    const close = text.indexOf(closing[mark] ?? mark, index + 1);
    end = close >= 0 && close < line ? close + 1 : line;
    const before = text.slice(Math.max(0, index - 40), index);
    if (!ownSpeech.test(before.slice(-24)) && !ownSpeechInEnglish.test(before)) found.push({ start: index, end });
  }
  for (const { index, 0: lead } of text.matchAll(reported)) {
    const start = index + lead.length;
    found.push({ start, end: endOf(text, start, /[。！？!?\n]/u) });
  }
  for (const { index, 0: lead } of text.matchAll(reportedInEnglish)) {
    const start = index + lead.length;
    found.push({ start, end: endOf(text, start, /\.(?=\s|$)|[!?\n]/u) });
  }
  return found;
}

function endOf(text: string, from: number, stop: RegExp): number {
  const at = text.slice(from).search(stop);
  return at < 0 ? text.length : from + at;
}
