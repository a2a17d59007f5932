import type { Person } from '#contract/people.ts';
import type { Role } from '#contract/vocabulary.ts';
import type { StepType } from '#contract/work-orders/steps.ts';
import type { WatchLevel } from '#contract/work-orders/terms.ts';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import type { DutyHolder } from '../people/duties-repo.ts';
import type { OrderFigures } from './order-figures.ts';
import { openLimits } from './order-limits.ts';
import { isSettled, type WorkOrder } from './order-state.ts';

type Duty = DutyHolder['duty'];

const leads: readonly Role[] = ['lead', 'administrator'];

/** Steps that come with a duty, whatever the role. */
const stepsOf: Readonly<Record<Duty, readonly StepType[]>> = {
  areaManager: ['callBack', 'auditCallback', 'reopen', 'remind', 'handOver', 'tellCustomer', 'note', 'lookAtNumber'],
  trafficMonitor: ['remind', 'note', 'lookAtNumber'],
};

/** Whether a duty of theirs lets somebody take a step. */
export function dutyAllows(type: StepType, personId: string, holders: readonly DutyHolder[]): boolean {
  return holders.some((holder) => holder.personId === personId && stepsOf[holder.duty].includes(type));
}

/** Audits belong to the area manager; where there is none the leads stand in. */
export function auditsElsewhere(personId: string, holders: readonly DutyHolder[]): boolean {
  const managers = holders.filter(({ duty }) => duty === 'areaManager');
  return managers.length > 0 && !managers.some((holder) => holder.personId === personId);
}

/** The levels that watch a green-channel order now, beside its department. */
function watchingLevels(order: WorkOrder, figures: OrderFigures, nowMs: number): WatchLevel[] {
  if (order.green === null || isSettled(order)) return [];
  const overdue = openLimits(order, figures).some(
    ({ limit, deadline }) => limit === 'response' && deadline.dueAtMs <= nowMs,
  );
  return overdue || order.auditFailed ? ['lead', 'areaManager', 'trafficMonitor'] : ['lead', 'areaManager'];
}

interface WatchParts {
  readonly holders: readonly DutyHolder[];
  readonly figures: OrderFigures;
  readonly nowMs: number;
}

/** As what somebody watches an order: the lead who follows it, by a duty, or as the lead who stands in for one nobody has. */
export function watchedAs(
  order: WorkOrder,
  person: Pick<Person, 'id' | 'role'> | null,
  parts: WatchParts,
): WatchLevel[] {
  if (person === null) return [];
  const { holders } = parts;
  return watchingLevels(order, parts.figures, parts.nowMs).filter((level) => {
    if (level === 'lead') return order.watcherId === person.id;
    const holding = holders.filter(({ duty }) => duty === level);
    if (holding.length === 0) return leads.includes(person.role);
    return holding.some(({ personId }) => personId === person.id);
  });
}

/** Who watches an order by name; `standIn` where nobody has the duty. */
export function watchOf(order: WorkOrder, watcherName: string | null, parts: WatchParts): WorkOrderView['watch'] {
  return watchingLevels(order, parts.figures, parts.nowMs).map((level) => {
    if (level === 'lead') return { level, names: watcherName === null ? [] : [watcherName], standIn: false };
    const names = parts.holders.filter(({ duty }) => duty === level).map(({ name }) => name);
    return { level, names, standIn: names.length === 0 };
  });
}
