import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectShell } from '#renderer/core-client/connect-shell.ts';
import { createCoreConnection } from '#renderer/core-client/core-connection.ts';
import { createQueryClient } from '#renderer/core-client/query-client.ts';
import { startI18n } from '#renderer/i18n/start-i18n.ts';
import '#renderer/styles/app.css';
import { applyLook, rememberedLook } from './appearance.ts';
import { askAhead } from './ask-ahead.ts';
import { watchResting } from './resting.ts';
import { Root } from './root.tsx';

const connection = createCoreConnection();
const queries = createQueryClient();
askAhead(connection, queries);
connectShell(connection);

const look = rememberedLook();
applyLook(look)();
await startI18n(look.language);

watchResting();

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <Root connection={connection} queries={queries} />
  </StrictMode>,
);
