/**
 * What programs on bytes have in common, so that a link need not say it: DEFLATE starts as if it had just seen this text.
 * It belongs to version 1 of the links and never changes: with another text old links would open as nonsense. What is
 * most common stands last, where a reference to it is shortest (RFC 1951 §3.2.5).
 */
const PHRASES = [
  `[{"kind":"file","name":"picture","label":{"en":"Picture","ko":"그림"},"accept":"image/*","file":"lake-327x125.png"},`,
  `{"kind":"select","name":"mode","options":[{"value":"`,
  `{"kind":"toggle","name":"on","value":true},{"kind":"button","name":"go","label":`,
  `{"kind":"range","name":"threshold","label":{"en":"Threshold","ko":"문턱값"},"min":0,"max":255,"step":1,"value":128,"unit":"","histogram":true}]`,
  `<canvas width="320" height="180"></canvas>\n<video muted controls></video>\n<button type="button"></button>\n`,
  `const socket = io('/upload');\nsocket.on('connect', () => {\n  socket.emit('start', { name: file.name, size: file.size }, (`,
  `await new Promise((resolve) => setTimeout(resolve, 100));\n`,
  `await fetch('/media/');\nconst reader = response.body.getReader();\nconst { done, value } = await reader.read();\n  if (done) break;\n`,
  `const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));\nself.onmessage = ({ data }) => {\n  self.postMessage(`,
  `function event(target, name) {\n  return new Promise((resolve) => {\n    target.addEventListener(name, resolve, { once: true });\n  });\n}\n`,
  `const ms = new MediaSource();\nvideo.src = URL.createObjectURL(ms);\nawait event(ms, 'sourceopen');\nconst sb = ms.addSourceBuffer('video/webm; codecs="vp8"');\nsb.appendBuffer(await event(sb, 'updateend');\nms.endOfStream();\n`,
  `const video = document.querySelector('video');\nconst canvas = document.querySelector('canvas');\nconst ctx = canvas.getContext('2d');\nctx.drawImage(await createImageBitmap(, 0, 0);\n`,
  `const image = ctx.getImageData(0, 0, canvas.width, canvas.height);\nconst { data } = image;\nfor (let i = 0; i < data.length; i += 4) {\n  data[i + 1] = data[i + 2] = 255;\n}\nctx.putImageData(image, 0, 0);\n`,
  `try {\n} catch (error) {\n  console.log(error.name, error.message);\n} else if ( return null;\n  throw new RangeError(\``,
  `const text = new TextDecoder().decode(new TextEncoder().encode('`,
  `export default async function * static get class extends while (true) { continue; switch (typeof instanceof undefined`,
  `const blob = new Blob([bytes], { type: 'application/octet-stream' });\nconst url = URL.createObjectURL(blob);\nURL.revokeObjectURL(url);\nnew Uint8Array(await blob.slice(0, 4).arrayBuffer());\n`,
  `/**\n * @param {ArrayBuffer} buffer\n * @param {number} offset\n * @param {Uint8Array} bytes\n * @returns {number}\n */\nfunction `,
  `new Float32Array(new Float64Array(new BigInt64Array(new BigUint64Array(new Uint8ClampedArray(new Int8Array(new Uint16Array(new Uint32Array(new Int32Array(buffer, 4, 1);\n`,
  `.toString(2).padStart(8, '0').toString(16).padStart(2, '0').map((byte) => .join(' ');\n.length.byteLength.byteOffset, Math.floor(Number(0x0n .subarray(1, .slice(.set([0xff, .fill(0);\n`,
  `view.getFloat64(0, view.getFloat32(0, view.getInt16(0, view.getInt32(0, view.getUint8(0view.getUint16(0, false);\nview.getUint32(0, true);\nview.setUint8(0, view.setUint16(0, view.setInt32(0, view.setUint32(4, 0x12345678, true);\n`,
  `for (let i = 0; i < bytes.length; i++) {\n  let sum = 0;\n  if ( === 0) return ;\n  }\n}\n\nfor (const byte of bytes) `,
  `const buffer = new ArrayBuffer(16);\nconst view = new DataView(buffer);\nconst i16 = new Int16Array(buffer);\nconst bytes = new Uint8Array(buffer);\nbytes[0] = 1;\nconst u8 = new Uint8Array([1, 2, 3, 4]);\n\nconsole.log(bytes);\nconsole.log('`,
];

export const DICTIONARY = new TextEncoder().encode(PHRASES.join(''));
