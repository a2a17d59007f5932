import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { DrillCard } from '#contract/drill.ts';
import { CardDrill } from '#renderer/features/drill/card-drill.tsx';
import { wholeWording } from '#tests/renderer/whole-wording.ts';

const { review } = vi.hoisted(() => ({ review: vi.fn() }));
vi.mock('#renderer/features/drill/drill-query.ts', () => ({
  useDrillCall: () => (work: (calls: unknown) => unknown) => work({ review }),
}));

const card: DrillCard = {
  cardId: 'figure:answerWithinSeconds:3',
  kind: 'figure',
  slip: null,
  ask: 'answerWithinSeconds',
  answer: '3',
  why: '',
  entryId: null,
  fresh: true,
};

beforeAll(async () => {
  await wholeWording('zh-CN');
});
beforeEach(() => review.mockReset());

test('a card is done with the keyboard alone: one key shows the answer, 1 to 4 say how well it was known', () => {
  render(<CardDrill card={card} left={5} />);
  const show = screen.getByRole('button', { name: '看答案' });
  expect(document.activeElement).toBe(show);
  fireEvent.keyDown(show, { key: '3' });
  expect(review).not.toHaveBeenCalled();
  fireEvent.click(show);
  expect(screen.getByText('3 秒')).toBeTruthy();
  const known = screen.getByRole('button', { name: /想起来了/u });
  fireEvent.keyDown(known, { key: '1' });
  expect(review).toHaveBeenCalledWith(expect.objectContaining({ cardId: card.cardId, grade: 'again' }));
});
