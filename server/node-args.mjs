// @ts-check
/**
 * What Node is given to be the server. Buffers that a socket has read are garbage at once, but V8 counts only the few
 * bytes that point at them: with its usual 16 MB for young things an upload leaves 70 MB behind before anyone looks, with
 * 1 MB it leaves 30. And since those buffers do count as memory in use, a heap that begins with its usual few megabytes is
 * looked through twelve times for 64 MiB of upload, which was half of what an upload cost in processor time; with room for
 * 64 MB of objects, of which the lab has 10, it is not, and no more memory is kept.
 */
export const NODE_ARGS = ['--max-semi-space-size=1', '--initial-heap-size=64'];
