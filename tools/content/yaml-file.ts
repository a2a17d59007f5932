import { readFileSync } from 'node:fs';
import { isAlias, isMap, isNode, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** A fault of the content with the place a person opens: file, and line counted from 1. */
export interface ContentFault {
  file: string;
  line: number;
  entryId: string | null;
  rule: string;
  reason: string;
}

/** A YAML file with its value and the way back from a key path to a line. */
export interface YamlFile {
  file: string;
  value: unknown;
  syntaxFaults: ContentFault[];
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one YAML file; aliases and anchors are refused because a reader could not see what they stand for. */
export function readYaml(path: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  const lineAt = (node: Node | null | undefined) => (node?.range ? lines.linePos(node.range[0]).line : 1);
  const syntaxFaults: ContentFault[] = [...document.errors, ...document.warnings].map((problem) => ({
    file,
    line: lines.linePos(problem.pos[0]).line,
    entryId: null,
    rule: 'yaml',
    reason: problem.message.split('\n')[0] ?? 'cannot be read as YAML',
  }));
  visit(document, {
    Node: (_, node) => {
      const reason = isAlias(node)
        ? `*${node.source} is read as an alias: write it out, or put the text in quotes`
        : node.anchor === undefined
          ? undefined
          : `&${node.anchor} is read as an anchor: leave it out, or put the text in quotes`;
      if (reason) syntaxFaults.push({ file, line: lineAt(node), entryId: null, rule: 'yaml', reason });
    },
  });
  return {
    file,
    value: syntaxFaults.length === 0 ? document.toJS() : null,
    syntaxFaults,
    lineOf: (path) => {
      let node: Node | null = document.contents;
      let line = lineAt(node);
      for (const key of path) {
        if (!isMap(node) && !isSeq(node)) break;
        const pair = isMap(node)
          ? node.items.find((item) => isNode(item.key) && String(item.key) === String(key))
          : null;
        const next: unknown = isMap(node) ? pair?.value : node.get(Number(key), true);
        if (!isNode(next)) break;
        node = next;
        line = lineAt(pair && isNode(pair.key) ? pair.key : next);
      }
      return line;
    },
  };
}
