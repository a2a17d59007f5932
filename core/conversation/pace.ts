import type { ConversationView } from '#contract/conversation/view.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import type { Conversation } from './state.ts';

type Pace = ConversationView['timers']['pace'];

/**
 * What the two clocks of a conversation are held against. In a chat the first reply has its own limit; afterwards, and
 * everywhere else, whoever is silent gives a sign of listening in time. Only a telephone call is to be short.
 */
export function paceOf(
  { channel, said }: Pick<Conversation, 'channel' | 'said'>,
  rules: Pick<SiteRules, 'chatFirstReplySeconds' | 'acknowledgeEverySeconds' | 'callTargetSeconds'>,
): Pace {
  const first = channel === 'chat' && said.length === 0;
  return {
    quiet: first
      ? { what: 'firstReply', seconds: rules.chatFirstReplySeconds }
      : { what: 'acknowledge', seconds: rules.acknowledgeEverySeconds },
    wholeSeconds: channel === 'phone' ? rules.callTargetSeconds : null,
  };
}
