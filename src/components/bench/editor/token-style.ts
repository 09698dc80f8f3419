/**
 * One table for the code's colours: static HTML maps a token to a class, Monaco and CodeMirror map it to the same
 * colour by theme. Chrome is monochrome, so only weight, slant and two greys speak here; hue belongs to views.
 */
export interface TokenStyle {
  /** Class of the token in static code: k(eyword), c(omment), v(alue: number or string), p(unctuation). */
  readonly className: 'k' | 'c' | 'n' | 'p';
  /** TextMate scopes, most specific wins. */
  readonly scopes: readonly string[];
  readonly light: string;
  readonly dark: string;
  readonly fontStyle?: 'bold' | 'italic';
}

/** Colours of src/styles/tokens.css that an editor theme needs as numbers. A unit test holds the two together. */
export const EDITOR_COLORS = {
  light: {
    panel: '#ffffff',
    ink: '#0f1716',
    ink2: '#3f4d4a',
    ink3: '#5b6966',
    selection: '#d6dedb',
  },
  dark: {
    panel: '#101716',
    ink: '#e9f0ed',
    ink2: '#aebcb8',
    ink3: '#8b9a96',
    selection: '#25302d',
  },
} as const;

const { light, dark } = EDITOR_COLORS;

export const TOKEN_STYLES: readonly TokenStyle[] = [
  {
    className: 'p',
    scopes: [
      'punctuation',
      'meta.brace',
      'keyword.operator',
      'storage.type.function.arrow',
      'meta.delimiter',
    ],
    light: light.ink3,
    dark: dark.ink3,
  },
  {
    className: 'k',
    scopes: [
      'keyword.control',
      'keyword.operator.new',
      'keyword.operator.expression',
      'storage.type',
      'storage.modifier',
      'constant.language',
      'variable.language.this',
      'variable.language.super',
    ],
    light: light.ink,
    dark: dark.ink,
    fontStyle: 'bold',
  },
  {
    className: 'n',
    scopes: ['constant.numeric', 'string', 'punctuation.definition.string', 'constant.character'],
    light: light.ink2,
    dark: dark.ink2,
  },
  {
    className: 'c',
    scopes: ['comment', 'punctuation.definition.comment'],
    light: light.ink3,
    dark: dark.ink3,
    fontStyle: 'italic',
  },
];

export interface TextMateTheme {
  readonly name: string;
  readonly type: 'light' | 'dark';
  readonly colors: Record<string, string>;
  readonly settings: { scope?: string[]; settings: { foreground?: string; fontStyle?: string } }[];
}

/** The editor theme of one colour scheme, in TextMate's form (Shiki and Monaco both read it). */
export function editorTheme(scheme: 'light' | 'dark'): TextMateTheme {
  const colors = EDITOR_COLORS[scheme];
  return {
    name: `bytescope-${scheme}`,
    type: scheme,
    colors: {
      'editor.background': colors.panel,
      'editor.foreground': colors.ink,
      'editorLineNumber.foreground': colors.ink3,
      'editorLineNumber.activeForeground': colors.ink,
      'editor.selectionBackground': colors.selection,
      'editorCursor.foreground': colors.ink,
    },
    settings: [
      { settings: { foreground: colors.ink } },
      ...TOKEN_STYLES.map((style) => ({
        scope: [...style.scopes],
        settings: {
          foreground: style[scheme],
          ...(style.fontStyle ? { fontStyle: style.fontStyle } : {}),
        },
      })),
    ],
  };
}
