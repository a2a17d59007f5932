import type { ElectronApplication } from '@playwright/test';

const CELL = { width: 640, height: 400 } as const;
const GAP = 12;

/**
 * Puts PNG files side by side on one sheet, a row a screen, and writes it to `target`. Electron's own image code does
 * the work, in the app that was just photographed.
 */
export async function writeContactSheet(
  app: ElectronApplication,
  rows: readonly (readonly string[])[],
  target: string,
): Promise<void> {
  await app.evaluate(
    async ({ nativeImage }, { rows, target, cell, gap }) => {
      const { writeFileSync } = process.getBuiltinModule('node:fs');
      const columns = Math.max(...rows.map((row) => row.length));
      const width = columns * (cell.width + gap) + gap;
      const height = rows.length * (cell.height + gap) + gap;
      const sheet = Buffer.alloc(width * height * 4, 0x88);
      rows.forEach((row, y) => {
        row.forEach((file, x) => {
          const full = nativeImage.createFromPath(file);
          const { width: w, height: h } = full.getSize();
          const scale = Math.min(cell.width / w, cell.height / h);
          const size = { width: Math.round(w * scale), height: Math.round(h * scale) };
          const bitmap = full.resize({ ...size, quality: 'best' }).toBitmap();
          const left = gap + x * (cell.width + gap);
          const top = gap + y * (cell.height + gap);
          for (let line = 0; line < size.height; line += 1) {
            bitmap.copy(sheet, ((top + line) * width + left) * 4, line * size.width * 4, (line + 1) * size.width * 4);
          }
        });
      });
      writeFileSync(target, nativeImage.createFromBitmap(sheet, { width, height }).toPNG());
    },
    { rows, target, cell: CELL, gap: GAP },
  );
}
