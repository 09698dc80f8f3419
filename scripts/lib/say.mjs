// @ts-check
/** What the scripts print: one line per step, and a whole sentence when something is wrong. */
import { stdout } from 'node:process';

const colour = stdout.isTTY && !process.env['NO_COLOR'];

/** @param {string} text */
const dim = (text) => (colour ? `\u001b[2m${text}\u001b[22m` : text);

/** @param {string} text */
export const bold = (text) => (colour ? `\u001b[1m${text}\u001b[22m` : text);

/**
 * A step that begins, or a fact about it.
 * @param {string} text
 */
export function say(text) {
  console.log(`${dim('bytescope')} ${text}`);
}

/** A failure the person can do something about: printed as its sentence, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} sentence What is wrong and what to do.
   * @param {string} [details] What the tool that failed printed.
   */
  constructor(sentence, details = '') {
    super(sentence);
    this.details = details;
  }
}

/**
 * Runs a script's body; a Problem ends it with its sentence.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.details) console.error(`\n${error.details.trimEnd()}\n`);
    console.error(bold(error.message));
    process.exitCode = 1;
  }
}

/** @param {number} startedAt From Date.now(). */
export const seconds = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
