import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Mood } from '#contract/conversation/terms.ts';
import { type Scenario, scenarioSchema } from '#contract/library/scenario.ts';
import { type Stage, stageSchema } from '#contract/vocabulary.ts';
import { fieldsOf } from '../conversation/definition.ts';
import { capturedValue, lineValues } from '../conversation/line-values.ts';
import type { Conversation } from '../conversation/state.ts';
import { maskNumbers } from '../library/mask-numbers.ts';

interface DraftParts {
  readonly entryId: string;
  readonly day: string;
  readonly ownerName: string;
  /** Names of everybody at the site, which must not stand in a scenario. */
  readonly names: readonly string[];
  /** The wording of a line without anybody's values. */
  readonly lineText: (entryId: string, variant: string) => string;
  readonly sceneLabel: string;
}

const FACTS_MAX = 6;
const STAND_INS = ['林先生', '何女士', '罗先生', '蒋女士', '邓先生', '沈女士'];
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}/g;
const temperOf: Record<Mood, number> = { calm: 1, worried: 2, upset: 3, furious: 5, grieving: 3 };
const mannerOf: Record<Mood, Scenario['customer']['manner']> = {
  calm: 'calm',
  worried: 'hurried',
  upset: 'upset',
  furious: 'upset',
  grieving: 'distressed',
};

/** What a stage is about where the record does not say it in the customer's words, with a fair and a poor way to answer. */
const frame: Record<
  Stage,
  { says: string; good: string; fair: string; poor: string; needs: Scenario['turns'][number]['needs'] }
> = {
  accept: {
    says: '我来说个事，你们给我解决一下。',
    good: '您先坐，这事让您费心了。您慢慢说，是从什么时候开始的？',
    fair: '好的，请您说一下情况。',
    poor: '这个事情不归我们这儿管。',
    needs: ['acknowledge', 'ask'],
  },
  clarify: {
    says: '那到底是怎么回事？',
    good: '我跟您对一遍，您看我听得对不对，再给您说原因。',
    fair: '我查一下，应该是正常的。',
    poor: '您之前没看清楚吧？',
    needs: ['readBack', 'explain'],
  },
  resolve: {
    says: '那你们打算怎么办？',
    good: '我现在就办，办到哪一步、几点有结果，我都告诉您。',
    fair: '我给您反映上去。',
    poor: '我们也没有办法。',
    needs: ['offer', 'nextStep', 'when'],
  },
  followUp: {
    says: '行，那我等着。',
    good: '谢谢您说给我们听。到点我打给您，您还有别的要问吗？',
    fair: '好的，有消息联系您。',
    poor: '那就这样吧。',
    needs: ['readBack', 'thank'],
  },
};

