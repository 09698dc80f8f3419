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
  type Context,
  type CreateData,
  type LanguageService,
} from 'monaco-editor/languages/features/typescript/ts.worker';
import { firstLetterOf, mayBegin } from './begins';
import { compilerOptions, EXTRA_LIB, EXTRA_LIB_PATH } from './language-options';

/** The part of TypeScript that Monaco ships exports no names for these. */
const OPTIONS = compilerOptions({
  ScriptTarget: { ESNext: 99 },
  ModuleKind: { ESNext: 99 },
  ModuleResolutionKind: { NodeJs: 2 },
});

const FIRST_FILE = 'file:///first.js';
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
    uri: { path: '/first.js', toString: () => FIRST_FILE },
    version: 1,
    getValue: () => FIRST_PROGRAM,
  },
];

/** All that a first letter has the page ask for. */
async function begin(): Promise<LanguageService> {
  const service = createService(
    { getMirrorModels: () => getMirrorModels() },
    {
      compilerOptions: OPTIONS,
      extraLibs: { [EXTRA_LIB_PATH]: { content: EXTRA_LIB, version: 1 } },
    },
  );
  await service.getSyntacticDiagnostics(FIRST_FILE);
  await service.getSuggestionDiagnostics(FIRST_FILE);
  await service.getSemanticDiagnostics(FIRST_FILE);
  await service.getCompletionsAtPosition(FIRST_FILE, FIRST_PROGRAM.length);
  return service;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

let begun: LanguageService | null = null;

self.onmessage = () => {
  initialize((context, data) => {
    const service = begun;
    begun = null;
    if (service === null) return createService(context, data);
    if (!isSame(data.compilerOptions, OPTIONS)) {
      console.error('Bytescope: the language service began with other options than it is to have.');
      return createService(context, data);
    }
    getMirrorModels = () => context.getMirrorModels();
    void service.updateExtraLibs(data.extraLibs);
    return service;
  });
};

begin().then(
  (service) => {
    begun = service;
  },
  (error: unknown) => {
    // It begins when it is asked, as if nothing had been.
    console.error('Bytescope: the language service could not begin.', error);
  },
);
