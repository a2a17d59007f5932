/** How far back a sentence is read, so that a pasted page stays linear. */
const LONGEST_LOOK = 120;

export interface EnglishSentence {
  /** In small letters, of the same length as in the text that was split. */
  readonly text: string;
  readonly start: number;
}

/** Splits a text at the ends of English sentences; a full stop within a number or an abbreviation ends none. Linear. */
export function englishSentences(text: string): EnglishSentence[] {
  const small = text
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replaceAll('’', "'")
    .replace(/\b([ap])\.m\./g, '$1m  ');
  const sentences: EnglishSentence[] = [];
  for (const { 0: found, index } of small.matchAll(/[^!?;\n。！？；]+/gu)) {
    let at = 0;
    for (const part of found.split(/(?<=\.)(?=\s)/u)) {
      if (/[a-z]{2}/.test(part)) sentences.push({ text: part, start: index + at });
      at += part.length;
    }
  }
  return sentences;
}

const CUSTOMER = '(?:customer|client|caller|passenger|owner|resident|driver|borrower|he|she|they)';
const customerSays = new RegExp(
  `\\b(?<!(?:told|tell|promised|promise|assured|gave|give|refund|pay|offered) (?:the )?)${CUSTOMER}\\b[^,:;]{0,24}\\b(?:ask|asks|asked|want|wants|wanted|demand\\w*|claim\\w*|say|says|said|hope\\w*|insist\\w*|complain\\w*|request\\w*|expect\\w*|threaten\\w*|report\\w*|feels?|would like)\\b`,
);
const weSay =
  /\b(?:i|we)\b(?:'ll| will| can| have| told| promised| said| assured)?|\b(?:told|promised|assured) (?:the )?(?:customer|client|caller|him|her|them)\b/;
const negation =
  /\b(?:not|never|cannot|can't|won't|don't|didn't|doesn't|isn't|wasn't|couldn't|unable to|without|refused to|nobody|no one|no)\b[^,;:]{0,30}$/;
const approved =
  /\b(?:lead|manager|supervisor|director|head office|superior)\b[^,;]{0,24}\b(?:agree\w*|approve\w*|authori[sz]e\w*|confirm\w*|sign\w*)\b|\b(?:approved|authori[sz]ed|signed off) by\b/;

/** What stands in a sentence before a place of it. */
export function englishLead({ text }: EnglishSentence, at: number): string {
  return text.slice(Math.max(0, at - LONGEST_LOOK), at);
}

/** Denied, or what the customer says, wants or asks for: then it is no promise of ours. */
export function isNoPromise(sentence: EnglishSentence, at: number): boolean {
  const lead = englishLead(sentence, at);
  if (negation.test(lead)) return true;
  const theirs = lead.search(customerSays);
  if (theirs < 0) return false;
  const after = lead.slice(theirs);
  const comma = after.search(/[,;]| and | but /u);
  return comma < 0 || !weSay.test(after.slice(comma));
}

/** Whether somebody with the authority agreed to it, by what the sentence says. */
export function isApprovedInEnglish({ text }: EnglishSentence): boolean {
  return approved.test(text.slice(0, 400));
}
