// @ts-check
/**
 * Makes the clips that the video lessons play and take apart: `npm run media:clips`. A drawn scene with its frame number
 * and its time, and a tone for each second. Needs ffmpeg (Debian's package has all encoders); the same version makes
 * the same bytes. What made the clips that are committed stands in public/media/clips.json.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FPS = 24;
const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf';
const target = path.join(import.meta.dirname, '../../public/media');
const work = mkdtempSync(path.join(tmpdir(), 'bytescope-clips-'));

/** @param {readonly string[]} args */
function ffmpeg(...args) {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * The scene: slow colours, a ball that bounces once in two seconds, a grid, the frame and the time in figures.
 * @param {number} width
 * @param {number} height
 * @param {number} seconds
 */
function picture(width, height, seconds) {
  const ball = Math.round(height / 6);
  const small = Math.max(10, Math.round(height / 18));
  const large = Math.round(height / 6);
  const size = `${width}x${height}`;
  return [
    `gradients=s=${size}:r=${FPS}:d=${seconds}:n=4:c0=0x0b3954:c1=0x087e8b:c2=0xff5a5f:c3=0xf4d35e:speed=0.015:seed=7[bg]`,
    `color=c=0xffffff:s=${ball}x${ball}:r=${FPS}:d=${seconds},format=rgba,geq=r=255:g=255:b=255:a='if(lte(hypot(X-${ball / 2},Y-${ball / 2}),${ball / 2 - 1}),235,0)'[ball]`,
    `[bg][ball]overlay=x='(W-w)/2+0.36*W*sin(2*PI*t/4)':y='0.58*H-0.4*H*abs(cos(2*PI*t/2))':eval=frame[moving]`,
    `[moving]drawgrid=w=${width / 10}:h=${height / 6}:t=1:c=white@0.12,` +
      `drawbox=x=0:y=ih-${small * 2}:w=iw:h=${small * 2}:c=black@0.55:t=fill,` +
      `drawtext=fontfile=${FONT}:text='frame %{n}  %{pts\\:hms}':x=${small}:y=h-${Math.round(small * 1.5)}:fontsize=${small}:fontcolor=white,` +
      `drawtext=fontfile=${FONT}:text='%{eif\\:floor(t)\\:d}':x=w-${large * 1.5}:y=${small}:fontsize=${large}:fontcolor=white:box=1:boxcolor=black@0.4:boxborderw=6,` +
      'format=yuv420p[v]',
  ].join(';');
}

/**
 * Left: a tone that rises each second; right: a fifth above, every other second; on both a click as each second begins.
 * @param {number} seconds
 */
const tone = (seconds) =>
  "aevalsrc=exprs='0.22*sin(2*PI*(220*pow(2\\,mod(floor(t)\\,12)/12))*t)+0.25*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.04)" +
  `|0.22*sin(2*PI*(330*pow(2\\,mod(floor(t)\\,12)/12))*t)*between(mod(t\\,2)\\,0\\,1)+0.25*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.04)':s=48000:d=${seconds}[s]`;

/** No dates, no versions, no random identities: the same picture gives the same file. */
const EXACT = [
  '-map_metadata',
  '-1',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
];
/** A keyframe each second, and no other. */
const SECONDS = ['-g', String(FPS), '-keyint_min', String(FPS)];
/** A cluster begins at keyframes alone, so it is a second long; cues stand in front. */
const CLUSTERS = ['-f', 'webm', '-cluster_time_limit', '5000', '-cluster_size_limit', '5000000'];
const CUES = ['-cues_to_front', '1'];

const vp8 = (/** @type {string} */ rate) => [
  '-c:v',
  'libvpx',
  '-b:v',
  rate,
  '-auto-alt-ref',
  '0',
  '-deadline',
  'good',
  '-cpu-used',
  '1',
  '-threads',
  '1',
  ...SECONDS,
];
const vorbis = ['-c:a', 'libvorbis', '-ac', '2', '-b:a', '80k'];
const vp9 = [
  '-c:v',
  'libvpx-vp9',
  '-b:v',
  '0',
  '-crf',
  '40',
  '-deadline',
  'good',
  '-cpu-used',
  '2',
  '-threads',
  '1',
  ...SECONDS,
];
const opus = ['-c:a', 'libopus', '-ac', '2', '-b:a', '64k'];
const h264 = [
  // Without B-frames a decoder's time begins at 0 in every engine.
  '-c:v',
  'libx264',
  '-profile:v',
  'main',
  '-level',
  '3.1',
  '-crf',
  '29',
  '-preset',
  'slow',
  '-bf',
  '0',
  '-sc_threshold',
  '0',
  '-threads',
  '1',
  ...SECONDS,
];
const aac = ['-c:a', 'aac', '-ac', '2', '-b:a', '80k'];

const large = path.join(work, 'large.mkv');
const small = path.join(work, 'small.mkv');

/** @type {readonly { file: string, is: string, from: string, args: readonly string[] }[]} */
const CLIPS = [
  {
    file: 'clip-vp8.webm',
    is: 'VP8 and Vorbis in WebM, 640 × 360, 12 s, a cluster a second, cues in front',
    from: large,
    args: [...vp8('350k'), ...vorbis, ...CLUSTERS, ...CUES],
  },
  {
    file: 'clip-vp9.webm',
    is: 'VP9 and Opus in WebM, 640 × 360, 12 s, a cluster a second, cues in front',
    from: large,
    args: [...vp9, ...opus, ...CLUSTERS, ...CUES],
  },
  {
    file: 'pattern-vp8.webm',
    is: 'VP8 without sound in WebM, 320 × 180, 4 s, a cluster a second, cues in front',
    from: small,
    args: ['-an', ...vp8('280k'), ...CLUSTERS, ...CUES],
  },
  {
    file: 'pattern-vp9.webm',
    is: 'VP9 without sound in WebM, 320 × 180, 4 s, a cluster a second, cues in front',
    from: small,
    args: ['-an', ...vp9, ...CLUSTERS, ...CUES],
  },
  {
    file: 'recorded.webm',
    is: 'VP8 without sound in WebM as a recorder writes it: a segment of unknown size, no duration, no cues; 320 × 180, 4 s',
    from: small,
    args: ['-an', ...vp8('280k'), ...CLUSTERS, '-live', '1'],
  },
  {
    file: 'clip-fragmented.mp4',
    is: 'H.264 and AAC in fragmented MP4, 640 × 360, 12 s, a fragment a second',
    from: large,
    args: [
      ...h264,
      ...aac,
      '-movflags',
      '+frag_keyframe+empty_moov+default_base_moof',
      '-frag_duration',
      '1000000',
      '-f',
      'mp4',
    ],
  },
  {
    file: 'clip-plain.mp4',
    is: 'the same in plain MP4, with its index in front',
    from: large,
    args: [...h264, ...aac, '-movflags', '+faststart', '-f', 'mp4'],
  },
];

try {
  const raw = ['-c:v', 'ffv1', '-c:a', 'pcm_s16le'];
  const scene = (/** @type {number} */ w, /** @type {number} */ h, /** @type {number} */ s) => [
    '-filter_complex',
    `${picture(w, h, s)};${tone(s)}`,
    '-map',
    '[v]',
    '-map',
    '[s]',
    ...raw,
    '-t',
    String(s),
  ];
  ffmpeg(...scene(640, 360, 12), large);
  ffmpeg(...scene(320, 180, 4), small);
  const clips = CLIPS.map(({ file, is, from, args }) => {
    const made = path.join(target, file);
    ffmpeg('-i', from, ...EXACT, ...args, made);
    const sha256 = createHash('sha256').update(readFileSync(made)).digest('hex');
    console.log(`${file}: ${statSync(made).size} bytes`);
    return { file, is, byteLength: statSync(made).size, sha256 };
  });
  const [version = ''] = execFileSync('ffmpeg', ['-version'], { encoding: 'utf8' }).split('\n');
  const provenance = {
    madeBy: 'scripts/media/clips.mjs',
    with: version.replace(/ Copyright.*/, ''),
    clips,
  };
  writeFileSync(path.join(target, 'clips.json'), `${JSON.stringify(provenance, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
