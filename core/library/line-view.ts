import type { Article } from '#contract/library/article.ts';
import type { Forbidden } from '#contract/library/forbidden.ts';
import type { BasisArticle, LineUsability, LineView, VariableValues } from '#contract/library.ts';
import type { Catalogue } from './catalogue.ts';
import { PERSONAL_PACK, type Sayable } from './personal/personal-wording.ts';
import { renderLine } from './render-line.ts';
import { usabilityOn } from './usability.ts';

/** Whether a line may be used on `day`, and what replaces it if not. */
export function lineUsability(catalogue: Catalogue, { entry }: Pick<Sayable, 'entry'>, day: string): LineUsability {
  const usability = usabilityOn(day, entry.provenance);
  const replacement = entry.provenance.replacedBy ? catalogue.find(entry.provenance.replacedBy) : null;
  return replacement
    ? { ...usability, replacedBy: { entryId: replacement.entry.id, title: replacement.entry.title } }
    : usability;
}

/** A line or courtesy phrase with its variants rendered and everything beside it resolved, as the desk's centre shows it. */
export function lineView(
  catalogue: Catalogue,
  released: Sayable,
  options: { values: VariableValues; day: string; favourite: boolean },
): LineView {
  const { entry, packId } = released;
  const titled = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const found = catalogue.find(id);
      return found ? [{ entryId: id, title: found.entry.title }] : [];
    });
  return {
    entryId: entry.id,
    kind: entry.kind,
    ...(entry.kind === 'courtesy' ? { courtesyKind: entry.courtesyKind } : {}),
    title: entry.title,
    packId,
    packTitle: packId === PERSONAL_PACK ? '' : catalogue.packTitle(packId),
    sceneLabel:
      packId === PERSONAL_PACK ? catalogue.anySceneLabel(entry.scene) : catalogue.sceneLabel(packId, entry.scene),
    ...(entry.stage ? { stage: entry.stage } : {}),
    channels: entry.channels,
    tiers: entry.tiers,
    version: entry.provenance.version,
    effectiveFrom: entry.provenance.effectiveFrom,
    ...(entry.provenance.expiresOn ? { expiresOn: entry.provenance.expiresOn } : {}),
    usability: lineUsability(catalogue, released, options.day),
    favourite: options.favourite,
    variants: renderLine(entry, options.values, catalogue.fragments),
    variables: entry.variables,
    forbidden: entry.forbidden.flatMap((id) => {
      const found = catalogue.find(id)?.entry;
      if (found?.kind !== 'forbidden') return [];
      const { reason, rewording } = found;
      return [{ entryId: id, phrase: spokenForm(found), forbiddenClass: found.class, reason, rewording }];
    }),
    related: titled(entry.related),
    basis: basisOf(catalogue, entry.basis),
    owner: entry.provenance.owner,
    changeNote: entry.provenance.changeNote,
  };
}

function basisOf(catalogue: Catalogue, ids: readonly string[]): BasisArticle[] {
  return ids.flatMap((id) => {
    const article = catalogue.find(id)?.entry;
    return article?.kind === 'article' ? [articleView(catalogue, article)] : [];
  });
}

/** An article as it stands beside what rests on it. */
export function articleView(catalogue: Catalogue, article: Article): BasisArticle {
  const { id, title, lawName, lawNumber, articleNo, summary, effectiveFrom, status, verified } = article;
  const successor = article.supersededBy === undefined ? null : catalogue.find(article.supersededBy);
  return {
    entryId: id,
    title,
    lawName,
    ...(lawNumber === undefined ? {} : { lawNumber }),
    articleNo,
    summary,
    effectiveFrom,
    status,
    verified,
    ...(successor ? { supersededBy: { entryId: successor.entry.id, title: successor.entry.title } } : {}),
  };
}

/** A forbidden phrase as it would slip out: the words themselves where the rule names them, else its first example. */
function spokenForm({ matchers, fails, title }: Forbidden): string {
  for (const matcher of matchers) if ('phrase' in matcher) return matcher.phrase;
  return fails[0] ?? title;
}
