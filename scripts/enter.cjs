// @ts-check
// The door of every npm script that a person may run before anything is installed. Old syntax on purpose: a Node from
// 2018 has to get as far as the sentence below. Usage: node scripts/enter.cjs start --port 5000
'use strict';
var OLDEST = 20;
var task = process.argv[2];
if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(
    'Bytescope needs Node ' +
      OLDEST +
      ' or newer, and this is Node ' +
      process.versions.node +
      '.\nGet a current one from https://nodejs.org/ (or run "nvm install --lts") and try again.',
  );
  process.exit(1);
}
import('./' + task + '.mjs').catch(function (error) {
  console.error(error);
  process.exit(1);
});
