import type { Send } from '#bench/sync/simulated-desk.ts';

/** What a bad line does to a request: late, twice, cut off on its way, or answered without the answer arriving. */
export function faultyNetwork(random: () => number): Send {
  return async (request) => {
    const fate = random();
    await new Promise((resolve) => setTimeout(resolve, random() * 4));
    if (fate < 0.15) throw new TypeError('the line broke before anything was sent');
    if (fate < 0.3) return await cutOff(request);
    if (fate < 0.45) {
      await fetch(request);
      throw new TypeError('the answer was lost');
    }
    if (fate < 0.6) {
      const [answer] = await Promise.all([fetch(request.clone()), fetch(request.clone())]);
      return answer;
    }
    return await fetch(request);
  };
}

/** Sends the head and half of the body, and hangs up. */
async function cutOff(request: Request): Promise<Response> {
  const body = new Uint8Array(await request.clone().arrayBuffer());
  const halves = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(body.subarray(0, Math.floor(body.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('the line broke in the middle'));
    },
  });
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: request.headers,
    duplex: 'half',
    ...(body.length > 0 ? { body: halves } : {}),
  };
  return await fetch(request.url, init);
}
