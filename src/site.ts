/** Facts about the site itself that several rooms print. */
export const SITE = {
  name: 'Bytescope',
  /** Where the source lives: "Edit this page" and "Report a mistake" lead there. No slash at the end. */
  repository: 'https://github.com/bytescope/bytescope',
  branch: 'main',
} as const;

/** The page on which a file of the repository can be edited. */
export function editUrl(path: string): string {
  return `${SITE.repository}/edit/${SITE.branch}/${path}`;
}

/** A new report, already titled. */
export function reportUrl(title: string, body: string): string {
  return `${SITE.repository}/issues/new?${new URLSearchParams({ title, body }).toString()}`;
}
