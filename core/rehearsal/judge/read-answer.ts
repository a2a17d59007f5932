export interface ReadAnswer {
  /** Full-width marks, no spaces; what is quoted from the customer is left out. */
  readonly text: string;
  readonly sentences: readonly string[];
  readonly clauses: readonly string[];
  /** It says what we do, in the first person and with a verb that does something. */
  readonly acts: boolean;
}

const MARKS: Readonly<Record<string, string>> = { ',': '，', '.': '。', '?': '？', '!': '！', ';': '；', ':': '：' };

const DOING =
  '(?:查|办|去|打|报|联系|登记|记|请|叫|让|派|盯|安排|通知|核|调|写|拿|带|陪|接|找|呼|递|跟|和|把|替|给|帮|当面|亲自|管|指|念|列|算|教|发|改|收|问|看|扫|送|停|守|留|清|回|止|补|拍|锁|撤|垫高|搬|扶|解释|讲|说)';
/** 我现在就查, 我替您把话报上去, 师傅三点上门: somebody of ours does something. */
const acting = new RegExp(
  `我们?(?!没|只[管负]|不|不能|不会|不管|也没)(?:现在|这就|马上|立刻|先|来|再|就|一会儿|亲自|当面|今天|今晚|明天|明早|后天|这边|一字不[改漏差]|原样|照样|照实|一样一样|一笔一笔|一页一页|同时|从头|另|只|会|可以|能|也|都|全|下午|上午|帮您|替您|给您|陪您|带您|跟您|为您|[一二两三四五六七八九十]点?){0,3}(?!(?:只|就)管|只负责)${DOING}(?!不(?:了|过|到|动|着|清|懂))|(?:师傅|同事|班长|主管|经理|主任|保洁|巡逻车|拖车|站长|发言人|工程主管|值班).{0,12}(?:上门|打给|过来|上来|往[您你]|到门口|分钟到|联系[您你]|回[您你])|(?:归|由)我(?:盯|管|办|跟|来)|交给我`,
  'u',
);

/** Reads an answer as it will be judged. Linear in its length. */
export function readAnswer(given: string): ReadAnswer {
  const text = given
    .normalize('NFC')
    .replace(/[\s\u3000]+/gu, '')
    .replace(/(?<!\d)[,.]|[,.](?!\d)|[?!;:]/gu, (mark) => MARKS[mark] ?? mark)
    .replace(/[“「『"][^”」』"]{0,60}[”」』"]/gu, '');
  const sentences = text.match(/[^。！？；…]+[。！？；…]*/gu) ?? [];
  const clauses = text.split(/[，。！？；：、…—]+/u).filter((clause) => clause !== '');
  return { text, sentences, clauses, acts: acting.test(text) };
}

/** The words in which somebody of ours does something. */
export function actingWords(text: string): string {
  return acting.exec(text)?.[0] ?? '';
}
