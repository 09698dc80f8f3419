// @ts-check
/**
 * What Node is given to be the server. Buffers that a socket has read are garbage at once, but V8 counts only the few
 * bytes that point at them: with its usual 16 MB for young things an upload leaves 70 MB behind before anyone looks, with
 * 1 MB it leaves 30.
 */
export const NODE_ARGS = ['--max-semi-space-size=1'];
