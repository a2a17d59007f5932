import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission, SentAway } from './admission.ts';
import type { Metrics } from './metrics.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What somebody hears who comes while too many are waiting. */
export function awayAnswer({ waitSeconds }: SentAway, metrics: Metrics) {
  metrics.count('sent_away');
  return {
    status: 503,
    headers: { 'retry-after': String(waitSeconds), 'content-type': 'application/json' },
    body: JSON.stringify({ message: 'busy' }),
  } as const;
}

/** In front of everything that reads a request, so that turning one away costs as little as can be; health and figures are always answered. */
export function turnAway(admission: Admission, metrics: Metrics, listener: Listener): Listener {
  return (request, response) => {
    const away = request.url?.startsWith('/v1/') ? admission.look() : null;
    if (away === null) return listener(request, response);
    const { status, headers, body } = awayAnswer(away, metrics);
    return response.writeHead(status, headers).end(body);
  };
}
