const file = new File([], 'empty.txt');
const bytesLoaded = 0;

const percent = (bytesLoaded / file.size) * 100;
console.log(percent.toFixed(2), 'percent loaded');
console.log(percent >= 100 ? 'finished' : 'waiting');
