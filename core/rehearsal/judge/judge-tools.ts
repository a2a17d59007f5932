import type { Catalogue } from '#core/library/catalogue.ts';
import { plainText, renderLine } from '#core/library/render-line.ts';
import type { LiveCheck } from '#core/lint/live-check.ts';
import type { Circumstances } from '#core/lint/reckoned.ts';
import type { SearchEngine } from '#core/search/create-search.ts';
import type { ApprovedLine, JudgeTools } from './judge-answer.ts';

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
      const [hit] = engine.search({ text, scene, limit: 1 }).hits;
      return hit && !hit.near ? line(hit.entryId) : null;
    },
  };
}
