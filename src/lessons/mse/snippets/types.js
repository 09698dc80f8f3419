const types = [
  'video/webm; codecs="vp8"',
  'video/webm; codecs="vp8,vorbis"',
  'video/webm; codecs="vp9,opus"',
  'video/webm; codecs="VP8"',
  'video/webm; codecs="avc1.4D401F"',
  'video/webm',
  'video/mp4; codecs="avc1.4D401F,mp4a.40.2"',
];
for (const type of types) {
  const isKnown = MediaSource.isTypeSupported(type);
  console.log(isKnown, type);
}
