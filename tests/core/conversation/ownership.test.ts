import { describe, expect, test } from 'vitest';
import { defaultRules } from '#contract/site-rules.ts';
import type { Role } from '#contract/vocabulary.ts';
import { advance } from '#core/conversation/advance.ts';
import { authorityOf } from '#core/conversation/authority.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { freshConversation, START_MS, shippedDefinitions } from './shipped-definition.ts';

const [definition] = shippedDefinitions();
if (!definition) throw new Error('the library ships no flow');

type By = readonly [personId: string, role: Role];
const agent: By = ['person-1', 'agent'];
const colleague: By = ['person-2', 'agent'];
const lead: By = ['lead-1', 'lead'];

function tries(state: Conversation, [personId, role]: By, input: StepInput, rules = defaultRules) {
  if (!definition) throw new Error('unreachable');
  return advance(state, input, definition, { atMs: START_MS + 60_000, personId, role }, rules);
}

function does(state: Conversation, by: By, ...inputs: StepInput[]): Conversation {
  return inputs.reduce((now, input) => {
    const advanced = tries(now, by, input);
    if ('refused' in advanced) throw new Error(`${input.type} was refused: ${advanced.refused.reason}`);
    return advanced.state;
  }, state);
}

function refusalOf(state: Conversation, by: By, input: StepInput, rules = defaultRules): string | null {
  const advanced = tries(state, by, input, rules);
  return 'refused' in advanced ? advanced.refused.reason : null;
}

const fresh = freshConversation(definition);
const offer = (toId: string | null): StepInput => ({
  type: 'handOver',
  toId,
  why: 'beyondAuthority',
  note: '要退三百',
});
const accept: StepInput = { type: 'acceptHandOver' };

describe('handing over', () => {
  test('until somebody accepts, the first one asked owns it and goes on serving', () => {
    const offered = does(fresh, agent, offer('person-2'));
    expect(offered).toMatchObject({ ownerId: 'person-1', state: 'running', handOver: { toId: 'person-2' } });
    expect(does(offered, agent, { type: 'setMood', mood: 'upset' }).mood).toBe('upset');
    expect(refusalOf(offered, colleague, { type: 'setMood', mood: 'calm' })).toBe('notYours');
    expect(refusalOf(offered, agent, offer(null))).toBe('alreadyOffered');
    expect(refusalOf(fresh, agent, offer('person-1'))).toBe('alreadyOwner');
  });

  test('who accepts owns it with everything captured, and who was asked first is named for ever', () => {
    const before = does(fresh, agent, { type: 'captureField', fieldId: 'matter', value: '多扣了' }, offer('person-2'));
    const taken = does(before, colleague, accept);
    expect(taken).toMatchObject({ ownerId: 'person-2', fields: { matter: '多扣了' }, handOver: null, undo: [] });
    expect(taken.owners.map(({ personId }) => personId)).toEqual(['person-1', 'person-2']);
    expect(taken.handOvers).toMatchObject([{ fromId: 'person-1', byId: 'person-2', answer: 'accepted' }]);
    expect(refusalOf(taken, agent, { type: 'writeNote', text: '我再记一句' })).toBe('notYours');
    expect(refusalOf(taken, colleague, accept)).toBe('nothingOffered');
  });

  test('what was offered to one is not for another, but a lead may take up anything', () => {
    const offered = does(fresh, agent, offer('person-3'));
    expect(refusalOf(offered, colleague, accept)).toBe('notOfferedToYou');
    expect(refusalOf(offered, colleague, { type: 'declineHandOver', words: '忙着' })).toBe('notOfferedToYou');
    expect(refusalOf(offered, lead, accept)).toBeNull();
    expect(refusalOf(does(fresh, agent, offer(null)), colleague, accept)).toBe('notOfferedToYou');
  });

  test('declined or withdrawn it stays where it was, with the answer kept', () => {
    const declined = does(does(fresh, agent, offer('person-2')), colleague, {
      type: 'declineHandOver',
      words: '在接电话',
    });
    expect(declined).toMatchObject({ ownerId: 'person-1', handOver: null, handOvers: [{ words: '在接电话' }] });
    const withdrawn = does(fresh, agent, offer(null), { type: 'withdrawHandOver' });
    expect(withdrawn.handOvers).toMatchObject([{ answer: 'withdrawn' }]);
    expect(refusalOf(withdrawn, lead, accept)).toBe('nothingOffered');
  });

  test('an end takes an open offer back, so that nobody takes over what is over', () => {
    const ended = does(fresh, agent, offer(null), { type: 'breakOff', reason: 'customerLeft', summary: '' });
    expect(ended).toMatchObject({ state: 'finished', handOver: null });
    expect(refusalOf(ended, lead, accept)).toBe('nothingOffered');
  });
});

