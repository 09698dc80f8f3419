/** Builds the realm's page: one HTML file that holds the runtime as one inline classic script, and allows no network. */
import { createHash } from 'node:crypto';
import { build, type BuildOptions } from 'esbuild';
import { TUS_SCRIPT } from '../src/build/tus-script.ts';

export interface RealmPage {
  /** Site-absolute, with a hash of the content, so that it may be cached for ever. */
  readonly path: string;
  readonly html: string;
  /** The policy in its meta element; a server may send it as a header, too. */
  readonly policy: string;
  /** The source files it was made from, absolute: a change in one of them makes another page. */
  readonly files: readonly string[];
}

/**
 * What the page allows: code that a learner types, and data that it makes itself. No address of any network is among
 * it, so neither a request, an image, a font, a form nor a frame leaves the sandbox.
 *
 * `frame-src` keeps out what has an address, not `srcdoc` and `javascript:`, and no policy that browsers know keeps
 * WebRTC from the network. Such a frame has fresh globals but inherits this policy, so of inline scripts only the
 * realm's own may run, by its hash. Learner code is evaluated; it loses inline handlers (`onclick="…"`) by this.
 */
function policyFor(script: string): string {
  const hash = createHash('sha256').update(script, 'utf8').digest('base64');
  return Object.entries({
    'default-src': "'none'",
    'script-src': `'sha256-${hash}' 'unsafe-eval' 'wasm-unsafe-eval' blob:`,
    'style-src': "'unsafe-inline'",
    'img-src': 'blob: data:',
    'media-src': 'blob: data:',
    'font-src': 'blob: data:',
    'connect-src': 'blob: data:',
    // From the text itself where an engine starts none from a blob (src/realm/worker-pool.ts); both have this policy.
    'worker-src': 'blob: data:',
    'frame-src': "'none'",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
  })
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** The page's own look, for a snippet's buttons, canvases and videos. */
const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 12px; font: 14px/1.5 system-ui, sans-serif; color: CanvasText; overflow-wrap: anywhere; }
  button, input, select { font: inherit; }
  canvas, video, img { max-width: 100%; height: auto; }
  video { background: #000; }
  @media (pointer: coarse) {
    button, select, input:not([type=checkbox], [type=radio], [type=range]) { min-height: 44px; }
  }
`;

/** One classic script for a realm, which loads nothing else. */
const ONE_SCRIPT = {
  bundle: true,
  write: false,
  minify: true,
  metafile: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** @param root the project's folder */
export async function buildRealmPage(root: string): Promise<RealmPage> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/realm/main.ts'],
    ...ONE_SCRIPT,
  });
  const script = (outputFiles[0]?.text ?? '').trim();
  if (/<\/script|<!--/i.test(script)) {
    throw new Error(
      'The realm’s bundle holds "</script" or "<!--", which would end or break its inline script.',
    );
  }
  const policy = policyFor(script);
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>Bytescope sandbox</title>
<style>${STYLE}</style>
</head>
<body><script>${script}</script></body>
</html>
`;
  const hash = createHash('sha256').update(html).digest('hex').slice(0, 16);
  const files = Object.keys(metafile.inputs).map((file) => `${root.replace(/\/$/, '')}/${file}`);
  return { path: `/realm/${hash}.html`, html, policy, files };
}

/** A script that realms evaluate where they need it. */
export interface RealmScript {
  /** Site-absolute, with a hash of the content. */
  readonly path: string;
  readonly code: string;
  readonly files: readonly string[];
}

/** Builds the standard lab of the lab in the page: a script that a server half's realm evaluates. */
export const buildLabScript = (root: string): Promise<RealmScript> =>
  buildScript(root, 'page-lab', { entryPoints: ['src/page-lab/main.ts'], ...ONE_SCRIPT });

/** Builds `tus`, for the programs that name it. */
export const buildTusScript = (root: string): Promise<RealmScript> =>
  buildScript(root, 'realm-tus', { ...ONE_SCRIPT, ...TUS_SCRIPT });

async function buildScript(
  root: string,
  name: string,
  options: BuildOptions,
): Promise<RealmScript> {
  const { outputFiles, metafile } = await build({ absWorkingDir: root, ...options });
  const code = (outputFiles?.[0]?.text ?? '').trim();
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  const inputs = Object.keys(metafile?.inputs ?? {});
  const files = inputs.map((file) => `${root.replace(/\/$/, '')}/${file}`);
  return { path: `/_astro/${name}.${hash}.js`, code, files };
}
