/**
 * What a snippet declares in `<name>.json` beside `<name>.js`: where it runs, how it is parsed, its own small page,
 * and where its replay opens. A snippet without the file gets the defaults.
 */
import { z } from 'astro/zod';
import { MAX_FILE_BYTES } from '../core/controls/control';
import { LOCALES, type Locale } from '../i18n/locale';
import { nearest } from './suggest';

export const SNIPPET_FIELDS = {
  realm: '"realm": "page"',
  goal: '"goal": "script"',
  html: '"html": "<canvas width=\\"320\\" height=\\"180\\"></canvas>"',
  canvases: '"canvases": [{ "width": 320, "height": 180 }]',
  controls:
    '"controls": [{ "kind": "range", "name": "threshold", "min": 0, "max": 255, "value": 128 }]',
  opensAt: '"opensAt": "start"',
  seed: '"seed": "S3"',
  lab: '"lab": "server"',
} as const;

const say = (field: keyof typeof SNIPPET_FIELDS, rule: string) =>
  `${rule} Write, for example: ${SNIPPET_FIELDS[field]}`;

const labelRule = say(
  'controls',
  'A label is a text, or texts by language: { "en": "Threshold" }.',
);
const label = z
  .union(
    [
      z.string().min(1),
      // A record of an enum would want every language.
      z
        .record(z.string(), z.string().min(1))
        .refine(
          (texts) => Object.keys(texts).every((each) => LOCALES.some((one) => one === each)),
          {
            error: labelRule,
          },
        ),
    ],
    { error: labelRule },
  )
  .optional();

/** `controls.on` is how a program listens. */
const name = z.string().regex(/^(?!on$|__proto__$)[A-Za-z_$][\w$]*$/, {
  error: say('controls', 'A control’s name is a JavaScript name, and not "on".'),
});

/** A control above the output of a snippet: src/core/controls says what each is. */
const controlSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('button'), name, label }),
    z.strictObject({ kind: z.literal('toggle'), name, label, value: z.boolean().default(false) }),
    z
      .strictObject({
        kind: z.literal('range'),
        name,
        label,
        min: z.number(),
        max: z.number(),
        step: z.number().positive().optional(),
        value: z.number(),
        unit: label,
        histogram: z.boolean().optional(),
      })
      .refine(({ min, max, value }) => min <= value && value <= max, {
        error: say('controls', 'A range begins between its min and its max.'),
      }),
    z
      .strictObject({
        kind: z.literal('select'),
        name,
        label,
        options: z
          .array(
            z.union([
              z
                .string()
                .min(1)
                .transform((value) => ({ value })),
              z.strictObject({ value: z.string(), label }),
            ]),
          )
          .min(2),
        value: z.string(),
      })
      .refine(({ options, value }) => options.some((each) => each.value === value), {
        error: say('controls', 'A select begins at one of its options.'),
      }),
    z.strictObject({
      kind: z.literal('file'),
      name,
      label,
      accept: z.string().optional(),
      maxBytes: z
        .int()
        .positive()
        .max(4 * MAX_FILE_BYTES)
        .optional(),
      file: z
        .string()
        .regex(/^[\w-]+\.[a-z0-9]+$/, {
          error: say('controls', 'A control’s file is the name of one in public/media.'),
        })
        .optional(),
    }),
  ],
  {
    error: say(
      'controls',
      'A control is a range, a toggle, a select, a button or a file, and has a name.',
    ),
  },
);

const opensAtRule = say(
  'opensAt',
  'A replay opens at "start", at "end", or at the number of a step.',
);

export const snippetMetaSchema = z.strictObject(
  {
    realm: z
      .enum(['worker', 'page'], { error: say('realm', 'A realm is "worker" or "page".') })
      .default('worker'),
    goal: z
      .enum(['module', 'script'], { error: say('goal', 'A goal is "module" or "script".') })
      .default('module'),
    html: z
      .union([z.string(), z.record(z.enum(LOCALES), z.string())], {
        error: say('html', 'The snippet’s own HTML is a string, or one for each language.'),
      })
      .nullable()
      .default(null),
    canvases: z
      .array(
        z.strictObject({ width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) }),
        {
          error: say('canvases', 'Canvases that the code makes are listed with their sizes.'),
        },
      )
      .default([]),
    controls: z
      .array(controlSchema, { error: say('controls', 'Controls are a list.') })
      .refine((controls) => new Set(controls.map((each) => each.name)).size === controls.length, {
        error: say('controls', 'Two controls have the same name.'),
      })
      .default([]),
    opensAt: z
      .union([z.literal('start'), z.literal('end'), z.int().min(1, { error: opensAtRule })], {
        error: opensAtRule,
      })
      .default('end'),
    seed: z
      .string({ error: say('seed', 'A sample of the seed is named S1 to S15.') })
      .regex(/^S([1-9]|1[0-5])$/, {
        error: say('seed', 'A sample of the seed is named S1 to S15.'),
      })
      .nullable()
      .default(null),
    /** Gives the snippet a network: to this site's server, or to the lab in the page always. */
    lab: z
      .enum(['server', 'page'], { error: say('lab', 'A lab is "server" or "page".') })
      .nullable()
      .default(null),
  },
  {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      const fields = Object.keys(SNIPPET_FIELDS);
      return (issue as unknown as { keys: readonly string[] }).keys
        .map((key) => {
          const near = nearest(key, fields);
          return near === null
            ? `"${key}" is not a field of a snippet. The fields are: ${fields.join(', ')}.`
            : `"${key}" is not a field of a snippet. Write instead: ${SNIPPET_FIELDS[near as keyof typeof SNIPPET_FIELDS]}`;
        })
        .join(' ');
    },
  },
);

export type SnippetMeta = z.infer<typeof snippetMetaSchema>;

export const DEFAULT_SNIPPET_META: SnippetMeta = snippetMetaSchema.parse({});

/** The snippet's own page as readers of this language see it. */
export const htmlIn = ({ html }: SnippetMeta, locale: Locale): string | null =>
  html === null || typeof html === 'string' ? html : html[locale];

export type ParsedMeta =
  | { readonly kind: 'meta'; readonly meta: SnippetMeta }
  | { readonly kind: 'mistakes'; readonly messages: readonly string[] };

/** Parses a snippet's metadata file. A worker has no page, so `html` without `"realm": "page"` is a mistake. */
export function parseSnippetMeta(json: string): ParsedMeta {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'mistakes',
      messages: [`This is not JSON (${reason}). Write, for example: { ${SNIPPET_FIELDS.opensAt} }`],
    };
  }
  const parsed = snippetMetaSchema.safeParse(data);
  if (!parsed.success)
    return {
      kind: 'mistakes',
      messages: parsed.error.issues.map((issue) =>
        issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
      ),
    };
  if (parsed.data.html !== null && parsed.data.realm === 'worker')
    return {
      kind: 'mistakes',
      messages: [`A Worker has no page to put HTML into. Add: ${SNIPPET_FIELDS.realm}`],
    };
  return { kind: 'meta', meta: parsed.data };
}
