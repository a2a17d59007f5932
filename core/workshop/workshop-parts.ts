import type { Role } from '#contract/vocabulary.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import type { SearchIndex } from '../library/search-index.ts';

/** Those who write and review wording; everybody else never sees the workshop. */
export const WORKSHOP_ROLES: readonly Role[] = ['lead', 'reviewer', 'administrator'];

export interface WorkshopParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeZone: string;
  readonly catalogue: Catalogue;
  readonly searchIndex: SearchIndex;
}
