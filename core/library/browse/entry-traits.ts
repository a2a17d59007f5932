import type { Entry, ReleasedEntry } from '#contract/library/release.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { isWording } from '../catalogue.ts';
import { searchableBody } from '../search-documents.ts';

/** The scene an entry belongs to; forbidden phrases, fragments and word lists have none. */
export function sceneOf(entry: Entry): string | null {
  return 'scene' in entry ? entry.scene : null;
}

export function stageOf(entry: Entry): Stage | null {
  return isWording(entry) ? (entry.stage ?? null) : null;
}

/** The heart of an entry in a line or two, for lists. */
export function excerptOf(entry: Entry, fragments: Readonly<Record<string, string>>): string {
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
    case 'notice':
      return firstLine(searchableBody(entry, fragments));
    case 'forbidden':
      return entry.rewording;
    case 'rewording':
      return entry.pairs.map(({ from, to }) => `${from} → ${to}`)[0] ?? '';
    case 'decisionTable':
      return entry.nodes.flatMap((node) => (node.type === 'question' ? [node.ask] : [])).join(' ');
    case 'flow':
      return entry.stages.map(({ goal }) => goal).join(' ');
    case 'specialCall':
      return entry.notice || entry.steps.map((step) => step.do).join(' ');
    case 'incidentPlan':
      return entry.opening;
    case 'stepList':
      return entry.aim;
    case 'article':
      return entry.summary;
    case 'productSheet':
      return entry.plans.map(({ label }) => label).join(' ');
    case 'scenario':
      return entry.briefing;
    case 'fragment':
      return firstLine(searchableBody({ variants: { standard: entry.text }, variables: entry.variables }, fragments));
    case 'synonyms':
      return entry.groups.map(({ term }) => term).join(' ');
    case 'stopPhrases':
      return entry.phrases.join(' ');
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Keys whose texts are names for machines or dates, not something one would look for. */
const SILENT_KEYS = new Set([
  'id',
  'kind',
  'provenance',
  'keywords',
  'colloquial',
  'title',
  'scene',
  'channels',
  'tiers',
]);
const ENTRY_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Every text of an entry that a person can read, for finding it; ids of other entries are no text. */
export function readableTexts(entry: Entry, fragments: Readonly<Record<string, string>>): string {
  if (isWording(entry) || entry.kind === 'notice') return searchableBody(entry, fragments);
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!ENTRY_ID.test(value) && /\P{ASCII}| /u.test(value)) texts.push(value);
    } else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!SILENT_KEYS.has(key)) collect(inner);
    }
  };
  collect(entry);
  return texts.join('\n');
}

/** Ids of the entries that an entry names, each once; its own replacement is among them. */
export function namedIn({ entry }: ReleasedEntry): string[] {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (ENTRY_ID.test(value)) ids.add(value);
    } else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(entry);
  ids.delete(entry.id);
  return [...ids];
}
