/** A folder may import exactly these; there is no list of exemptions. */
const allowed = {
  contract: { folders: ['contract'], packages: ['zod', '@orpc/contract'] },
  ledger: { folders: ['ledger', 'contract'], packages: ['zod'], builtins: ['crypto'] },
  core: { folders: ['core', 'ledger', 'contract'] },
  'sync-server': { folders: ['sync-server', 'ledger', 'contract'] },
  renderer: { folders: ['renderer', 'contract'] },
  'electron/core-host': { folders: ['electron/core-host', 'core', 'contract'] },
  'electron/main': { folders: ['electron/main', 'contract'] },
  'electron/preload': { folders: ['electron/preload', 'contract'] },
  tools: { folders: ['tools', 'core', 'ledger', 'contract'] },
};

const inside = (folders) => `^(${folders.join('|')})/`;
const ownFolders = [
  'contract',
  'ledger',
  'core',
  'electron',
  'renderer',
  'tools',
  'bench',
  'tests',
  'scripts-library',
  'sync-server',
];

const folderRules = Object.entries(allowed).map(([from, { folders }]) => ({
  name: `${from.replace('/', '-')}-imports-only-its-floor`,
  comment: `${from} may import ${folders.join(', ')} and nothing else of the house`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: inside(ownFolders), pathNot: inside(folders) },
}));

const packageRules = Object.entries(allowed)
  .filter(([, { packages }]) => packages)
  .map(([from, { packages }]) => ({
    name: `${from}-imports-only-its-packages`,
    severity: 'error',
    from: { path: `^${from}/` },
    to: { path: '(^|/)node_modules/', pathNot: `(^|/)node_modules/(${packages.join('|')})/` },
  }));

const builtinRules = [
  {
    name: 'contract-and-renderer-run-anywhere',
    severity: 'error',
    from: { path: '^(contract|renderer)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'ledger-needs-only-crypto',
    severity: 'error',
    from: { path: '^ledger/' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
];

export default {
  forbidden: [
    ...folderRules,
    ...packageRules,
    ...builtinRules,
    {
      name: 'electron-only-in-its-folder',
      comment: 'everything else runs in plain Node or in a browser',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)|tests|bench|tools)/|^electron\\.vite\\.config' },
      to: { path: '(^|/)node_modules/electron(-log|-updater)?/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    { name: 'nothing-imports-bench', severity: 'error', from: { pathNot: '^(tests|bench)/' }, to: { path: '^bench/' } },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
