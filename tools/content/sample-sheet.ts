import type { Entry } from '#contract/library/release.ts';
import { wordings } from '#core/library/validate/wording.ts';

/** `count` entries picked by a seed, laid out for reading aloud; the same seed and library give the same sheet. */
export function sampleSheet(entries: readonly Entry[], seed: number, count: number): string {
  const random = seededRandom(seed);
  const pool = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const picked: Entry[] = [];
  while (picked.length < count && pool.length > 0) picked.push(...pool.splice(Math.floor(random() * pool.length), 1));
  return picked.map((entry, index) => `${index + 1}. ${entry.title}　${entry.id}\n${body(entry)}`).join('\n\n');
}

const VARIANT_LABELS = { standard: '标准', short: '简短', soothing: '安抚', written: '书面' } as const;

function body(entry: Entry): string {
  switch (entry.kind) {
    case 'line':
    case 'courtesy': {
      const labels = new Map(entry.variables.map(({ name, label }) => [name, label]));
      const readable = (text: string) =>
        text.replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_, name: string) => `〔${labels.get(name) ?? name}〕`);
      return wordings(entry)
        .map(({ variant, text }) => `   ${VARIANT_LABELS[variant]}　${readable(text)}`)
        .join('\n');
    }
    case 'forbidden':
      return `   别说　${entry.fails.join(' / ')}\n   因为　${entry.reason}\n   换成　${entry.rewording}`;
    case 'decisionTable':
      return entry.nodes
        .map((node) => (node.type === 'question' ? `   问　${node.ask}` : `   得出　${node.title} → ${node.line}`))
        .join('\n');
    case 'flow':
      return entry.stages.map((stage) => `   ${stage.stage}　${stage.goal}`).join('\n');
    default:
      return entry satisfies never;
  }
}

/** Mulberry32: small, even enough for picking, and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
