/**
 * What a snippet declares in `<name>.json` beside `<name>.js`: where it runs, how it is parsed, its own small page,
 * and where its replay opens. A snippet without the file gets the defaults.
 */
import { z } from 'astro/zod';
import { nearest } from './suggest';

export const SNIPPET_FIELDS = {
  realm: '"realm": "page"',
  goal: '"goal": "script"',
  html: '"html": "<canvas width=\\"320\\" height=\\"180\\"></canvas>"',
  controls:
    '"controls": [{ "kind": "range", "name": "threshold", "min": 0, "max": 255, "value": 128 }]',
  opensAt: '"opensAt": "start"',
  seed: '"seed": "S3"',
  lab: '"lab": "server"',
} as const;

const say = (field: keyof typeof SNIPPET_FIELDS, rule: string) =>
  `${rule} Write, for example: ${SNIPPET_FIELDS[field]}`;

/** A control shown above a page-realm snippet's output; its value reaches the running program. */
const controlSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('button'), name: z.string().min(1) }),
    z.strictObject({
      kind: z.literal('range'),
      name: z.string().min(1),
      min: z.number(),
      max: z.number(),
      step: z.number().positive().optional(),
      value: z.number(),
    }),
    z.strictObject({
      kind: z.literal('file'),
      name: z.string().min(1),
      accept: z.string().optional(),
    }),
  ],
  { error: say('controls', 'A control is a button, a range or a file, and has a name.') },
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
      .string({ error: say('html', 'The snippet’s own HTML is a string.') })
      .nullable()
      .default(null),
    controls: z
      .array(controlSchema, { error: say('controls', 'Controls are a list.') })
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
export type Control = z.infer<typeof controlSchema>;

export const DEFAULT_SNIPPET_META: SnippetMeta = snippetMetaSchema.parse({});

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
