// @ts-check
/**
 * A page of a Chromium without Playwright, which has every WebSocket frame copied to it as text: with that, a message of
 * 256 KiB costs four times what it costs a reader.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findBrowser } from '../../scripts/lib/browsers.mjs';

/**
 * @param {string} url
 * @returns what evaluates an expression in the page, waiting for its promise, and what chooses a file
 */
export async function openPlainPage(url) {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('There is no Chromium on this machine. "npm test" gets one.');
  const profile = mkdtempSync(path.join(tmpdir(), 'bytescope-chromium-'));
  const child = spawn(found.own ? chromium.executablePath() : found.executablePath, [
    ...CHROMIUM_ARGS,
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-background-networking',
    'about:blank',
  ]);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const devTools = await new Promise((resolve, reject) => {
    let output = '';
    child.on('error', reject);
    child.stderr.on('data', (chunk) => {
      output += chunk;
      const address = /DevTools listening on ws:\/\/([^/]+)\//.exec(output)?.[1];
      if (address) resolve(address);
    });
  });
  const asked = await fetch(`http://${devTools}/json/new?${encodeURIComponent(url)}`, {
    method: 'PUT',
  });
  const { webSocketDebuggerUrl } = await asked.json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve));

  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(data);
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  /** @param {string} method @param {object} params @returns {Promise<any>} */
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++lastId, { resolve, reject });
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });

  /** @param {string} expression @returns {Promise<any>} */
  async function evaluate(expression) {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await send('Runtime.evaluate', options);
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }
  const isThere = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  // Between two documents there is nothing to evaluate in.
  while (!(await evaluate(isThere).catch(() => false))) await sleep(20);

  return {
    evaluate,
    /** @param {string} selector @param {string} file */
    async chooseFile(selector, file) {
      const { root } = await send('DOM.getDocument', {});
      const { nodeId } = await send('DOM.querySelector', { nodeId: root.nodeId, selector });
      await send('DOM.setFileInputFiles', { nodeId, files: [file] });
    },
    async close() {
      socket.close();
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
