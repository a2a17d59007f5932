import { openChildChannel } from './child-channel.ts';
import { type ExportAnswer, exportRequestSchema } from './export-messages.ts';

const channel = openChildChannel();
const send = (message: ExportAnswer): Promise<void> => channel.send(message);

channel.onRequest(async (raw) => {
  try {
    const { exportLibrary } = await import('./export/export-library.ts');
    const { library, format, packId } = exportRequestSchema.parse(raw);
    await send({ type: 'made', ...(await exportLibrary(library, format, packId)) });
  } catch (cause) {
    await send({ type: 'failed', reason: cause instanceof Error ? cause.message.slice(0, 400) : 'unknown' });
  }
  channel.close();
});
void send({ type: 'ready' });
