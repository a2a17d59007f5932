import type { Catalogue } from '#core/library/catalogue.ts';
import { plainText, renderLine } from '#core/library/render-line.ts';
import type { LiveCheck } from '#core/lint/live-check.ts';
import type { Circumstances } from '#core/lint/reckoned.ts';
import type { SearchEngine } from '#core/search/create-search.ts';
import type { ApprovedLine, JudgeTools } from './judge-answer.ts';

/** The search of a sentence costs by its length, and the beginning tells what it is about. */
const SEARCHED = 80;
const ASKED_FOR = 3;

/** What judging takes from a release: its forbidden phrases, its lines, and the search over them. */
export function judgeTools(
  catalogue: Catalogue,
  lint: LiveCheck,
  engine: SearchEngine,
  circumstances: Circumstances,
): JudgeTools {
  const line = (entryId: string): ApprovedLine | null => {
    const entry = catalogue.findWording(entryId)?.entry;
    const rendered = entry && renderLine(entry, {}, catalogue.fragments)[0];
    return entry && rendered ? { entryId, title: entry.title, text: plainText(rendered) } : null;
  };
  return {
    lint,
    circumstances,
    line,
    nearest(text, scene) {
      const near = engine.search({ text: text.slice(0, SEARCHED), limit: ASKED_FOR }).hits.filter((hit) => !hit.near);
      const own = near.find(({ entryId }) => catalogue.findWording(entryId)?.packId === scene);
      const hit = own ?? near[0];
      return hit ? line(hit.entryId) : null;
    },
  };
}
