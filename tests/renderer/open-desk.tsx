import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Root } from '#renderer/app/root.tsx';
import { createCoreConnection } from '#renderer/core-client/core-connection.ts';
import { createQueryClient } from '#renderer/core-client/query-client.ts';
import { wholeWording } from '#tests/renderer/whole-wording.ts';
import { type FakeCore, fakeCore } from './fake-core.ts';

export interface OpenDesk {
  core: FakeCore;
  connection: ReturnType<typeof createCoreConnection>;
  clipboard: string[];
  far: { close(): void };
  box(): HTMLInputElement;
  type(text: string): void;
  press(key: string, more?: KeyboardEventInit): void;
}

/** The whole renderer over a core in memory, with somebody signed in and the search box focused. */
export async function openDesk(prepare: (core: FakeCore) => void = () => {}): Promise<OpenDesk> {
  cleanup();
  localStorage.clear();
  const core = fakeCore();
  prepare(core);
  const clipboard: string[] = [];
  Object.assign(window, {
    counterpartShell: {
      requestCore: () => {},
      copyText: async (text: string) => void clipboard.push(text),
      print: async () => {},
      setLanguage: async () => {},
      platform: 'linux',
      appVersion: '0',
    },
  });
  await wholeWording('zh-CN');
  const connection = createCoreConnection();
  const { near, far } = core.openPort();
  connection.attach(near);
  render(<Root connection={connection} queries={createQueryClient()} />);
  const box = () => screen.getByRole<HTMLInputElement>('combobox');
  if (core.person) {
    await waitFor(() => box());
    box().focus();
    await waitFor(() => screen.getAllByRole('option'));
  }
  return {
    core,
    connection,
    clipboard,
    far,
    box,
    type: (text) => fireEvent.change(box(), { target: { value: text } }),
    press: (key, more = {}) => {
      const code = /^\d$/.test(key) ? `Digit${key}` : key;
      fireEvent.keyDown(document.activeElement ?? document.body, { key, code, ...more });
    },
  };
}

export const titles = () => screen.getAllByRole('option').map((option) => option.textContent ?? '');
export const selectedTitle = () => screen.getByRole('option', { selected: true }).textContent ?? '';
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
