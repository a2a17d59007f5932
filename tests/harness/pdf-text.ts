import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Chromium writes one, glyph by glyph in the order it is drawn: every content stream through the
 * ToUnicode map of the font in use. Enough to see that words are in the file, no reader of every PDF there is.
 */
export function pdfText(file: Buffer): string {
  const objects = new Map<string, { head: string; stream: string }>();
  const raw = file.toString('latin1');
  for (const found of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = found;
    const begin = body.indexOf('stream\n');
    const head = begin === -1 ? body : body.slice(0, begin);
    const packed = begin === -1 ? '' : body.slice(begin + 7, body.lastIndexOf('\nendstream'));
    const stream = head.includes('/FlateDecode')
      ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      : packed;
    objects.set(id, { head, stream });
  }
  const fonts = new Map<string, FontMap>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      if (map !== undefined) fonts.set(name, unicodeMap(objects.get(map)?.stream ?? ''));
    }
  }
  let text = '';
  let font: FontMap | undefined;
  for (const { stream } of objects.values()) {
    for (const [, name, glyphs] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^\n]*T[Jj])/g)) {
      if (name !== undefined) font = fonts.get(name);
      if (font === undefined || glyphs === undefined) continue;
      for (let at = 0; at < glyphs.length; at += font.digits) {
        text += font.reads.get(Number.parseInt(glyphs.slice(at, at + font.digits), 16)) ?? '';
      }
    }
  }
  // A font that has one glyph for a hanzi and its radical reads as either.
  return text.normalize('NFKC');
}

interface FontMap {
  /** Hex digits a glyph's number is written with. */
  readonly digits: number;
  readonly reads: ReadonlyMap<number, string>;
}

function unicodeMap(cmap: string): FontMap {
  const read = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  const number = (hex: string): number => Number.parseInt(hex, 16);
  const reads = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) reads.set(number(glyph), read(to));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', last = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w{4})>/g)) {
      for (let at = number(from); at <= number(last); at += 1) {
        reads.set(at, String.fromCharCode(number(to) + at - number(from)));
      }
    }
  }
  return { digits: /begincodespacerange\n<(\w+)>/.exec(cmap)?.[1]?.length ?? 4, reads };
}