describe('authority', () => {
  const capture = (fieldId: string, value: string): StepInput => ({ type: 'captureField', fieldId, value });
  const atStake = (cause: string, amount: string): Conversation =>
    does({ ...fresh, stage: 'resolve' }, agent, capture('cause', cause), capture('offerAmount', amount));
  const exceeds = (state: Conversation, rules = defaultRules) => {
    if (!definition) throw new Error('unreachable');
    return authorityOf(state, definition, rules).exceeded;
  };

  test.each(['ours', 'unclear', 'customers'] as const)(
    'with the cause %s an agent settles up to its limit',
    (cause) => {
      const { agent: limit } = defaultRules.refundAuthority[cause];
      expect(exceeds(atStake(cause, String(limit)))).toBe(false);
      expect(exceeds(atStake(cause, String(limit + 1)))).toBe(true);
    },
  );

  test('the limits are the site’s own', () => {
    const generous = {
      ...defaultRules,
      refundAuthority: { ...defaultRules.refundAuthority, ours: { agent: 500, lead: 900 } },
    };
    expect(exceeds(atStake('ours', '300'))).toBe(true);
    expect(exceeds(atStake('ours', '300'), generous)).toBe(false);
  });

  test('a lead who takes it over settles it, and giving it back stands behind that amount and no more', () => {
    const taken = does(does(atStake('ours', '300'), agent, offer(null)), lead, accept);
    expect(exceeds(taken)).toBe(false);
    const back = does(does(taken, lead, offer('person-1')), agent, accept);
    expect(exceeds(back)).toBe(false);
    expect(exceeds(does(back, agent, capture('offerAmount', '301')))).toBe(true);
  });

  test('a colleague without a lead’s post does not make it right, a work order does', () => {
    const passed = does(does(atStake('ours', '300'), agent, offer('person-2')), colleague, accept);
    expect(exceeds(passed)).toBe(true);
    expect(exceeds({ ...passed, workOrder: { id: 'order-1', number: '261102-001' } })).toBe(false);
  });

  test('who says it is beyond them needs a lead, whatever the amount', () => {
    const said = does({ ...fresh, stage: 'resolve' }, agent, capture('beyondMe', 'yes'));
    expect(exceeds(said)).toBe(true);
    expect(exceeds(does(does(said, agent, offer(null)), lead, accept))).toBe(false);
  });
});

describe('a slip', () => {
  const tick: StepInput = { type: 'tickAction', stage: 'accept', actionId: 'soothe' };
  const undo = (state: Conversation): StepInput => ({ type: 'undo', revision: state.undo.at(-1)?.revision ?? 0 });

  test('is taken back by a new event, the last step first, and a second press does nothing', () => {
    const ticked = does(fresh, agent, { type: 'setMood', mood: 'upset' }, tick);
    const back = does(ticked, agent, undo(ticked));
    expect(back).toMatchObject({ ticked: [], mood: 'upset' });
    expect(back.revision).toBe(ticked.revision + 1);
    expect(refusalOf(back, agent, undo(ticked))).toBe('moved');
    expect(does(back, agent, undo(back)).mood).toBeNull();
  });

  test('a field typed in several goes is one step', () => {
    const typed = ['打', '打不', '打不通'].reduce(
      (state, value) => does(state, agent, { type: 'captureField', fieldId: 'matter', value }),
      fresh,
    );
    expect(does(typed, agent, undo(typed)).fields).toEqual({});
  });

  test('reaches back neither over a stage nor over a hand-over', () => {
    const ticked = does(fresh, agent, tick);
    const later = does({ ...ticked, stage: 'clarify' }, agent, { type: 'goBack', from: 'clarify' });
    expect(refusalOf(later, agent, { type: 'undo', revision: 2 })).toBe('nothingToUndo');
    const taken = does(does(ticked, agent, offer('person-2')), colleague, accept);
    expect(refusalOf(taken, colleague, { type: 'undo', revision: 2 })).toBe('nothingToUndo');
  });
});

describe('two windows', () => {
  const mood = (value: 'calm' | 'upset', seen: number): StepInput => ({ type: 'setMood', mood: value, seen });

  test('what a screen that is behind would overwrite is refused, what it repeats is harmless', () => {
    const marked = does(fresh, agent, mood('upset', 1));
    expect(refusalOf(marked, agent, mood('calm', 1))).toBe('moved');
    expect(does(marked, agent, mood('upset', 1)).revision).toBe(marked.revision);
    expect(does(marked, agent, mood('calm', marked.revision)).mood).toBe('calm');
  });

  test('two windows that change different things do not stand in each other’s way', () => {
    const marked = does(fresh, agent, mood('upset', 1));
    expect(refusalOf(marked, agent, { type: 'writeNote', text: '窗口二', seen: 1 })).toBeNull();
  });
});

describe('a promise', () => {
  const promised = does({ ...fresh, stage: 'resolve' }, agent, {
    type: 'setPromise',
    text: '两小时内',
    dueAtMs: START_MS + 2 * 3_600_000,
  });
  const ended = does(promised, agent, { type: 'breakOff', reason: 'customerLeft', summary: '' });
  const move: StepInput = { type: 'movePromise', text: '明天上午', dueAtMs: START_MS + 20 * 3_600_000, why: '还在查' };

  test('is kept or moved after the end, by whoever made it or a lead, and a moved one keeps its history', () => {
    expect(refusalOf(ended, colleague, { type: 'keepPromise' })).toBe('notYours');
    const moved = does(ended, lead, move);
    expect(moved.movedPromises).toMatchObject([{ text: '两小时内', why: '还在查' }]);
    const kept = does(moved, agent, { type: 'keepPromise' });
    expect(kept.promiseKept?.atMs).toBe(START_MS + 60_000);
    expect(refusalOf(kept, agent, move)).toBe('noOpenPromise');
    expect(does(kept, agent, { type: 'keepPromise' }).revision).toBe(kept.revision);
  });

  test('is never moved beyond what may be promised', () => {
    const late = { ...move, dueAtMs: START_MS + 60 * 3_600_000 } as StepInput;
    expect(refusalOf(ended, agent, late)).toBe('promiseTooLate');
  });

  test('lies within what the site allows, also where the flow allows more', () => {
    const rules = { ...defaultRules, customerReplyMinutes: 120 };
    const far: StepInput = { type: 'setPromise', text: '四小时内', dueAtMs: START_MS + 4 * 3_600_000 };
    const open = { ...fresh, stage: 'resolve' } as Conversation;
    expect(refusalOf(open, agent, far, rules)).toBe('promiseTooLate');
    expect(refusalOf(open, agent, far)).toBeNull();
  });
});
