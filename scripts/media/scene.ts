/**
 * A lake under mountains at dusk, computed: the same numbers give the same bytes on every machine, so that a test can
 * draw it again and compare. Coordinates are those of the large picture, 640 × 400; the small one is a part of it.
 */

/** Unsigned bytes, four a pixel: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

type Colour = readonly [number, number, number];

/** The place of a picture's pixels in the scene: pixel (x, y) shows the point (x × scale, top + y × scale). */
interface View {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly top: number;
}

export const VIEWS = {
  large: { width: 640, height: 400, scale: 1, top: 0 },
  /** The size of the picture in the 2015 post. */
  small: { width: 327, height: 125, scale: 640 / 327, top: 104 },
} as const satisfies Record<string, View>;

const HORIZON = 262;
const SUN = { x: 452, y: 196 } as const;
const WIDTH = 640;

const RIDGES = [
  { frequency: 0.0062, height: 150, sharpness: 2, base: 6, haze: 0.62, colour: [120, 124, 150] },
  { frequency: 0.0085, height: 104, sharpness: 2, base: 2, haze: 0.5, colour: [82, 92, 122] },
  { frequency: 0.012, height: 58, sharpness: 1, base: 0, haze: 0.34, colour: [48, 60, 86] },
  { frequency: 0.02, height: 20, sharpness: 1, base: -3, haze: 0.1, colour: [22, 31, 46] },
] as const satisfies readonly unknown[];

/** A number from 0 to 1 that looks random and depends on the place alone. */
function random(x: number, y: number): number {
  let n = (Math.imul(x, 374761393) + Math.imul(y, 668265263)) | 0;
  n = Math.imul(n ^ (n >>> 13), 1274126177);
  return ((n ^ (n >>> 16)) >>> 0) / 2 ** 32;
}

const lerp = (from: number, to: number, t: number) => from + (to - from) * t;
const clamp = (value: number) => Math.max(0, Math.min(1, value));
const smooth = (t: number) => t * t * (3 - 2 * t);

function noise(x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const u = smooth(x - left);
  const v = smooth(y - top);
  return lerp(
    lerp(random(left, top), random(left + 1, top), u),
    lerp(random(left, top + 1), random(left + 1, top + 1), u),
    v,
  );
}

/** Noise on noise, each twice as fine and half as strong: from 0 to 1. */
function fractal(x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum += strength * noise(x, y);
    x = x * 2.03 + 17;
    y = y * 2.03 + 31;
    strength *= 0.5;
  }
  return sum;
}

function mix(from: Colour, to: Colour, t: number): Colour {
  return [lerp(from[0], to[0], t), lerp(from[1], to[1], t), lerp(from[2], to[2], t)];
}

/** The height at which a ridge ends, seen from above. */
function crest(ridge: number, x: number): number {
  const { frequency, height, sharpness, base } = RIDGES[ridge] as (typeof RIDGES)[number];
  const fold = 1 - Math.abs(2 * fractal(x * frequency + ridge * 40, ridge * 9.7, 6) - 1);
  return HORIZON - height * (sharpness === 2 ? fold * fold : fold) - base;
}

function sky(x: number, y: number): Colour {
  const t = clamp(y / HORIZON);
  const away = Math.sqrt((x - SUN.x) ** 2 + ((y - SUN.y) * 1.15) ** 2);
  const high: Colour = [38, 62, 104];
  const middle: Colour = [128, 138, 168];
  let colour =
    t < 0.55 ? mix(high, middle, t / 0.55) : mix(middle, [246, 178, 120], (t - 0.55) / 0.45);
  const glow = clamp(1 - away / 260);
  colour = mix(colour, [255, 214, 150], glow * glow * 0.75);
  const cloud = clamp((fractal(x * 0.008, y * 0.026 + 5, 5) - 0.46) * 3.4) * clamp(1.15 - t);
  colour = mix(colour, mix([255, 190, 150], [92, 96, 130], clamp(1.2 - t)), cloud * 0.7);
  return away < 17 ? mix([255, 246, 216], colour, clamp(away - 15.5) * 0.6) : colour;
}

function land(x: number, y: number, crests: readonly Float64Array[]): Colour {
  let colour = sky(x, y);
  RIDGES.forEach((ridge, index) => {
    const top = crests[index]?.[Math.round(x)] ?? HORIZON;
    if (y <= top) return;
    const depth = clamp((y - top) / (HORIZON - top + 1));
    const grain = (fractal(x * 0.06 + index * 7, y * 0.05, 3) - 0.5) * (26 - 5 * index);
    const lit = clamp(1 - Math.abs(x - SUN.x) / 420) * (1 - index * 0.22);
    const [red, green, blue] = ridge.colour;
    const own: Colour = [red + grain + 46 * lit, green + grain + 22 * lit, blue + grain + 4 * lit];
    colour = mix(own, [236, 182, 142], depth * depth * ridge.haze);
  });
  return colour;
}

/** What lies above the water, seen in its ripples. */
function water(x: number, y: number, crests: readonly Float64Array[]): Colour {
  const below = y - HORIZON;
  const ripple = (fractal(x * 0.012, below * 0.22, 4) - 0.5) * (3 + below * 0.32);
  const seenX = Math.max(0, Math.min(WIDTH - 1, x + ripple * 2.2));
  const seenY = Math.max(0, HORIZON - 1 - below * 1.32 + ripple * 2.4);
  const seen = mix(land(seenX, seenY, crests), [26, 38, 58], 0.2 + 0.36 * clamp(below / 138));
  const sparkle =
    clamp((fractal(x * 0.05, below * 0.5, 3) - 0.52) * 5) *
    clamp(1 - Math.abs(x - SUN.x) / (46 + below));
  return mix(seen, [255, 220, 168], sparkle * 0.75);
}

/** How much single pixels differ from their place: as film does, and little, since PNG cannot pack it. */
const GRAIN = 2.5;

export function drawScene({ width, height, scale, top }: View): Picture {
  const crests = RIDGES.map((_, ridge) =>
    Float64Array.from({ length: WIDTH + 1 }, (_unused, x) => crest(ridge, x)),
  );
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const [sceneX, sceneY] = [x * scale, top + y * scale];
      const paint = sceneY < HORIZON ? land : water;
      const [red, green, blue] = paint(sceneX, sceneY, crests);
      const grain = (random(x, y) - 0.5) * GRAIN;
      data[i] = red + grain;
      data[i + 1] = green + grain;
      data[i + 2] = blue + grain;
      data[i + 3] = 255;
    }
  }
  return { width, height, data };
}

/** The picture as a camera stores it that was held on its side: a quarter turn counter-clockwise. */
export function turnLeft({ width, height, data }: Picture): Picture {
  const turned = new Uint8ClampedArray(data.length);
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(turned.buffer);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      to[(width - 1 - x) * height + y] = from[y * width + x] as number;
    }
  }
  return { width: height, height: width, data: turned };
}
