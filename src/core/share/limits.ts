/** What a link may hold at the most. What is larger is refused before it is looked at. */

/** Bytes that a link inflates to: the program, its files, everything. */
export const MAX_INFLATED_BYTES = 256 * 1024;
/** Characters of a link behind the `#`: as many as it takes for bytes that cannot be compressed. */
export const MAX_LINK_CHARACTERS = 360_000;
/** Bytes of files that go along, all together. A link has to be pasted somewhere. */
export const MAX_SHARED_FILES_BYTES = 32 * 1024;
export const MAX_SHARED_FILES = 16;
export const MAX_CONTROLS = 32;
export const MAX_OPTIONS = 64;
/** Characters of a name of a file, and of a label or a value of a control. */
export const MAX_NAME_CHARACTERS = 120;
/** A control of a file says how large it may be; the site's own say 32 MiB at the most. */
export const MAX_CONTROL_FILE_BYTES = 32 * 1024 * 1024;
/** Steps that can be named. A recording has 250,000. */
export const MAX_STEP = 10_000_000;
/** Buffers, and bytes of one, that can be named. */
export const MAX_BUFFER = 100_000;
export const MAX_OFFSET = 2 ** 32 - 1;