/** A scenario to begin with, out of a past conversation: names and numbers are replaced, and a person reads it before it is kept. */
export function draftScenario(
  talk: Conversation,
  definition: ConversationDefinition,
  parts: DraftParts,
): { scenario: Scenario; replaced: string[] } {
  const standIn = STAND_INS[talk.id.charCodeAt(talk.id.length - 1) % STAND_INS.length] ?? '林先生';
  const values = lineValues(talk, definition);
  const fields = fieldsOf(talk, definition).map((field) => ({ field, value: capturedValue(talk, field) }));
  const secret = fields.flatMap(({ field, value }) => (field.personal && value.length > 1 ? [value] : []));
  const known = [values['customerName'] ?? '', talk.customer.name ?? '', ...secret, ...parts.names];
  const names = [...new Set(known)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const replaced = new Set<string>();
  const clean = (text: string, most: number): string => {
    let now = text;
    for (const name of names) {
      if (now.includes(name)) replaced.add(name);
      now = now.replaceAll(name, parts.names.includes(name) ? '同事' : standIn);
    }
    const masked = maskNumbers(now.replaceAll(PLATE, '•••••')).replaceAll(/\s+/g, ' ').trim();
    if (masked !== now.trim()) replaced.add('•••••');
    return masked.slice(0, most);
  };
  const open = fields.filter(({ field, value }) => value !== '' && !field.personal);
  const captured = (id: string) => open.find(({ field }) => field.id === id)?.value ?? '';
  const matter = clean(captured('matter') || talk.note || talk.summary, 300);
  const demand = clean(captured('demand'), 120);
  const mood = talk.mood ?? 'worried';
  const scenario = scenarioSchema.parse({
    kind: 'scenario',
    id: parts.entryId,
    title: `演练 · ${clean(matter, 16) || definition.flow.title}`.slice(0, 60),
    keywords: ['演练', '真事改编'],
    provenance: { owner: parts.ownerName, review: 'draft', effectiveFrom: parts.day },
    scene: talk.scene,
    difficulty: 2,
    briefing: clean(`${parts.sceneLabel}的一位客户。${matter}`, 200).padEnd(4, '。'),
    customer: {
      name: standIn,
      tier: talk.customer.tier,
      channel: talk.channel,
      manner: mannerOf[mood],
      temper: temperOf[mood],
      wants: demand.length >= 4 ? demand : '有人听完，也有个准话',
    },
    facts: open
      .filter(
        ({ field }) =>
          field.id !== 'matter' && field.id !== 'demand' && (field.type === 'text' || field.type === 'longText'),
      )
      .map(({ field, value }) => ({ id: field.id, text: clean(`${field.label}：${value}`, 120) }))
      .slice(0, FACTS_MAX),
    turns: stageSchema.options.map((stage, place) => turnOf(talk, stage, place, { matter, parts, clean })),
    endings: [
      {
        id: 'settled',
        title: '说定了',
        quality: 'good',
        says: '行，那我放心了。',
        lesson: '先接住心情，再把下一步说到钟点。',
      },
      {
        id: 'waiting',
        title: '还悬着',
        quality: 'fair',
        says: '那我再等等看吧。',
        lesson: '事情有了着落，话还没有说到底。',
      },
      {
        id: 'left',
        title: '走了',
        quality: 'poor',
        says: '不说了，我找别人去。',
        lesson: '一句推开的话，前面的都白做了。',
      },
    ],
  });
  return { scenario: withFacts(scenario), replaced: [...replaced] };
}

interface TurnParts {
  readonly matter: string;
  readonly parts: DraftParts;
  readonly clean: (text: string, most: number) => string;
}

function turnOf(talk: Conversation, stage: Stage, place: number, { matter, parts, clean }: TurnParts) {
  const { says, good, fair, poor, needs } = frame[stage];
  const said = talk.said.filter((line) => line.stage === stage).at(-1);
  const words = said ? clean(parts.lineText(said.entryId, said.variant), 200) : '';
  const next = stageSchema.options[place + 1];
  return {
    id: stage,
    stage,
    says: stage === 'accept' && matter.length >= 2 ? matter : says,
    needs,
    ...(said ? { bestLine: said.entryId } : {}),
    answers: [
      { id: 'good', text: words.length >= 2 ? words : good, quality: 'good', temper: -1, to: next ?? 'settled' },
      { id: 'fair', text: fair, quality: 'fair', temper: 0, to: next ?? 'waiting' },
      { id: 'poor', text: poor, quality: 'poor', temper: 2, to: 'left' },
    ],
  };
}

/** What the customer keeps back is brought out by the good answers of the first two stages. */
function withFacts(scenario: Scenario): Scenario {
  const ids = scenario.facts.map(({ id }) => id);
  const half = Math.ceil(ids.length / 2);
  const told: Record<string, string[]> = { accept: ids.slice(0, half), clarify: ids.slice(half) };
  return {
    ...scenario,
    turns: scenario.turns.map((turn) => ({
      ...turn,
      answers: turn.answers.map((answer) =>
        answer.id === 'good' ? { ...answer, reveals: told[turn.id] ?? [] } : answer,
      ),
    })),
  };
}
