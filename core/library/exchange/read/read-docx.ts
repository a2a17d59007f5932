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
    throw new ImportRefused({ key: 'tooManyEntries', limit: importLimits.rows });
  if (found.records.length === 0) throw new ImportRefused({ key: 'noWording' });
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
    throw new ImportRefused({ key: 'officeUnread' });
  }
  return captured.document ? documentBlocks(captured.document) : [];
}
