// @ts-check
/**
 * The map of rooms: who may import whom, and why not. One table, read by the lint rule (eslint.config.mjs) and by the
 * test that draws the import graph (rooms.test.ts). docs/architecture.md draws the same arrows.
 */

/**
 * @typedef {object} Room
 * @property {string} name What messages call it.
 * @property {string} folder Where it lives: a folder without its last slash, or a file without its extension.
 * @property {readonly string[]} may Names of the rooms it imports, itself left out.
 * @property {readonly string[]} packages Packages it may import; `*` for any, `react` includes `react/…`.
 * @property {string} why One sentence: what is lost when it imports more.
 */

/** @type {readonly Room[]} */
export const ROOMS = [
  {
    name: 'core',
    folder: 'src/core',
    may: [],
    packages: ['acorn', 'fflate', 'kaitai-struct'],
    why: 'core runs in the page, a worker, the realm, the build and the tests, so it may lean on none of them: no DOM, no React, no Node.',
  },
  {
    name: 'i18n',
    folder: 'src/i18n',
    may: ['core'],
    packages: [],
    why: 'interface text is data: every room reads it, so it may read only the types of core.',
  },
  {
    name: 'realm for Node',
    folder: 'src/realm/node-entry',
    may: ['core', 'realm'],
    packages: [],
    why: 'the build runs the same realm in a Node worker; only this file knows, so that nothing of Node gets into the bundle for browsers.',
  },
  {
    name: 'realm',
    folder: 'src/realm',
    may: ['core'],
    packages: [],
    why: 'the realm is one small classic script that runs beside untrusted code; it carries no React and nothing of the page.',
  },
  {
    name: 'page lab',
    folder: 'src/page-lab',
    may: ['core'],
    packages: ['@noble/hashes'],
    why: 'the lab in the page is a script of its own that runs in a realm, over what a server half finds there.',
  },
  {
    name: 'tus of a realm',
    folder: 'src/realm-tus',
    may: ['core'],
    packages: ['tus-js-client'],
    why: 'tus is a script of its own that a realm evaluates, over what the realm gives it, so that no other program pays for the library.',
  },
  {
    name: 'network',
    folder: 'src/sandbox/net',
    may: ['core'],
    packages: ['socket.io-client', '@noble/hashes'],
    why: 'what carries messages between a program and a lab runs in the relay, at build and in tests, and is loaded only by a run that has a network.',
  },
  {
    name: 'sandbox',
    folder: 'src/sandbox',
    may: ['core', 'network'],
    packages: ['virtual:bytescope-realm'],
    why: 'the sandbox hands programs to a realm and yields Runs; it draws nothing, so that tests and every component can use it.',
  },
  {
    name: 'visualizers',
    folder: 'src/visualizers',
    may: ['core', 'i18n'],
    packages: ['react', 'react-dom'],
    why: 'a visualizer is a picture of data: it never talks to the sandbox, so that it can be drawn at build time and tested without a browser.',
  },
  {
    name: 'site',
    folder: 'src/site',
    may: [],
    packages: [],
    why: 'facts about the site are read by many rooms and depend on none.',
  },
  {
    name: 'build',
    folder: 'src/build',
    may: [
      'core',
      'i18n',
      'realm',
      'realm for Node',
      'network',
      'lessons',
      'checks',
      'site',
      'offline',
    ],
    packages: ['*'],
    why: 'the build room runs in Node before there is a page: it records snippets and loads lessons, and draws nothing.',
  },
  {
    name: 'offline',
    folder: 'src/offline',
    may: ['core'],
    packages: [],
    why: 'the service worker is one small script of its own, and pages share with it what is kept and where: no text, no component.',
  },
  {
    name: 'loader',
    folder: 'src/loader',
    may: ['core', 'offline'],
    packages: [],
    why: 'the loader is the only JavaScript a page runs before the reader touches it, so it stays a few kilobytes.',
  },
  {
    name: 'styles',
    folder: 'src/styles',
    may: [],
    packages: ['*'],
    why: 'styles import fonts and each other.',
  },
  {
    name: 'components',
    folder: 'src/components',
    may: [
      'core',
      'i18n',
      'sandbox',
      'visualizers',
      'build',
      'checks',
      'solutions',
      'site',
      'styles',
      'loader',
      'offline',
    ],
    packages: ['*'],
    why: 'components put the rooms below them together; pages and layouts use components, never the other way round.',
  },
  {
    name: 'layouts',
    folder: 'src/layouts',
    may: ['core', 'i18n', 'visualizers', 'components', 'build', 'site', 'styles', 'loader'],
    packages: ['*'],
    why: 'a layout is the frame of a page; it reaches the sandbox only through components.',
  },
  {
    name: 'content',
    folder: 'src/content.config',
    may: ['build'],
    packages: ['*'],
    why: 'the content configuration only tells Astro where lessons are and how they are checked.',
  },
  {
    name: 'pages',
    folder: 'src/pages',
    may: [
      'core',
      'i18n',
      'visualizers',
      'components',
      'layouts',
      'build',
      'content',
      'site',
      'styles',
      'loader',
      'offline',
    ],
    packages: ['*'],
    why: 'a page chooses a layout and components; it reaches the sandbox only through components.',
  },
  {
    name: 'checks',
    folder: 'src/lessons/checks',
    may: ['core', 'lessons'],
    packages: [],
    why: 'this file finds the checks of exercises by their folders, for the build and for the page that judges an attempt; it knows nothing else.',
  },
  {
    name: 'solutions',
    folder: 'src/lessons/solutions',
    may: ['core', 'lessons'],
    packages: [],
    why: 'this file finds the solutions of exercises by their folders, for the page that shows one when it is asked for.',
  },
  {
    name: 'lessons',
    folder: 'src/lessons',
    may: ['core/exercise', 'core/quiz'],
    packages: [],
    why: 'a lesson is one folder and imports only its own files and the words its checks and questions are written in (core/exercise, core/quiz); components reach MDX by a map, so that adding a lesson changes nothing else.',
  },
  {
    name: 'server',
    folder: 'server',
    may: ['core/wire', 'core/lab', 'core/formats'],
    packages: [
      'sirv',
      'socket.io',
      'engine.io',
      'socket.io-parser',
      'socket.io-client',
      '@tus/server',
      '@tus/s3-store',
      '@redis/client',
      '@socket.io/cluster-adapter',
      '@socket.io/redis-streams-adapter',
      'tus-js-client',
    ],
    why: 'the server shares only the wire contract, the lab’s rooms and the file formats with the site, so that it can be deployed and tested alone.',
  },
];

