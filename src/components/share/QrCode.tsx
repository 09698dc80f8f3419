/** A QR code (ISO/IEC 18004) as SVG: always dark on light, with its quiet zone, whatever the theme. */
import { correction, generate } from 'lean-qr';

/** Version 25, 117 × 117 modules: more than that a phone does not read from a wall. */
const MAX_VERSION = 25;
/** Bytes that it holds with the lowest correction (ISO/IEC 18004, table 7). */
export const MAX_QR_CHARACTERS = 1273;
/** Modules of light around it (§6.3.8). */
const QUIET = 4;

export interface QrCodeProps {
  /** ASCII, at most MAX_QR_CHARACTERS. */
  readonly text: string;
  readonly label: string;
}

export function QrCode({ text, label }: QrCodeProps) {
  const code = generate(text, { maxVersion: MAX_VERSION, minCorrectionLevel: correction.L });
  const size = code.size + 2 * QUIET;
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className="qr-light" width={size} height={size} />
      <path className="qr-dark" d={modulesPath(code)} />
    </svg>
  );
}

/** Dark modules, row by row: a run of them is one rectangle. */
function modulesPath(code: { readonly size: number; get(x: number, y: number): boolean }): string {
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const start = x;
      while (x + 1 < code.size && code.get(x + 1, y)) x++;
      const width = x - start + 1;
      path += `M${start + QUIET} ${y + QUIET}h${width}v1h-${width}z`;
    }
  }
  return path;
}
