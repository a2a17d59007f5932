import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyLook, rememberedLook } from '#renderer/app/appearance.ts';
import { watchComposition } from '#renderer/app/composition.ts';
import { connectShell } from '#renderer/core-client/connect-shell.ts';
import { createCoreConnection } from '#renderer/core-client/core-connection.ts';
import { createQueryClient } from '#renderer/core-client/query-client.ts';
import { speak, startI18n } from '#renderer/i18n/start-i18n.ts';
import { quickBar } from '#renderer/i18n/zh-cn/quick-bar.ts';
import '#renderer/styles/app.css';
import { QuickBarRoot } from './quick-bar-root.tsx';

const connection = createCoreConnection();
connectShell(connection, () => window.quickBarShell.requestCore());

const look = rememberedLook();
applyLook(look)();
await startI18n('zh-CN');
i18next.addResourceBundle('zh-CN', 'translation', { quickBar }, true);
await speak(look.language);

watchComposition();

const place = document.getElementById('root');
if (place === null) throw new Error('quick-bar.html has no #root');
createRoot(place).render(
  <StrictMode>
    <QuickBarRoot connection={connection} queries={createQueryClient()} />
  </StrictMode>,
);
