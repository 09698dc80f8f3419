/** The 16 px line set: square caps, 1.5 px strokes. Always beside a label or inside a labelled button. */
const PATHS = {
  run: <path className="fill" d="M4 2.5v11l9-5.5z" />,
  stop: <path className="fill" d="M3.5 3.5h9v9h-9z" />,
  step: <path d="M2.5 8h7M7 4.5 10.5 8 7 11.5M13 3v10" />,
  reset: <path d="M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5h2.6" />,
  share: <path d="M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9" />,
  present: <path d="M2 3h12v7.5H2zM8 10.5v3M5 13.5h6" />,
  pass: <path d="m3 8.5 3.2 3.2L13 5" />,
  eye: (
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z" />
  ),
  open: <path d="M6.5 3H3v10h10V9.5M9 3h4v4M13 3 7.5 8.5" />,
  fail: <path d="m4 4 8 8M12 4l-8 8" />,
  warn: <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v4M8 11v.5" />,
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
      {PATHS[name]}
    </svg>
  );
}
