import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { DrillCard } from '#contract/drill.ts';
import { CardDrill } from '#renderer/features/drill/card-drill.tsx';
import { wholeWording } from '#tests/renderer/whole-wording.ts';
import { showOverCore } from './over-core.tsx';

const review = vi.fn();

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
  showOverCore(<CardDrill card={card} left={5} />, { drill: { review } });
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