/** Built into Node: only rooms that run there may use it. */
const NODE_ROOMS = new Set(['build', 'server', 'content', 'realm for Node']);
/** Astro's and Vite's own modules: `astro:content`. */
const ASTRO_ROOMS = new Set(['build', 'components', 'layouts', 'pages', 'content']);

/**
 * The room that owns a file, by its path from the root with forward slashes; null for files outside all rooms
 * (tests, scripts, configuration), which may import anything.
 * @param {string} file
 * @returns {Room | null}
 */
export function roomOf(file) {
  if (/\.(?:test|spec|bench|fixture)\.[jt]sx?$/.test(file)) return null;
  // An import may name a file without its extension, or a folder for its index.
  const bare = file.replace(/\.[cm]?[jt]sx?$/, '');
  return ROOMS.find(({ folder }) => bare === folder || file.startsWith(`${folder}/`)) ?? null;
}

/**
 * Why `room` may not import a file or package, or null when it may.
 * @param {Room} room
 * @param {string} file The importing file, from the root.
 * @param {{ kind: 'file', path: string } | { kind: 'package', name: string }} target
 * @returns {string | null}
 */
export function findWrongArrow(room, file, target) {
  const refuse = (/** @type {string} */ what) => `${room.name} may not import ${what}: ${room.why}`;
  if (target.kind === 'package') {
    const { name } = target;
    if (name.startsWith('node:')) return NODE_ROOMS.has(room.name) ? null : refuse(name);
    if (name.startsWith('astro:')) return ASTRO_ROOMS.has(room.name) ? null : refuse(name);
    const allowed = room.packages.some(
      (each) => each === '*' || each === name || name.startsWith(`${each}/`),
    );
    return allowed ? null : refuse(`the package ${name}`);
  }
  if (room.name === 'lessons') {
    const lesson = (/** @type {string} */ at) => at.split('/').slice(0, 3).join('/');
    // A file beside the lesson folders is what every lesson may lean on: src/lessons/expectation.
    const shared = /^src\/lessons\/[^/]+$/.test(target.path);
    const words = room.may.some((each) => target.path.replace(/\/index$/, '') === `src/${each}`);
    return shared || words || lesson(file) === lesson(target.path) ? null : refuse(target.path);
  }
  const owner = roomOf(target.path);
  if (owner === room) return null;
  if (owner === null) return /^src\//.test(target.path) ? null : refuse(target.path);
  const allowed = room.may.some((each) => {
    const other = ROOMS.find((candidate) => candidate.name === each);
    return other ? other === owner : target.path.startsWith(`src/${each}/`);
  });
  return allowed ? null : refuse(`${owner.name} (${target.path})`);
}
