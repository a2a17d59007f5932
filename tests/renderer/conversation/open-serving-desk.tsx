import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Root } from '#renderer/app/root.tsx';
import { createCoreConnection } from '#renderer/core-client/core-connection.ts';
import { createQueryClient } from '#renderer/core-client/query-client.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { wholeWording } from '#tests/renderer/whole-wording.ts';

/** A real core on a busy PC takes its time to open, and at its first check of a text. */
export const BUSY = { timeout: 10_000 };

export interface ServingDesk {
  opened: OpenCore;
  /** Takes the core away, as its death would; `comeBack` is its restart. */
  lose(): void;
  comeBack(): void;
  press(key: string, more?: KeyboardEventInit): void;
  column(): HTMLElement;
  close(): void;
}

/** The whole renderer over a real core with its real database, with an agent signed in. */
export async function openServingDesk(): Promise<ServingDesk> {
  cleanup();
  localStorage.clear();
  const opened = await openCore();
  await signInAs(opened, 'agent');
  Object.assign(window, {
    innerWidth: 1280,
    counterpartShell: {
      requestCore: () => {},
      copyText: async () => {},
      print: async () => {},
      setLanguage: async () => {},
      platform: 'linux',
      appVersion: '0',
    },
  });
  await wholeWording('zh-CN');
  const connection = createCoreConnection();
  const handler = new RPCHandler(opened.core.router);
  let far: { close(): void } = { close: () => {} };
  const comeBack = () => {
    const { port1, port2 } = new NodeMessageChannel();
    handler.upgrade(port2 as unknown as MessagePort, { context: opened.core.context });
    port2.start();
    far = port2;
    connection.attach(port1 as unknown as MessagePort);
  };
  comeBack();
  render(<Root connection={connection} queries={createQueryClient()} />);
  await waitFor(() => screen.getByRole('button', { name: /新接待/ }), BUSY);
  return {
    opened,
    lose: () => far.close(),
    comeBack,
    press(key, more = {}) {
      const code = /^\d$/.test(key) ? `Digit${key}` : key;
      fireEvent.keyDown(document.activeElement ?? document.body, { key, code, ...more });
    },
    column: () => screen.getByRole('complementary'),
    close() {
      cleanup();
      far.close();
      opened.remove();
    },
  };
}

/** Starts a conversation with everything left open, and waits until it stands in its first stage. */
export async function startServing(desk: ServingDesk): Promise<void> {
  desk.press('n', { ctrlKey: true });
  const name = await waitFor(() => screen.getByRole<HTMLInputElement>('textbox', { name: '称呼' }), BUSY);
  fireEvent.change(name, { target: { value: '王' } });
  desk.press('1', { altKey: true });
  const flow = await waitFor(() => screen.getByRole('radio', { name: '营业厅 · 投诉四环节' }));
  if (flow.getAttribute('aria-checked') !== 'true') fireEvent.click(flow);
  fireEvent.submit(name);
  await waitFor(() => screen.getByRole('list', { name: '四个环节' }), BUSY);
}
