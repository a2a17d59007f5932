import { type Card, createEmptyCard, fsrs, Rating, type Grade as SchedulerGrade, type State } from 'ts-fsrs';
import type { Grade, Schedule } from '#contract/drill.ts';

/** Whole days, as one practises once a day; without chance, so that the same reviews always end in the same days. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 });

const RATINGS: Readonly<Record<Grade, SchedulerGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** When a card comes again after it was known this well; `before` is null at its first review. */
export function scheduleAfter(before: Schedule | null, grade: Grade, atMs: number): Schedule {
  const now = new Date(atMs);
  const { card } = scheduler.next(before ? cardOf(before) : createEmptyCard(now), now, RATINGS[grade]);
  return {
    dueAtMs: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    lastReviewAtMs: atMs,
  };
}

function cardOf(schedule: Schedule): Card {
  return {
    due: new Date(schedule.dueAtMs),
    stability: schedule.stability,
    difficulty: schedule.difficulty,
    elapsed_days: 0,
    scheduled_days: schedule.scheduledDays,
    learning_steps: schedule.learningSteps,
    reps: schedule.reps,
    lapses: schedule.lapses,
    state: schedule.state as State,
    last_review: new Date(schedule.lastReviewAtMs),
  };
}
