/**
 * Monaco's JavaScript language service, which answers with the names alone that the word typed so far may begin. It knows a
 * thousand in any program, and the page would make a suggestion of each and score and sort them, while the next letter waits
 * (docs/decisions/0032). A word that loses its first letter is asked about anew.
 *
 * It begins before the page asks for anything (language-worker.ts): it reads the libraries and checks a program, which is
 * most of what its first answers take.
 */
import {
  create,
  initialize,
  ts,
  type Context,
  type CreateData,
  type LanguageService,
} from 'monaco-editor/languages/features/typescript/ts.worker';
import { firstLetterOf, mayBegin } from './begins';
import { compilerOptions, EXTRA_LIB, EXTRA_LIB_PATH } from './language-options';

const OPTIONS = compilerOptions(ts.typescript);
/** The page has no text of this name, and what it has begins with version 1. */
const FIRST_FILE = 'file:///bytescope-first-program.js';
const FIRST_PROGRAM = 'const bytes = new Uint8Array(4);\nbytes[0] = 1;\nconsole.log(bytes);\nb';

function createService(context: Context, data: CreateData): LanguageService {
  const service = create(context, data);
  const suggest = service.getCompletionsAtPosition.bind(service);
  service.getCompletionsAtPosition = async (fileName, position) => {
    const [found, text] = await Promise.all([
      suggest(fileName, position),
      service.getScriptText(fileName),
    ]);
    const letter = firstLetterOf((text ?? '').slice(0, position));
    if (!found || letter === '') return found;
    return { ...found, entries: found.entries.filter(({ name }) => mayBegin(name, letter)) };
  };
  return service;
}

/** The page's texts, once there is a page. */
let getMirrorModels: Context['getMirrorModels'] = () => [
  {
    uri: { path: new URL(FIRST_FILE).pathname, toString: () => FIRST_FILE },
    version: 0,
    getValue: () => FIRST_PROGRAM,
  },
];

const begun = createService(
  { getMirrorModels: () => getMirrorModels() },
  {
    compilerOptions: OPTIONS,
    extraLibs: { [EXTRA_LIB_PATH]: { content: EXTRA_LIB, version: 0 } },
  },
);

let isAsked = false;

self.onmessage = () => {
  initialize((context, data) => {
    isAsked = true;
    if (JSON.stringify(data.compilerOptions) !== JSON.stringify(OPTIONS)) {
      console.error('Bytescope: the language service began with other options than it is to have.');
      return createService(context, data);
    }
    getMirrorModels = () => context.getMirrorModels();
    void begun.updateExtraLibs(data.extraLibs);
    return begun;
  });
};

/** All that a first letter has the page ask for, until it does. A message is heard between two of them. */
async function begin(): Promise<void> {
  for (const ask of [
    () => begun.getSemanticDiagnostics(FIRST_FILE),
    () => begun.getCompletionsAtPosition(FIRST_FILE, FIRST_PROGRAM.length),
    () => begun.getSyntacticDiagnostics(FIRST_FILE),
    () => begun.getSuggestionDiagnostics(FIRST_FILE),
  ]) {
    await new Promise((resolve) => setTimeout(resolve));
    if (isAsked) return;
    await ask();
  }
}

begin().catch((error: unknown) => {
  console.error('Bytescope: the language service could not begin.', error);
});
