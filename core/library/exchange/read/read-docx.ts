import type { LibrarySnapshot } from '../snapshot.ts';
import { type DocumentBlock, type DocumentNode, documentBlocks } from './document-blocks.ts';
import { DocumentReader } from './document-reader.ts';
import { ImportRefused, importLimits } from './import-limits.ts';
import type { ReadFile, WhenLoaded } from './import-record.ts';
import { inspectArchive } from './inspect-archive.ts';

/** Reads a team's wording document: headings are scenes and titles, tables are rows, list items are lines. */
export async function readDocx(bytes: Uint8Array, library: LibrarySnapshot, whenLoaded: WhenLoaded): Promise<ReadFile> {
  await inspectArchive(bytes, 'docx');
  const blocks = await blocksOf(bytes, whenLoaded);
  const scenes = new Set(library.packs.flatMap((pack) => pack.scenes.flatMap(({ id, label }) => [id, label])));
  const packs = new Set(library.packs.flatMap(({ id, title }) => [id, title]));
  const reader = new DocumentReader({ isScene: (name) => scenes.has(name), isPack: (name) => packs.has(name) });
  for (const block of blocks) reader.take(block);
  const found = reader.finish();
  if (found.records.length > importLimits.rows)
    throw new ImportRefused('tooManyRows', `超过 ${importLimits.rows} 条，请分几次导入`);
  if (found.records.length === 0)
    throw new ImportRefused('nothingFound', '文档里没找到口径：请用标题、表格或列表来排，写法见说明');
  return found;
}

async function blocksOf(bytes: Uint8Array, whenLoaded: WhenLoaded): Promise<DocumentBlock[]> {
  // Loaded only for documents.
  const { default: mammoth } = await import('mammoth');
  await whenLoaded();
  const captured: { document: DocumentNode | null } = { document: null };
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        // The document is all that is wanted: what is returned here would only be turned into HTML.
        transformDocument: (document: DocumentNode) => {
          captured.document = document;
          return { ...document, children: [] };
        },
      },
    );
  } catch {
    throw new ImportRefused('unreadable', '文档打不开，请用 Word 另存一次');
  }
  return captured.document ? documentBlocks(captured.document) : [];
}
