import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ConnectionState, CoreConnection } from '#renderer/core-client/core-connection.ts';
import { CoreProvider } from '#renderer/core-client/core-provider.tsx';
import { createQueryClient } from '#renderer/core-client/query-client.ts';
import { NoticeProvider } from '#renderer/ui/notice.tsx';

/** Shows a part of the window over a core that answers these calls, by slice, and changes nothing by itself. */
export function showOverCore(
  part: ReactNode,
  slices: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  state: ConnectionState = { kind: 'connecting' },
): void {
  const connection = {
    client: { ...slices, system: { changes: () => new Promise(() => undefined), ...slices['system'] } },
    state: () => state,
    subscribe: () => () => undefined,
  } as unknown as CoreConnection;
  render(
    <CoreProvider connection={connection} queries={createQueryClient()}>
      <NoticeProvider>{part}</NoticeProvider>
    </CoreProvider>,
  );
}
