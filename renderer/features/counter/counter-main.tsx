import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { CounterShell } from '#contract/shell.ts';
import { connectShell } from '#renderer/core-client/connect-shell.ts';
import { createCoreConnection } from '#renderer/core-client/core-connection.ts';
import { startI18n } from '#renderer/i18n/start-i18n.ts';
import '#renderer/styles/app.css';
import '#renderer/styles/counter.css';
import { CounterPage } from './counter-page.tsx';
import { followSlip } from './follow-slip.ts';

declare global {
  interface Window {
    readonly counterShell: CounterShell;
  }
}

const connection = createCoreConnection();
connectShell(connection, () => window.counterShell.requestCore());
await startI18n('zh-CN');

const place = document.getElementById('root');
if (place === null) throw new Error('counter.html has no #root');
createRoot(place).render(
  <StrictMode>
    <CounterPage follow={(onShown) => followSlip(connection, onShown)} />
  </StrictMode>,
);
