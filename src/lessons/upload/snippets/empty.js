const file = new File([], 'empty.txt');
const loaded = 0;

const percent = (loaded / file.size) * 100;
console.log(percent.toFixed(2), '% loaded');
if (percent >= 100) console.log('finished');
else console.log('waiting');
