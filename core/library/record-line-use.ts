import type { z } from 'zod';
import type { Variable } from '#contract/library/line.ts';
import type { LineUsability, lineUseInput, RenderedVariant } from '#contract/library.ts';
import type { Catalogue } from './catalogue.ts';
import { lineUsability } from './line-view.ts';
import { ownWordsOf } from './own-words.ts';
import type { Sayable } from './personal/personal-wording.ts';
import { plainText, renderLine } from './render-line.ts';

export type LineUseRequest = z.output<typeof lineUseInput>;
type Refusal =
  | { code: 'notFound' }
  | { code: 'lineNotUsable'; usability: LineUsability }
  | { code: 'variablesMissing'; names: string[] };

/** Types of variables that may hold something about the customer; a record of the wording leaves them out. */
const PERSONAL_TYPES: ReadonlySet<Variable['type']> = new Set(['customerName', 'digits', 'text', 'place']);

/** The text to hand out and what to record of it, or why this line cannot be used now. Pure. */
export function prepareLineUse(
  catalogue: Catalogue,
  released: Sayable | null,
  request: LineUseRequest,
  day: string,
): { ok: true; text: string; recorded: ReturnType<typeof recordOf> } | { ok: false; refusal: Refusal } {
  const rendered =
    released &&
    renderLine(released.entry, request.values, catalogue.fragments).find((one) => one.variant === request.variant);
  if (!released || !rendered) return { ok: false, refusal: { code: 'notFound' } };
  const usability = lineUsability(catalogue, released, day);
  if (usability.state !== 'inForce') return { ok: false, refusal: { code: 'lineNotUsable', usability } };
  if (rendered.missing.length > 0) {
    return { ok: false, refusal: { code: 'variablesMissing', names: rendered.missing } };
  }
  return { ok: true, text: plainText(rendered), recorded: recordOf(released, rendered, request) };
}

function recordOf(released: Sayable, rendered: RenderedVariant, request: LineUseRequest) {
  return {
    entryId: released.entry.id,
    version: released.entry.provenance.version,
    entryHash: released.entryHash,
    variant: request.variant,
    text: withoutPersonalValues(released.entry.variables, rendered),
    channel: request.channel ?? null,
    conversationId: request.conversationId ?? null,
    searchText: ownWordsOf(request.searchText, released.entry),
  };
}

function withoutPersonalValues(variables: readonly Variable[], rendered: RenderedVariant): string {
  const personal = new Map(
    variables.flatMap((variable) => (PERSONAL_TYPES.has(variable.type) ? [[variable.name, variable.label]] : [])),
  );
  return rendered.segments
    .map((segment) => {
      const label = segment.variable && segment.state === 'filled' ? personal.get(segment.variable) : undefined;
      return label === undefined ? segment.text : `〔${label}〕`;
    })
    .join('');
}
