// @ts-check
/** Child processes: the project's root, its own Node, and commands whose output is kept. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './say.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The first Node that runs TypeScript without a flag and is new enough for Astro. */
const ENOUGH = [22, 18];

/**
 * The Node that builds, tests and serves: the one npm installed (package "node"), or this one when it is new enough.
 * @returns {string}
 */
export function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(installed)) return installed;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [enoughMajor = 0, enoughMinor = 0] = ENOUGH;
  if (major > enoughMajor || (major === enoughMajor && minor >= enoughMinor))
    return process.execPath;
  throw new Problem(
    `npm did not install the project's own Node 24 (its install script may be switched off by "ignore-scripts"). ` +
      `Run "npm rebuild node", or use Node ${ENOUGH.join('.')} or newer.`,
  );
}

/** The environment in which child processes find the project's tools first. */
export function toolEnv() {
  const bin = path.join(root, 'node_modules', '.bin');
  // npm's own variables would be warned about by tools that call npm again.
  const { PATH = '', ...rest } = process.env;
  return {
    ...rest,
    PATH: [path.dirname(projectNode()), bin, PATH].join(path.delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number, shell?: boolean }} [options]
 *   quiet: keep the output instead of printing it.
 * @returns {Promise<{ code: number, output: string }>} code is 127 when the command does not exist, 124 after the time limit.
 */
export function run(
  command,
  args,
  { env = process.env, quiet = false, timeoutMs, shell = false } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    let timedOut = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGTERM');
        }, timeoutMs)
      : undefined;
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: output + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * A tool from node_modules, run by the project's Node.
 * @param {string} file Path of its JavaScript inside node_modules: `astro/bin/astro.mjs`.
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number }} [options]
 */
export function runTool(file, args, { env = {}, ...options } = {}) {
  return run(projectNode(), [path.join(root, 'node_modules', file), ...args], {
    ...options,
    env: { ...toolEnv(), ...env },
  });
}
