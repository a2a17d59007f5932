import type { Behind, BehindRow } from '#contract/insight/views.ts';
import type { Catalogue } from '../library/catalogue.ts';
import type { BehindFact } from './behind-repo.ts';
import { titlesOf } from './titles.ts';

export interface BehindNames {
  readonly catalogue: Catalogue;
  nameOf(personId: string): string;
  /** Title of a rehearsal's scenario. */
  runOf(runId: string): string;
}

const TIMED: readonly string[] = ['answered', 'stages'];

/** The single facts as a list shows them. Pure. */
export function presentFacts(what: Behind, facts: readonly BehindFact[], names: BehindNames): BehindRow[] {
  const titles = titlesOf(names.catalogue);
  const titleOf = ({ key, ref }: BehindFact): string => {
    const [first = ''] = key.split('|');
    if (what === 'failed') return ref;
    if (what === 'answered') return titles.entry(ref);
    if (what === 'outcomes') return titles.outcome(key);
    if (what === 'lint' || what === 'mended') return titles.rule(key).phrase;
    if (what === 'norms') return names.runOf(ref);
    return key === 'personal/' ? '' : titles.entry(first);
  };
  return facts.map((fact) => ({
    atMs: fact.atMs,
    personName: fact.personId === '' ? '' : names.nameOf(fact.personId),
    title: titleOf(fact),
    ms: TIMED.includes(what) ? fact.value : null,
    percent: what === 'norms' ? fact.value : null,
    link: linkOf(what, fact, names.catalogue),
  }));
}

function linkOf(what: Behind, { key, ref }: BehindFact, catalogue: Catalogue): BehindRow['link'] {
  const entryId = what === 'answered' ? ref : key;
  const isLine = what === 'copied' || what === 'said' || what === 'answered';
  return isLine && catalogue.findWording(entryId) !== null ? { to: 'line', entryId } : null;
}
