/** Some hosts answer with a page for what they do not have, and so does a network that wants a sign-in first. */

/**
 * Throws unless an answer is the file that was asked for. A page is HTML itself; its address ends with a slash.
 */
export function checkFile(url: string, response: Response): void {
  const isPage = (response.headers.get('Content-Type') ?? '').startsWith('text/html');
  if (!response.ok || response.redirected || (isPage && !url.endsWith('/')))
    throw new Error(`${url} answered ${String(response.status)}, and not with that file.`);
}
