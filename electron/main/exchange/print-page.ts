import { BrowserWindow, session } from 'electron';

const SCHEME = 'counterpart-print';
const PAGE = `${SCHEME}://page/`;
const TIME_LIMIT_MS = 90_000;

/**
 * Prints a page of plain HTML (UTF-8) to PDF in a window nobody sees: without scripts, in a session of its own that keeps
 * nothing and reaches nothing but this page. Rejects when the page does not load or takes too long.
 */
export async function printPage(page: Uint8Array): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${process.hrtime.bigint()}`, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: details.url !== PAGE }));
  own.protocol.handle(
    SCHEME,
    () => new Response(Buffer.from(page), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false, images: false },
  });
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error('printing took too long')), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([late, window.loadURL(PAGE).then(() => pdfOf(window))]);
  } finally {
    clearTimeout(clock);
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

async function pdfOf(window: BrowserWindow): Promise<Uint8Array> {
  const number = '<span class="pageNumber"></span> / <span class="totalPages"></span>';
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: false,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="width:100%;font-size:8px;color:#666;text-align:center">${number}</div>`,
  });
}
