/** Shared programs for tests. */
import {
  BLANK_PROGRAM,
  PLAIN_VIEW,
  type Shared,
  type SharedProgram,
  type SharedView,
} from './shared';

export const PROGRAM: SharedProgram = {
  ...BLANK_PROGRAM,
  fileName: 'create.js',
  source: 'const bytes = new Uint8Array(8);\nbytes[0] = 255;\nconsole.log(bytes);',
};

export function shared(
  program: Partial<SharedProgram> = {},
  rest: Partial<Omit<Shared, 'program' | 'view'>> & { readonly view?: Partial<SharedView> } = {},
): Shared {
  return {
    program: { ...PROGRAM, ...program },
    files: rest.files ?? [],
    view: { ...PLAIN_VIEW, ...rest.view },
    language: rest.language ?? 'en',
  };
}

/** Everything that a link can hold, at once. */
export const FULL: Shared = shared(
  {
    fileName: '그림 3.js',
    source: "// 물방울 💧\nconst view = new DataView(buffer);\r\n\tconsole.log('\u202e', view);\n",
    realm: 'page',
    goal: 'script',
    html: '<canvas width="320" height="180"></canvas>',
    controls: [
      { kind: 'range', name: 't', min: 0, max: 255, step: 0.5, value: 127.5, histogram: true },
      { kind: 'toggle', name: 'isOn', label: 'On', value: true },
      {
        kind: 'select',
        name: 'mode',
        label: { en: 'Mode', ko: '방식' },
        options: [{ value: 'a', label: 'Alpha' }, { value: 'b' }],
        value: 'b',
      },
      { kind: 'button', name: 'go' },
      { kind: 'file', name: 'picture', accept: 'image/*', maxBytes: 4096, file: 'lake.png' },
    ],
    lab: 'page',
    serverHalf: { fileName: 'server.js', source: "io.on('connection', () => {});" },
    from: 'views/exercises/window',
  },
  {
    files: [
      {
        control: 'picture',
        name: 'mine.png',
        type: 'image/png',
        bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255),
      },
      { control: 'other', name: 'none', type: '', bytes: new Uint8Array(0) },
    ],
    view: {
      step: 12,
      memory: { buffer: 1, offset: 300 },
      base: 'bin',
      conditions: {
        latencyMs: 0,
        bytesPerSecond: 50_000,
        chunkBytes: null,
        dropAfter: 3,
        duplicate: true,
        reorder: false,
      },
    },
    language: 'ko',
  },
);
