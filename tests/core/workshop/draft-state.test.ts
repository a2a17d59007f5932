import { describe, expect, it } from 'vitest';
import { checklist, workshopStateSchema } from '#contract/workshop/terms.ts';
import {
  type DraftFacts,
  refuseDiscard,
  refuseReview,
  refuseSave,
  refuseSubmit,
  refuseTakeBack,
  stateAfterReview,
  stateAfterSave,
} from '#core/workshop/draft-state.ts';

const facts = (given: Partial<DraftFacts>): DraftFacts => ({
  state: 'draft',
  heads: ['r1'],
  authors: ['li'],
  ...given,
});
const approval = {
  reviewerId: 'zhou',
  revisionId: 'r1',
  verdict: 'approved' as const,
  checked: checklist,
  said: false,
};
const statesFor = (refuse: (facts: DraftFacts) => unknown) =>
  workshopStateSchema.options.filter((state) => refuse(facts({ state })) === null);

describe('the life of a draft', () => {
  it('allows each step only where it makes sense', () => {
    expect(statesFor(refuseSave)).toEqual(['draft', 'changesRequested']);
    expect(statesFor((each) => refuseSubmit(each, true))).toEqual(['draft', 'changesRequested']);
    expect(statesFor(refuseTakeBack)).toEqual(['inReview', 'approved']);
    expect(statesFor(refuseDiscard)).toEqual(['draft', 'inReview', 'changesRequested', 'approved']);
    expect(statesFor((each) => refuseReview(each, approval))).toEqual(['inReview']);
  });

  it('never lets anybody review what they wrote or handed in', () => {
    expect(refuseReview(facts({ state: 'inReview', authors: ['li', 'zhou'] }), approval)).toBe('ownWording');
  });

  it('approves only the revision that was looked at, with every item of the checklist', () => {
    const inReview = facts({ state: 'inReview', heads: ['r2'] });
    expect(refuseReview(inReview, approval)).toBe('outOfDate');
    expect(refuseReview(facts({ state: 'inReview' }), { ...approval, checked: checklist.slice(1) })).toBe(
      'checklistOpen',
    );
  });

  it('asks for changes only with a word about which', () => {
    const asked = { ...approval, verdict: 'changesRequested' as const, checked: [] };
    expect(refuseReview(facts({ state: 'inReview' }), asked)).toBe('nothingSaid');
    expect(refuseReview(facts({ state: 'inReview' }), { ...asked, said: true })).toBeNull();
  });

  it('goes to review neither with two texts side by side nor with a broken rule', () => {
    expect(refuseSubmit(facts({ heads: ['r1', 'r2'] }), true)).toBe('mergeOpen');
    expect(refuseSubmit(facts({}), false)).toBe('notSound');
  });

  it('opens again when another desk changed the text, whatever was said about the one before', () => {
    expect(stateAfterSave('approved')).toBe('draft');
    expect(stateAfterSave('discarded')).toBe('draft');
    expect(stateAfterReview({ state: 'draft', heads: ['r2'] }, 'r1', 'approved')).toBe('draft');
    expect(stateAfterReview({ state: 'inReview', heads: ['r1'] }, 'r1', 'approved')).toBe('approved');
  });
});
