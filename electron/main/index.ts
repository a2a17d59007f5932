import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, MessageChannelMain, type WebContents } from 'electron';
import { type CoreMessage, coreMessageType, type OpenMessage, openMessageType } from '#contract/shell.ts';
import { appPaths } from './app-paths.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { scopeOf } from './confined-windows.ts';
import { chooseHost } from './core-process/core-process.ts';
import { type CoreCondition, superviseCore } from './core-process/core-supervisor.ts';
import { forkCore, startForkedCore } from './core-process/forked-core.ts';
import { startUtilityCore } from './core-process/utility-core.ts';
import { counterWindow } from './counter-window.ts';
import { openDataKeyStore } from './data-key-store.ts';
import { chosenFiles } from './exchange/chosen-files.ts';
import { exchangeService } from './exchange/exchange-service.ts';
import { openMainWindow } from './main-window.ts';
import type { OpenTarget } from './notifications/desk-notifier.ts';
import { showNotices } from './notifications/show-notices.ts';
import { openProgramLog } from './program-log.ts';
import { quickBar } from './quick-bar/quick-bar.ts';
import { answerShellCalls } from './shell-calls.ts';
import { secureWindows } from './window-security.ts';

registerAppScheme();
const bundledNode = join(process.resourcesPath, process.platform === 'win32' ? 'node.exe' : 'node');
const paths = appPaths(existsSync(bundledNode) ? bundledNode : null);
const log = openProgramLog(paths.logDir);
const runId = randomUUID();
const host = chooseHost(Number(process.versions.napi ?? 0), paths.nodePath);
const { coreEntryFile: entryFile, nodePath, codeCacheDir } = paths;
const outside = host === 'externalNode' && nodePath !== null ? { entryFile, nodePath, codeCacheDir } : null;
const QUICK_BAR_SWITCH = '--quick-bar';
/** The first core's process, begun while Electron gets ready; only once this is known to be the one running desk. */
let begun: ChildProcess | null = null;

function runDesk(): void {
  // The default menu would take keys that the desk needs (reload, the bare Alt); macOS cannot do without one.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const keys = openDataKeyStore(paths.keyDir);
  if (host === 'none') {
    dialog.showErrorBox('口径通', '这台电脑上的运行环境太旧，无法打开记录。请安装当前版本的口径通，记录都还在。');
    app.exit(1);
    return;
  }
  /** Windows that asked for the core and are told of every change. */
  const waiting = new Set<WebContents>();

  const counter = counterWindow({ preloadFile: paths.counterPreloadFile, iconFile: paths.iconFile });
  const deskWindow = () => BrowserWindow.getAllWindows().find(({ webContents }) => scopeOf(webContents) === 'desk');

  const tell = (contents: WebContents, condition: CoreCondition): void => {
    if (contents.isDestroyed()) return;
    if (condition.kind === 'unavailable') {
      contents.postMessage('core', {
        type: coreMessageType,
        dataDir: paths.dataDir,
        ...condition,
      } satisfies CoreMessage);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    if (supervisor.connect(port1, scopeOf(contents))) {
      contents.postMessage('core', { type: coreMessageType, kind: 'port' } satisfies CoreMessage, [port2]);
    }
  };

  const exchange = exchangeService({ childFiles: paths.childFiles, log });
  const supervisor = superviseCore({
    launch: (given) =>
      exchange.attend(given, (events) =>
        outside ? startForkedCore(outside, events, begun) : startUtilityCore({ entryFile, nodePath: null }, events),
      ),
    startMessage: async () => ({
      kind: 'start',
      dataDir: paths.dataDir,
      appVersion: app.getVersion(),
      starterReleaseFile: paths.starterReleaseFile,
      verifyWorkerFile: paths.verifyWorkerFile,
      runId,
      dataKey: await keys.load(),
      keyProtection: keys.protection,
    }),
    storeKey: (dataKey) => keys.store(dataKey),
    onTold: ({ notices: told, counts }) => notices.tell(told, counts),
    onCondition: (condition) => {
      for (const contents of waiting) tell(contents, condition);
      if (condition.kind === 'ready') quick.deskReady();
    },
    log,
  });

  /** The desk's window in front, opened again if it was closed. */
  const showDesk = (): WebContents | null => {
    const window = deskWindow();
    if (!window) {
      open();
      return null;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window.webContents;
  };
  const openAt = (target: OpenTarget) =>
    showDesk()?.postMessage('core', { type: openMessageType, open: target } satisfies OpenMessage);
  const quick = quickBar({
    preloadFile: paths.quickBarPreloadFile,
    iconFile: paths.iconFile,
    preferencesFile: paths.quickBarFile,
    openDesk: openAt,
    log,
  });
  const notices = showNotices({
    iconFile: paths.iconFile,
    openDesk: () => void showDesk(),
    openQuickBar: quick.open,
    open: openAt,
    log,
  });

  answerShellCalls({
    onLanguage: notices.speak,
    files: chosenFiles(exchange.fileChosen),
    counter,
    onCoreWanted: (contents) => {
      if (!waiting.has(contents)) {
        waiting.add(contents);
        contents.once('destroyed', () => waiting.delete(contents));
      }
      tell(contents, supervisor.condition());
    },
  });

  const open = (): void => {
    const window = openMainWindow({
      preloadFile: paths.preloadFile,
      iconFile: paths.iconFile,
      appVersion: app.getVersion(),
      placeFile: paths.windowPlaceFile,
    });
    // On a Mac the app stays when its windows close, and the bar with it.
    if (process.platform !== 'darwin') window.once('closed', quick.deskClosed);
  };
  // The window first: its process and the core's then start side by side.
  open();
  supervisor.start();

  app.on('second-instance', (_event, words) => {
    // Where the system gives no program a hotkey, its own keyboard settings can run the app once more with this word.
    if (words.includes(QUICK_BAR_SWITCH)) return quick.open();
    const window = deskWindow();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (!deskWindow()) open();
  });
  app.on('will-quit', (event) => {
    // The windows are gone; what is left is to let the core close its database.
    event.preventDefault();
    void supervisor.stop().then(() => app.exit(0));
  });
}

if (app.requestSingleInstanceLock()) {
  begun = outside && forkCore(outside);
  secureWindowsWhenReady();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
} else {
  app.quit();
}

function secureWindowsWhenReady(): void {
  app.whenReady().then(
    () => {
      secureWindows();
      serveApp(paths.rendererRoot);
      runDesk();
    },
    (error: unknown) => {
      log(`the app could not start: ${String(error)}`);
      app.exit(1);
    },
  );
}
