import { z } from 'zod';
import { command } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { lineUseInput } from './library.ts';

export const quickBarContract = {
  /**
   * Copies a line from the quick bar or records that it was said, as `library.copyLine` and `library.sayLine` do. It belongs to
   * the conversation that the person is in, which the bar itself never learns of.
   */
  take: command
    .errors({
      notFound: callErrors.notFound,
      lineNotUsable: callErrors.lineNotUsable,
      variablesMissing: callErrors.variablesMissing,
    })
    .input(lineUseInput.omit({ channel: true, conversationId: true }).extend({ how: z.enum(['copied', 'said']) }))
    .output(z.object({ text: z.string(), eventId: z.string() })),
};
