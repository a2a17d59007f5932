import type { Article } from '#contract/library/article.ts';
import type { Forbidden } from '#contract/library/forbidden.ts';
import { type Entry, entrySchema } from '#contract/library/release.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftFinding } from '#contract/workshop/views.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { toldFault, toldIssue } from '../library/told-fault.ts';
import { forbiddenExamples } from '../library/validate/forbidden-wording.ts';
import { createLint, type Lint } from '../lint/create-lint.ts';
import { createLiveCheck, type LiveCheck } from '../lint/live-check.ts';
import type { Circumstances } from '../lint/reckoned.ts';
import { createAlike } from './alike.ts';
import { draftTexts, withGapMarks } from './draft-texts.ts';
import { faultsOfEntry } from './neighbourhood.ts';
import { flowGaps } from './outline/flow-gaps.ts';
import { tableGaps } from './outline/table-gaps.ts';

type Given = Pick<DraftFinding, 'path' | 'weight' | 'kind' | 'text'> & Partial<DraftFinding>;
const finding = (given: Given): DraftFinding => ({
  words: null,
  successor: null,
  alike: null,
  gap: null,
  rule: null,
  ...given,
});
/** Told part by part by walking through what is written. */
const WALKED: ReadonlySet<string> = new Set(['decisionTables', 'flows']);
const SAID_THERE = /^nodes\.\d+\.line$|^stages\.\d+\.suggested\b/;

/** Words that lean on a rule somewhere: whoever says them must be able to name it. */
const LEANS_ON_RULE = /规定|条例|办法|法律|依法|合同约定|民法典|regulation|by law|contract/iu;
/** Until something takes a new fragment in, nothing does. */
const isNewFragment = (path: string, entry: Entry) => entry.kind === 'fragment' && path === 'id';

