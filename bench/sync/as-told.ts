import { setTimeout as wait } from 'node:timers/promises';

/** Sends, and again whenever the server names a time to come back, at any moment of that second: as the client of a desk does. */
export async function asTold(send: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await send();
    const seconds = Number(answer.headers.get('retry-after') ?? 0);
    if (answer.status !== 503 || seconds === 0) return answer;
    await answer.arrayBuffer();
    await wait((seconds - 1 + Math.random()) * 1_000);
  }
}
