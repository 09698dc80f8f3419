/** `npm run formats`: compiles the formats that are declared in src/core/formats/declared. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileFormats, DECLARED } from './lib/declared-formats.ts';
import { main, say } from './lib/say.mjs';

await main(async () => {
  for (const [name, source] of await compileFormats()) {
    writeFileSync(path.join(DECLARED, name), source);
    say(`wrote ${name}, ${source.length} characters`);
  }
});
