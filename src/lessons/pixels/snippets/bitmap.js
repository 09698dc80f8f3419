const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const socket = io();
const { buffer, problem } = await socket.emitWithAck('image', 'lake-327x125.jpg');
if (problem) throw new Error(problem);

const blob = new Blob([buffer], { type: 'image/jpeg' });
const bitmap = await createImageBitmap(blob);

canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);
bitmap.close();

const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
console.log(buffer.byteLength, 'bytes of JPEG');
console.log(image.data.length, 'bytes of pixels');
