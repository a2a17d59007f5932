import type { WorkOrderView } from '#contract/work-orders/view.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { plainText, renderLine } from '../library/render-line.ts';
import { usabilityOn } from '../library/usability.ts';
import type { WorkOrder } from './order-state.ts';
import { answerTemplates } from './rules/answer-templates.ts';

export interface TemplateParts {
  readonly catalogue: Catalogue;
  /** Today's calendar day of the site: only lines in force are offered. */
  readonly day: string;
}

/** What approved lines say of an order beside its own words. */
interface SpokenAround {
  /** Who speaks. */
  readonly agentName: string;
  readonly department: string;
  /** By when the customer hears again, as one says it. */
  readonly replyTime: string;
}

/** The drafts of what is said to the customer, filled from the order, each with the approved lines that go with it. */
export function filledTemplates(
  order: WorkOrder,
  parts: TemplateParts,
  around: SpokenAround,
): WorkOrderView['templates'] {
  const gaps: Readonly<Record<string, string>> = {
    customer: order.customerName ?? '',
    matter: order.matter,
    result: order.handling?.text ?? '',
    hall: order.green?.hall ?? '',
  };
  return (
    answerTemplates
      // A draft with a hole would be said with one: it is offered once what it needs is there.
      .filter(({ text }) => ['hall', 'result'].every((gap) => !text.includes(`{${gap}}`) || gaps[gap] !== ''))
      .map(({ id, title, step, text, lines }) => ({
        id,
        title,
        step,
        text: text.replaceAll(/\{(\w+)\}/g, (_, name: string) => gaps[name] ?? ''),
        lines: lines.flatMap((entryId) => spokenLine(order, entryId, parts, around)),
      }))
  );
}

function spokenLine(order: WorkOrder, entryId: string, { catalogue, day }: TemplateParts, around: SpokenAround) {
  const entry = catalogue.findWording(entryId)?.entry;
  if (!entry || usabilityOn(day, entry.provenance).state !== 'inForce') return [];
  const values = {
    customerName: order.customerName ?? '',
    orderNumber: order.number,
    matter: order.matter,
    ...around,
  };
  const standard = renderLine(entry, values, catalogue.fragments)[0];
  if (!standard || standard.missing.length > 0) return [];
  return [{ entryId, version: entry.provenance.version, title: entry.title, text: plainText(standard) }];
}
