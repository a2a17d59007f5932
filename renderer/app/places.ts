import { BookOpen, ClipboardList, House, type LucideIcon, SlidersHorizontal, Target } from 'lucide-react';
import type { PlaceId } from './desk-state.ts';

interface Place {
  readonly id: PlaceId;
  readonly icon: LucideIcon;
  /** Places at the foot of the rail. */
  readonly foot?: true;
}

/** The rail from top to bottom; Ctrl+Shift and the position go there. */
export const places: readonly Place[] = [
  { id: 'desk', icon: House },
  { id: 'library', icon: BookOpen },
  { id: 'orders', icon: ClipboardList },
  { id: 'rehearsal', icon: Target },
  { id: 'settings', icon: SlidersHorizontal, foot: true },
];
