import {
  BookOpen,
  ChartNoAxesColumn,
  ClipboardList,
  FilePenLine,
  House,
  type LucideIcon,
  SlidersHorizontal,
  Target,
} from 'lucide-react';
import type { Role } from '#contract/vocabulary.ts';
import type { PlaceId } from './desk-state.ts';

interface Place {
  readonly id: PlaceId;
  readonly icon: LucideIcon;
  /** Places at the foot of the rail. */
  readonly foot?: true;
  /** Who has it; without a list everybody. */
  readonly roles?: readonly Role[];
}

const places: readonly Place[] = [
  { id: 'desk', icon: House },
  { id: 'library', icon: BookOpen },
  { id: 'orders', icon: ClipboardList },
  { id: 'rehearsal', icon: Target },
  { id: 'insight', icon: ChartNoAxesColumn },
  // Behind those that everybody has, so that they have the same number for everybody.
  { id: 'workshop', icon: FilePenLine, roles: ['lead', 'reviewer', 'administrator'] },
  { id: 'settings', icon: SlidersHorizontal, foot: true },
];

/** The rail of a person from top to bottom; Ctrl+Shift and the position go there. */
export function placesFor(role: Role | undefined): readonly Place[] {
  return places.filter(({ roles }) => roles === undefined || (role !== undefined && roles.includes(role)));
}
