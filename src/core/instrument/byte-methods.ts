/** Names of what touches bytes natively, and of what surely does not: tables for calls in the learner's program. */

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Methods whose watchers want to know the call's site. */
const BYTE_METHODS = names(`
  set fill copyWithin sort reverse subarray slice with toSorted toReversed map filter from of join includes indexOf
  lastIndexOf find findIndex findLast findLastIndex every some forEach reduce reduceRight at entries values keys
  encode encodeInto decode decodeAudioData getRandomValues
  store add sub and or xor exchange compareExchange load wait waitAsync notify
  resize grow transfer transferToFixedLength
  getImageData putImageData createImageData transferToImageBitmap convertToBlob toBlob drawImage
  digest sign verify encrypt decrypt deriveBits deriveKey importKey exportKey generateKey wrapKey unwrapKey
  arrayBuffer bytes blob text formData readAsArrayBuffer readAsText readAsDataURL readAsBinaryString
  setFromHex setFromBase64 fromHex fromBase64 toHex toBase64
  appendBuffer postMessage send emit emitWithAck write enqueue respond respondWithNewView read createObjectURL revokeObjectURL
  copyToChannel copyFromChannel getChannelData getByteFrequencyData getByteTimeDomainData getFloatFrequencyData
  getFloatTimeDomainData copyTo instantiate compile fromCharCode fromCodePoint apply call assign defineProperty
`);
const DATA_VIEW_METHOD = /^[gs]et(?:Big)?(?:Int|Uint|Float)\d+$/;

export const isByteMethod = (name: string): boolean =>
  BYTE_METHODS.has(name) || DATA_VIEW_METHOD.test(name);

/** Functions of the global object that do the same. */
export const BYTE_FUNCTIONS = names(
  'structuredClone postMessage atob btoa createImageBitmap fetch',
);

/** Constructors that read bytes or make buffers. */
export const BYTE_CONSTRUCTORS = names(`
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array
  Float64Array BigInt64Array BigUint64Array DataView ArrayBuffer SharedArrayBuffer Blob File ImageData Response Request
  VideoFrame EncodedVideoChunk AudioData EncodedAudioChunk AudioBuffer
`);

export const HARMLESS_OBJECTS = names('Math console Number String JSON performance');
export const HARMLESS_FUNCTIONS = names(
  'Number String BigInt Boolean Symbol parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent',
);
export const HARMLESS_CONSTRUCTORS = names(
  'Map Set WeakMap WeakSet Date Error TypeError RangeError SyntaxError URL TextEncoder TextDecoder Blob',
);
/** Methods of strings, numbers, collections and views that write to no memory and call nothing that could. */
const HARMLESS_METHODS = names(`
  charCodeAt codePointAt charAt padStart padEnd toString toFixed toPrecision toUpperCase toLowerCase trim split repeat
  startsWith endsWith localeCompare push pop join includes indexOf lastIndexOf at has now subarray
`);
const DATA_VIEW_READ = /^get(?:Big)?(?:Int|Uint|Float)\d+$/;

export const isHarmlessMethod = (name: string): boolean =>
  HARMLESS_METHODS.has(name) || DATA_VIEW_READ.test(name);
