/**
 * Monaco's JavaScript language service, which answers with the names alone that the word typed so far may begin. It knows a
 * thousand in any program, and the page would make a suggestion of each and score and sort them, while the next letter waits
 * (docs/decisions/0032). A word that loses its first letter is asked about anew.
 */
import { create, initialize } from 'monaco-editor/languages/features/typescript/ts.worker';
import { firstLetterOf, mayBegin } from './begins';

self.onmessage = () => {
  initialize((context, data) => {
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
  });
};
