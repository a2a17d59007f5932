import type { ConversationView } from '#contract/conversation/view.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import type { Conversation } from './state.ts';

type Pace = ConversationView['timers']['pace'];
export type PaceRules = Pick<
  SiteRules,
  'greetingWithinSeconds' | 'chatFirstReplySeconds' | 'acknowledgeEverySeconds' | 'callTargetSeconds'
>;

/**
 * What the two clocks of a conversation are held against. Who has just been put through is greeted within a moment,
 * and in a chat the first reply has its own limit; afterwards, and everywhere else, whoever is silent gives a sign of
 * listening in time. Only a telephone call is to be short.
 */
export function paceOf(talk: Pick<Conversation, 'channel' | 'said' | 'revision'>, rules: PaceRules): Pace {
  const { channel } = talk;
  return {
    quiet: quietOf(talk, rules),
    wholeSeconds: channel === 'phone' ? rules.callTargetSeconds : null,
  };
}

function quietOf(
  { channel, said, revision }: Pick<Conversation, 'channel' | 'said' | 'revision'>,
  rules: PaceRules,
): Pace['quiet'] {
  // Whoever wrote something down has greeted already, also where the greeting was not marked as said.
  if (channel === 'phone' && revision === 1) return { what: 'greet', seconds: rules.greetingWithinSeconds };
  if (channel === 'chat' && said.length === 0) return { what: 'firstReply', seconds: rules.chatFirstReplySeconds };
  return { what: 'acknowledge', seconds: rules.acknowledgeEverySeconds };
}
