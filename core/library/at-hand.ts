import type { LineSummary } from '#contract/library.ts';
import type { Channel } from '#contract/vocabulary.ts';
import type { SiteTime } from '../site-time.ts';
import type { Catalogue, ReleasedWording } from './catalogue.ts';
import { occasionFit } from './occasion.ts';
import { plainText, renderLine } from './render-line.ts';
import { usabilityOn } from './usability.ts';

export interface AtHandOptions {
  channel?: Channel | undefined;
  scene?: string | undefined;
  limit: number;
  now: SiteTime;
  /** The day wording must be in force on; it never goes back. */
  validDay: string;
  favourites: ReadonlySet<string>;
  counts: ReadonlyMap<string, { own: number; team: number }>;
}

/**
 * What stands ready before anything is typed: own favourites, then what this person and the team use most, then the
 * greeting that suits the hour, then the rest of the library's first lines. Only what is in force today.
 */
export function linesAtHand(catalogue: Catalogue, options: AtHandOptions): LineSummary[] {
  return catalogue.wordings
    .filter((released) => fits(released.entry, options) && isFamiliar(catalogue, released, options))
    .map((released, place) => ({ released, rank: rank(released, options), place }))
    .sort((a, b) => b.rank - a.rank || a.place - b.place)
    .slice(0, options.limit)
    .map(({ released }) => summaryOf(catalogue, released, options));
}

function fits(entry: ReleasedWording['entry'], { channel, scene, validDay }: AtHandOptions): boolean {
  if (usabilityOn(validDay, entry.provenance).state !== 'inForce') return false;
  if (channel && !entry.channels.includes(channel)) return false;
  return !scene || entry.scene === scene;
}

/** Wording for customers of another language stands ready only for those who use it. */
function isFamiliar(catalogue: Catalogue, { entry, packId }: ReleasedWording, { favourites, counts }: AtHandOptions) {
  return catalogue.localeOf(packId) !== 'en' || favourites.has(entry.id) || counts.has(entry.id);
}

function rank({ entry }: ReleasedWording, { favourites, counts, now }: AtHandOptions): number {
  const used = counts.get(entry.id);
  const usage = used ? Math.log2(1 + 2 * used.own + used.team) : 0;
  const greets = entry.kind === 'courtesy' && entry.courtesyKind === 'greeting' ? occasionFit(entry, now) : null;
  return (favourites.has(entry.id) ? 1_000 : 0) + 10 * usage + (greets === null ? 0 : 2 + greets);
}

/** One line of a list: its title and how its short wording begins. */
export function summaryOf(
  catalogue: Catalogue,
  { entry, packId }: ReleasedWording,
  { favourites, counts }: Pick<AtHandOptions, 'favourites' | 'counts'>,
): LineSummary {
  const standard = renderLine(entry, {}, catalogue.fragments).find(({ variant }) => variant === 'standard');
  return {
    entryId: entry.id,
    kind: entry.kind,
    title: entry.title,
    excerpt: standard ? plainText(standard) : '',
    ...(entry.stage ? { stage: entry.stage } : {}),
    packTitle: catalogue.packTitle(packId),
    favourite: favourites.has(entry.id),
    uses: counts.get(entry.id)?.own ?? 0,
  };
}
