import type { LooseEntry, NewEntryKind } from '#contract/workshop/terms.ts';

interface NewEntry {
  readonly kind: NewEntryKind;
  readonly id: string;
  readonly title: string;
  readonly scene: string;
  readonly owner: string;
  readonly today: string;
  /** What was looked for in vain: it becomes the first thing the entry is also called. */
  readonly soughtFor: string | null;
}

const CHANNELS = ['counter', 'phone', 'chat'];

/** An entry with every key its form shows, and nothing said yet. */
export function newEntry({ kind, id, title, scene, owner, today, soughtFor }: NewEntry): LooseEntry {
  const provenance = { owner, review: 'draft', version: 1, effectiveFrom: today, reviewEveryDays: 180, changeNote: '' };
  const base = {
    kind,
    id,
    title,
    keywords: [],
    colloquial: soughtFor === null ? [] : [soughtFor.slice(0, 60)],
    provenance,
  };
  const wording = {
    scene,
    channels: CHANNELS,
    ...{ variants: { standard: '', short: '' }, variables: [], fragments: [], basis: [] },
  };
  switch (kind) {
    case 'line':
      return { ...base, ...wording, tiers: [], related: [], forbidden: [] };
    case 'courtesy':
      return { ...base, ...wording, tiers: [], related: [], forbidden: [], courtesyKind: 'response', occasion: {} };
    case 'notice': {
      const { channels, ...rest } = wording;
      const scope = { sites: [], scenes: [], channels };
      const contact = { post: '', reach: '' };
      return {
        ...base,
        ...rest,
        level: 'attention',
        scope,
        period: { hours: 24 },
        speaker: 'everyone',
        lines: [],
        contact,
        tell: [],
      };
    }
    case 'forbidden':
      return {
        ...base,
        ...{ class: 'interrogating', severity: 'warn', matchers: [{ phrase: '' }], allow: [] },
        ...{ reason: '', rewording: '', fails: [''], passes: [''], related: [] },
      };
    case 'rewording':
      return { ...base, scene, pairs: [{ from: '', to: '', principle: 'ownIt' }] };
    case 'article':
      return {
        ...{ ...base, scene, lawName: '', articleNo: '', summary: '' },
        ...{ effectiveFrom: today, status: 'inForce', verified: false, note: '' },
      };
    case 'fragment':
      return { ...base, text: '', variables: [], fragments: [] };
    case 'decisionTable': {
      const answer = { label: '', to: 'f1' };
      const finding = { type: 'finding', title: '', line: '', action: { type: 'close', label: '' }, fields: [] };
      const question = { type: 'question', id: 'q1', ask: '', hint: '' };
      const answers = [
        { ...answer, id: 'a1', cannotTell: false },
        { ...answer, id: 'a2', cannotTell: true, to: 'f2' },
      ];
      const nodes = [
        { ...question, answers },
        { ...finding, id: 'f1' },
        { ...finding, id: 'f2' },
      ];
      return { ...base, scene, category: 'other', start: 'q1', nodes, fields: [] };
    }
    case 'synonyms':
      return { ...base, heldOut: false, groups: [{ term: '', colloquial: [''] }] };
  }
}