/** Everything to mend or to weigh in a draft. The phrases of a release are compiled once. */
export function createDraftCheck(catalogue: Catalogue) {
  const alike = createAlike();
  let phrases: { of: readonly Forbidden[]; lint: Lint; live: LiveCheck } | null = null;

  function compiled() {
    const { forbidden } = catalogue;
    if (phrases?.of !== forbidden) {
      phrases = { of: forbidden, lint: createLint(forbidden), live: createLiveCheck(forbidden) };
    }
    return phrases;
  }

  /** As the desk checks what is typed: what publishing turns down is a must, what is reckoned is for a person to weigh. */
  function words(entry: LooseEntry, circumstances: Circumstances): DraftFinding[] {
    const { lint, live } = compiled();
    return draftTexts(entry).flatMap(({ path, text }) => {
      const marked = withGapMarks(text);
      const reckoned = live
        .check(marked, circumstances, 'customer')
        .filter(({ ruleId }) => ruleId.startsWith('check/'));
      const said = lint.check(marked).filter(({ ruleId }) => ruleId !== entry.id);
      return [
        ...said.map((found) => finding({ path, weight: 'must', kind: 'words', text: '', words: found })),
        ...reckoned.map((found) => finding({ path, weight: 'should', kind: 'words', text: '', words: found })),
      ];
    });
  }

  function basis(entry: Entry): DraftFinding[] {
    if (entry.kind !== 'line' && entry.kind !== 'courtesy' && entry.kind !== 'notice') return [];
    const articles = entry.basis.flatMap((id, index) => {
      const article = catalogue.find(id)?.entry;
      return article?.kind === 'article' ? [{ article, path: `basis.${index}` }] : [];
    });
    const leans = draftTexts(entry).find(({ text }) => LEANS_ON_RULE.test(text));
    return [
      ...(entry.basis.length === 0 && leans !== undefined
        ? [finding({ path: leans.path, weight: 'should', kind: 'noBasis', text: '' })]
        : []),
      ...articles.flatMap(({ article, path }) => basisFinding(article, path)),
    ];
  }

  function basisFinding(article: Article, path: string): DraftFinding[] {
    if (article.status === 'superseded') {
      const next = article.supersededBy === undefined ? null : catalogue.find(article.supersededBy);
      const successor = next === null ? null : { entryId: next.entry.id, title: next.entry.title };
      return [finding({ path, weight: 'must', kind: 'basisSuperseded', text: article.title, successor })];
    }
    return article.verified ? [] : [finding({ path, weight: 'should', kind: 'basisUnverified', text: article.title })];
  }

  function walked(entry: LooseEntry, { rules }: Circumstances): DraftFinding[] {
    const gaps = [...tableGaps(entry, catalogue, rules), ...flowGaps(entry, catalogue, rules)];
    return gaps.map(({ path, gap, about }) => finding({ path, weight: 'must', kind: 'outline', text: about, gap }));
  }

  function broken(entry: Entry, packId: string): DraftFinding[] {
    const examples = entry.kind === 'forbidden' ? examplesOf(entry) : [];
    return [...faultsOfEntry(entry, packId, catalogue), ...examples].flatMap((fault) => {
      const path = fault.path.join('.');
      // Told above, with what replaces it.
      if (fault.rule === 'articles' && path.startsWith('basis')) return [];
      if (WALKED.has(fault.rule) || (fault.rule === 'links' && SAID_THERE.test(path))) return [];
      const weight = isNewFragment(path, entry) ? 'should' : 'must';
      return [finding({ path, weight, kind: 'rule', text: '', rule: toldFault(fault) })];
    });
  }

  function examplesOf(entry: Forbidden) {
    try {
      return forbiddenExamples({ packs: [], entries: [{ packId: '', entry }] });
    } catch {
      // A pattern that cannot be read is a finding of its own.
      return [];
    }
  }

  const standardOf = (entryId: string): string => catalogue.findWording(entryId)?.entry.variants.standard ?? '';

  /** Findings in the order of the form; those that must be mended first where they share a place. */
  return function check(loose: LooseEntry, packId: string, circumstances: Circumstances): DraftFinding[] {
    const parsed = entrySchema.safeParse(loose);
    const found = [...words(loose, circumstances), ...walked(loose, circumstances)];
    if (!parsed.success) {
      // Of a part that leads nowhere it is said once, in words about where it leads.
      const told = (path: string) => found.some((one) => one.gap !== null && `${path}.`.startsWith(`${one.path}.`));
      const unread = parsed.error.issues
        .filter((issue) => !told(issue.path.join('.')))
        .slice(0, 20)
        .map((issue) =>
          finding({ path: issue.path.join('.'), weight: 'must', kind: 'rule', text: '', rule: toldIssue(issue) }),
        );
      return inOrder([...found, ...unread]);
    }
    const entry = parsed.data;
    const near = 'variants' in entry ? alike(catalogue.release, entry.id, entry.variants) : [];
    return inOrder([
      ...found,
      ...basis(entry),
      ...broken(entry, packId),
      ...near.map((one) =>
        finding({
          path: 'variants.standard',
          weight: 'should',
          kind: 'alike',
          text: standardOf(one.entryId),
          alike: one,
        }),
      ),
    ]);
  };
}
export type DraftCheck = ReturnType<typeof createDraftCheck>;

const FORM_ORDER = ['title', 'variants', 'text', 'rewording', 'pairs', 'basis'];
function inOrder(findings: readonly DraftFinding[]): DraftFinding[] {
  const place = ({ path }: DraftFinding) => {
    const at = FORM_ORDER.indexOf(path.split('.')[0] ?? '');
    return at < 0 ? FORM_ORDER.length : at;
  };
  const seen = new Set<string>();
  return [...findings]
    .sort((a, b) => place(a) - place(b) || (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : 0))
    .filter(({ path, kind, text, words, alike, rule }) => {
      const key = JSON.stringify([path, kind, text, words?.start, words?.ruleId, alike?.entryId, rule]);
      return !seen.has(key) && seen.add(key);
    });
}
