import type { LineView, Segment } from '#contract/library.ts';
import type { Person } from '#contract/people.ts';
import type { SystemStatus } from '#contract/system.ts';
import { CONTRACT_VERSION } from '#contract/version.ts';

export const samplePeople: Person[] = [
  { id: 'p1', name: '张敏', role: 'agent', hasPin: false, sample: true },
  { id: 'p2', name: '何静', role: 'administrator', hasPin: true, sample: true },
];

export const sampleStatus: SystemStatus = {
  contractVersion: CONTRACT_VERSION,
  state: 'ready',
  keyProtection: 'keystore',
  journal: {
    installId: 'install',
    epoch: 1,
    headSeq: 3,
    headHash: '0'.repeat(64),
    verifiedThrough: { epoch: 1, seq: 3 },
    state: 'whole',
    faults: [],
    acknowledged: [],
  },
  release: { version: '2026.11.1', releaseHash: 'hash', entries: 3 },
  storage: 'enough',
  dataDir: '/data',
};

/** A line whose wording is its title and a full stop; with `gaps` it asks for these variables first. */
export function sampleLine(entryId: string, title: string, gaps: string[] = []): LineView {
  return {
    entryId,
    kind: 'line',
    title,
    packId: 'a',
    packTitle: '营业厅',
    sceneLabel: '网络',
    channels: ['counter'],
    tiers: [],
    version: 1,
    effectiveFrom: '2026-01-01',
    usability: { state: 'inForce' },
    favourite: false,
    variants: [{ variant: 'standard', segments: [], missing: gaps }],
    variables: gaps.map((name) => ({ name, label: `${name}?`, type: 'text' as const })),
    forbidden: [],
    related: [],
    basis: [],
    owner: '值班长',
    changeNote: '',
  };
}

/** The line with its gaps filled from the values, and its text. */
export function renderSample(line: LineView, values: Record<string, string>): { view: LineView; text: string } {
  const names = line.variables.map((variable) => variable.name);
  const segments: Segment[] = names.map((name) => {
    const value = values[name] ?? '';
    return value === ''
      ? { text: '', variable: name, state: 'missing' as const }
      : { text: value, variable: name, state: 'filled' as const };
  });
  segments.push({ text: `${line.title}。`, state: 'wording' });
  const missing = names.filter((name) => (values[name] ?? '') === '');
  return {
    view: { ...line, variants: [{ variant: 'standard', segments, missing }] },
    text: segments.map((segment) => segment.text).join(''),
  };
}
