import { openChildChannel } from './child-channel.ts';
import type { ChildMessage, ParseRequest } from './child-messages.ts';
import { parseFile } from './parse-file.ts';
import { ImportRefused } from './read/import-limits.ts';

/** Small enough that the parent checks a batch between two keystrokes. */
const BATCH = 40;

const channel = openChildChannel();
const send = (message: ChildMessage): Promise<void> => channel.send(message);

async function answer({ source, library, options }: ParseRequest): Promise<void> {
  try {
    const { items, unknownColumns, notes } = await parseFile(source, library, options, (progress) => {
      void send({ type: 'progress', progress });
    });
    for (let from = 0; from < items.length; from += BATCH) {
      await send({ type: 'progress', progress: { phase: 'sending', done: from, total: items.length } });
      await send({ type: 'items', items: items.slice(from, from + BATCH) });
    }
    await send({ type: 'done', unknownColumns, notes: notes.slice(0, 200) });
  } catch (cause) {
    await send({ type: 'refused', refusal: cause instanceof ImportRefused ? cause.refusal : { key: 'unreadable' } });
  }
  channel.close();
}

channel.onRequest((request) => void answer(request as ParseRequest));
void send({ type: 'ready' });
