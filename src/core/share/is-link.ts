/** Whether what stands behind the `#` is a link of this site, of any version; everything else is an ordinary anchor. */
export const isSharedLink = (hash: string): boolean => /^#?\d{1,4}\./.test(hash);
