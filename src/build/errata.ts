/**
 * What the 2015 post said and what holds now, in both languages, each with the bench that shows it. What a browser cannot
 * show has its evidence in words. Code stands between backticks.
 */
import type { Locale } from '../i18n/locale';

type Words = Readonly<Record<Locale, string>>;

export interface Erratum {
  /** The fragment of its address. */
  readonly id: string;
  readonly said: Words;
  readonly holds: Words;
  /** Benches that show it, as `lesson/snippet`. */
  readonly shown: readonly string[];
  /** For what no bench can show: what was seen, and where. */
  readonly evidence?: Words;
}

export interface ErrataGroup {
  readonly id: string;
  readonly title: Words;
  readonly errata: readonly Erratum[];
}

export const ERRATA: readonly ErrataGroup[] = [
  {
    id: 'numbers',
    title: { en: 'Numbers', ko: '수' },
    errata: [
      {
        id: 'int8-range',
        said: {
          en: 'An `Int8` holds −127 to 128: one bit is the sign, and seven are the number.',
          ko: '`Int8`에는 −127부터 128까지 들어간다. 한 비트가 부호이고 일곱 비트가 수이다.',
        },
        holds: {
          en: '−128 to 127. The top bit is a weight of −128, which is two’s complement. A sign bit would give two zeros and no −128.',
          ko: '−128부터 127까지입니다. 최상위 비트는 자릿값 −128이고, 이것이 2의 보수입니다. 부호 비트라면 0이 둘이고 −128은 없을 것입니다.',
        },
        shown: ['signed/ranges'],
      },
      {
        id: 'out-of-range',
        said: {
          en: 'Nothing about numbers that do not fit.',
          ko: '범위를 넘는 수에 대한 이야기가 없다.',
        },
        holds: {
          en: 'Integers wrap, `Uint8ClampedArray` clamps and rounds a half to the even number, and no error is thrown. The value of the assignment is the number that was assigned, not the one that was stored.',
          ko: '정수는 랩어라운드하고, `Uint8ClampedArray`는 클램프하고 소수부가 꼭 0.5이면 짝수로 반올림하며, 오류는 나지 않습니다. 대입식의 값은 저장된 수가 아니라 대입한 수입니다.',
        },
        shown: ['signed/wrap-or-clamp', 'signed/lost-number'],
      },
    ],
  },
  {
    id: 'buffers',
    title: { en: 'Buffers and views', ko: '버퍼와 뷰' },
    errata: [
      {
        id: 'siblings',
        said: {
          en: '`Int8Array` and its like inherit from `DataView`.',
          ko: '`Int8Array` 같은 것은 `DataView`를 상속한다.',
        },
        holds: {
          en: 'They are siblings: neither is in the other’s chain of prototypes. They behave differently, too: a typed array wants alignment and uses the machine’s byte order.',
          ko: '둘은 형제입니다. 어느 쪽도 다른 쪽의 프로토타입 체인에 없습니다. 동작도 다릅니다. 형식화 배열은 메모리 정렬을 요구하고 기기의 바이트 순서를 씁니다.',
        },
        shown: ['views/family'],
      },
      {
        id: 'fixed-size',
        said: {
          en: 'A buffer has a fixed size, and no way in but a view.',
          ko: '버퍼는 크기가 고정되어 있고, 뷰를 거치지 않고는 데이터에 접근할 수 없다.',
        },
        holds: {
          en: 'The way in is right: `buffer[0] = 9` only makes a property. The size may change if you ask for a `maxByteLength`, and `slice` and `transfer` act on a buffer itself. `Blob` and `appendBuffer` refuse a buffer that may change its size.',
          ko: '접근에 대한 말은 맞습니다. `buffer[0] = 9`는 속성을 만들 뿐입니다. `maxByteLength`를 주면 크기가 바뀔 수 있고, `slice`와 `transfer`는 버퍼 자체에 작용합니다. `Blob`과 `appendBuffer`는 크기가 바뀔 수 있는 버퍼를 거절합니다.',
        },
        shown: ['views/lost-write', 'views/grow', 'blob/refused'],
      },
      {
        id: 'twenty-bytes',
        said: {
          en: '20 bytes are five `Uint32` elements.',
          ko: '20바이트는 `Uint32` 요소 다섯 개이다.',
        },
        holds: {
          en: 'Right, as far as it goes. 18 bytes, or a start at byte 2, end in a `RangeError`. The third argument counts elements, and for a `DataView` bytes.',
          ko: '거기까지는 맞습니다. 버퍼가 18바이트이거나 뷰가 2번 바이트에서 시작하면 `RangeError`로 끝납니다. 세 번째 인수는 요소의 개수이고, `DataView`에서는 바이트 수입니다.',
        },
        shown: ['views/odd-size', 'views/unaligned', 'views/units'],
      },
      {
        id: 'window',
        said: {
          en: 'The view of two bytes prints its `byteOffset`.',
          ko: '두 바이트짜리 뷰의 `byteOffset`을 출력한다.',
        },
        holds: {
          en: 'Right, and its end is as important: `byteLength` is 2, `buffer.byteLength` is 12, and `getUint32(0)` throws.',
          ko: '맞습니다. 끝도 그만큼 중요합니다. `byteLength`는 2, `buffer.byteLength`는 12이고, `getUint32(0)`은 오류를 던집니다.',
        },
        shown: ['views/window'],
      },
      {
        id: 'lengths',
        said: {
          en: '`length` and `byteLength` are not told apart.',
          ko: '`length`와 `byteLength`를 구별하지 않는다.',
        },
        holds: {
          en: '`length` counts elements, `byteLength` counts bytes, and an `ArrayBuffer` has no `length`.',
          ko: '`length`는 요소를, `byteLength`는 바이트를 세고, `ArrayBuffer`에는 `length`가 없습니다.',
        },
        shown: ['views/create', 'views/count'],
      },
    ],
  },
  {
    id: 'blobs',
    title: { en: 'Blob and File', ko: 'Blob과 File' },
    errata: [
      {
        id: 'large-file',
        said: { en: 'A Blob is a large media file.', ko: 'Blob은 큰 미디어 파일이다.' },
        holds: {
          en: 'It is an immutable sequence of bytes of any size, with a label that nobody checks. The bytes are copied when it is made; a slice loses the label.',
          ko: '크기에 상관없이 바뀌지 않는 바이트의 나열이고, 아무도 확인하지 않는 이름표가 붙어 있습니다. 바이트는 만들 때 복사되고, 잘라낸 조각에는 이름표가 없습니다.',
        },
        shown: ['blob/sealed', 'blob/label', 'blob/slice'],
      },
      {
        id: 'blob-from-buffer',
        said: {
          en: 'To make a Blob from a buffer you need a view.',
          ko: '버퍼로 Blob을 만들려면 뷰가 필요하다.',
        },
        holds: {
          en: '`new Blob([buffer])` is enough. Without the brackets the numbers of a typed array become digits, and `[view.buffer]` takes all of the buffer.',
          ko: '`new Blob([buffer])`면 충분합니다. 대괄호가 없으면 형식화 배열의 수가 숫자 글자가 되고, `[view.buffer]`는 버퍼를 통째로 가져갑니다.',
        },
        shown: ['blob/wrong', 'blob/brackets'],
      },
      {
        id: 'node-pool',
        said: { en: 'The server sends `payload.buffer`.', ko: '서버가 `payload.buffer`를 보낸다.' },
        holds: {
          en: 'There it is a field of the message. On a Node `Buffer`, `.buffer` is the pool that many of them share: sending it gives neighbours’ data away.',
          ko: '거기서는 메시지의 필드입니다. Node의 `Buffer`에서 `.buffer`는 여럿이 나누어 쓰는 풀이고, 그것을 보내면 이웃의 데이터까지 내주게 됩니다.',
        },
        shown: [],
        evidence: {
          en: 'A `Buffer` of 3 bytes has a `.buffer` of 8,192 bytes in Node 20 and of 65,536 in Node 24. A browser has no such pool.',
          ko: '3바이트짜리 `Buffer`의 `.buffer`는 Node 20에서 8,192바이트, Node 24에서 65,536바이트입니다. 브라우저에는 그런 풀이 없습니다.',
        },
      },
      {
        id: 'changed-file',
        said: { en: 'A File is like a Blob.', ko: 'File은 Blob과 같다.' },
        holds: {
          en: 'It is one, with a name and a date. A File from the disk reads its bytes there: if it has changed since it was chosen, reading fails.',
          ko: '이름과 날짜가 있는 Blob입니다. 디스크에서 온 File은 거기서 바이트를 읽으므로, 고른 뒤에 파일이 바뀌었다면 읽기가 실패합니다.',
        },
        shown: ['blob/file'],
        evidence: {
          en: 'The File API lays down a `NotReadableError` for it. The sandbox has no disk, so no bench can show that.',
          ko: 'File API 명세는 이때의 오류를 `NotReadableError`로 정해 두었습니다. 샌드박스에는 디스크가 없어서 벤치로 보여 줄 수 없습니다.',
        },
      },
      {
        id: 'internet-explorer',
        said: {
          en: 'Internet Explorer 10 and 11 have no `File` and no `FileReader`.',
          ko: 'Internet Explorer 10과 11에는 `File`과 `FileReader`가 없다.',
        },
        holds: {
          en: 'Both had them. Neither has been supported since June 2022, and today `arrayBuffer()`, `text()` and `stream()` come before `FileReader`.',
          ko: '둘 다 있었습니다. 두 브라우저는 2022년 6월부터 지원되지 않고, 오늘날에는 `FileReader`보다 `arrayBuffer()`, `text()`, `stream()`이 먼저입니다.',
        },
        shown: ['blob/readers', 'blob/file-reader'],
        evidence: {
          en: 'Public support tables; neither browser runs here.',
          ko: '공개된 지원 현황표에 따른 것입니다. 두 브라우저는 여기서 실행되지 않습니다.',
        },
      },
    ],
  },
  {
    id: 'order',
    title: { en: 'Endianness', ko: '엔디언' },
    errata: [
      {
        id: 'sparc',
        said: {
          en: 'Intel and “Spac” differ in byte order.',
          ko: '인텔과 ‘Spac’은 바이트 순서가 다르다.',
        },
        holds: {
          en: 'SPARC, that is. Every machine that a mainstream browser runs on is little-endian. Big-endian live on IBM Z, and AIX and IBM i on Power.',
          ko: 'SPARC를 말한 것입니다. 널리 쓰이는 브라우저가 돌아가는 기기는 모두 리틀 엔디언입니다. 빅 엔디언은 IBM Z, 그리고 Power에서 돌아가는 AIX와 IBM i에 남아 있습니다.',
        },
        shown: ['endianness/host-order'],
      },
      {
        id: 'one-system',
        said: {
          en: 'Within one system byte order need not concern you.',
          ko: '한 시스템 안에서는 바이트 순서를 신경 쓸 필요가 없다.',
        },
        holds: {
          en: 'It does: formats lay down their order, and on one machine a typed array and a `DataView` read the same bytes differently.',
          ko: '신경 써야 합니다. 형식마다 순서가 정해져 있고, 한 기기 안에서도 형식화 배열과 `DataView`는 같은 바이트를 다르게 읽습니다.',
        },
        shown: ['endianness/two-readers', 'endianness/png-width'],
      },
      {
        id: 'arithmetic-unit',
        said: {
          en: 'Little-endian suits the arithmetic unit, which reads low addresses first.',
          ko: '산술 연산 장치(ALU)는 낮은 주소부터 읽으므로 리틀 엔디언이 산술 연산에 유리하다.',
        },
        holds: {
          en: 'Processors load all bytes of a number at once. What little-endian is good for: a shorter read at the same address finds the low part of the number.',
          ko: '프로세서는 수의 바이트를 한꺼번에 읽습니다. 리틀 엔디언의 좋은 점은 이것입니다. 같은 주소에서 더 짧게 읽으면 수의 아랫부분이 나옵니다.',
        },
        shown: ['endianness/narrow'],
      },
      {
        id: 'send-text',
        said: {
          en: 'Send text, and byte order is gone, since a `char` is one byte.',
          ko: '`char`는 한 바이트이므로 문자열로 보내면 바이트 순서를 신경 쓸 필요가 없다.',
        },
        holds: {
          en: 'That holds for encodings of single bytes, as ASCII and UTF-8 are. UTF-16 has both orders. JavaScript has no `char`.',
          ko: 'ASCII나 UTF-8처럼 바이트 단위로 정해진 인코딩에서는 그렇습니다. UTF-16에는 두 순서가 모두 있습니다. JavaScript에는 `char`가 없습니다.',
        },
        shown: ['endianness/as-text', 'endianness/utf-16'],
      },
    ],
  },
  {
    id: 'upload',
    title: { en: 'Upload', ko: '업로드' },
    errata: [
      {
        id: 'kib',
        said: { en: 'KiB are bytes, KB are kilobytes.', ko: 'KiB는 바이트, KB는 킬로바이트이다.' },
        holds: {
          en: 'A KiB is 1,024 bytes, a kB is 1,000. The post’s 1024 × 100 are 102,400 bytes: 100 KiB, or 102.4 kB.',
          ko: '1 KiB는 1,024바이트, 1 kB는 1,000바이트입니다. 2015년 글의 1024 × 100은 102,400바이트, 곧 100 KiB이고 102.4 kB입니다.',
        },
        shown: ['upload/kib'],
      },
      {
        id: 'one-message',
        said: {
          en: '`chunkSize` 0 turns chunks off.',
          ko: '`chunkSize`가 0이면 청크로 나누지 않는다.',
        },
        holds: {
          en: 'So it does, and since Socket.IO 3 a server drops a message of over 1,000,000 bytes: progress said 100 %, and nothing was saved. Progress counts what was read.',
          ko: '그렇습니다. 그런데 Socket.IO 3부터 서버는 1,000,000바이트가 넘는 메시지를 받지 않습니다. 진행률은 100 %라고 했지만 저장된 것은 없었습니다. 진행률이 세는 것은 읽은 바이트입니다.',
        },
        shown: ['upload/one-message'],
      },
      {
        id: 'empty-file',
        said: {
          en: 'Percent is bytes loaded by size, and `complete` is the end.',
          ko: '백분율은 읽은 바이트를 크기로 나눈 것이고, `complete`가 끝이다.',
        },
        holds: {
          en: 'For an empty file that is NaN. `complete` carries `success`, which the post does not look at, and it hears of no error.',
          ko: '빈 파일에서는 NaN입니다. `complete`에는 `success`가 담겨 오는데 2015년 글은 그것을 보지 않고, 오류 이벤트도 받지 않습니다.',
        },
        shown: ['upload/empty', 'upload/honest'],
      },
    ],
  },
  {
    id: 'pixels',
    title: { en: 'Pixels', ko: '픽셀' },
    errata: [
      {
        id: 'lower-half',
        said: {
          en: '`getImageData(0, height / 2, width, height)` takes the lower half.',
          ko: '`getImageData(0, height / 2, width, height)`는 아래쪽 절반을 가져온다.',
        },
        holds: {
          en: 'It takes as many rows again from beyond the picture, transparent black. The picture is right, the work is double.',
          ko: '그림 밖에서도 그만큼의 행을 투명한 검은색으로 가져옵니다. 결과는 맞지만 일은 두 배입니다.',
        },
        shown: ['pixels/seed-invert'],
      },
      {
        id: 'threshold-128',
        said: {
          en: '“128 and over becomes white”, and elsewhere “128 and under becomes black”.',
          ko: '“128 이상은 흰색”, 다른 곳에서는 “128 이하는 검은색”.',
        },
        holds: {
          en: 'The code says `> 128`. And the sum of the three products for grey 128 is 127.99999999999999, so that even `>=` would miss it. With whole numbers it is exact.',
          ko: '코드는 `> 128`입니다. 게다가 회색 128에서 세 곱의 합은 127.99999999999999이므로 `>=`로도 놓칩니다. 정수로 계산하면 정확합니다.',
        },
        shown: ['pixels/seed-threshold', 'pixels/grey-128', 'pixels/exact'],
      },
      {
        id: 'weights',
        said: { en: 'The weights are 29 : 58 : 11.', ko: '가중치는 29 : 58 : 11이다.' },
        holds: {
          en: 'They make 98, and white would be 249.9. The code has 0.299, 0.587 and 0.114 (Rec. 601), which is right. Rec. 709 has others.',
          ko: '더하면 98이어서 흰색이 249.9가 됩니다. 코드의 0.299, 0.587, 0.114(Rec. 601)가 맞습니다. Rec. 709의 가중치는 다릅니다.',
        },
        shown: ['pixels/numbers'],
      },
      {
        id: 'alpha',
        said: {
          en: 'Nothing about alpha.',
          ko: '알파에 대한 이야기가 없다.',
        },
        holds: {
          en: 'A canvas stores colours multiplied by alpha, so what is nearly transparent does not come back as it went in.',
          ko: '캔버스는 색에 알파를 곱해 저장하므로, 거의 투명한 것은 넣은 대로 돌아오지 않습니다.',
        },
        shown: ['pixels/alpha', 'pixels/alpha-all'],
      },
      {
        id: 'image-size',
        said: {
          en: '`$(img).bind(…)`, and `img.width` is the picture’s width.',
          ko: '`$(img).bind(…)`, 그리고 `img.width`가 그림의 너비이다.',
        },
        holds: {
          en: '`img.width` may be that of the layout. `createImageBitmap` has the picture’s own. A picture of another site taints the canvas.',
          ko: '`img.width`는 레이아웃의 너비일 수 있습니다. `createImageBitmap`에는 그림 자체의 너비가 있습니다. 다른 사이트의 그림은 캔버스를 오염시킵니다.',
        },
        shown: ['pixels/layout-width', 'pixels/bitmap', 'pixels/tainted'],
      },
    ],
  },
  {
    id: 'video',
    title: { en: 'Object URLs and video', ko: '객체 URL과 영상' },
    errata: [
      {
        id: 'revoke',
        said: {
          en: 'No object URL is ever revoked.',
          ko: '객체 URL을 한 번도 해제하지 않는다.',
        },
        holds: {
          en: 'Each keeps its Blob in memory. Revoke it once the picture has loaded, or in `sourceopen`; right after `src` is too early in Chromium.',
          ko: '저마다 Blob을 메모리에 붙잡아 둡니다. 그림을 다 불러온 뒤나 `sourceopen`에서 해제하세요. `src` 바로 다음은 Chromium에서는 너무 이릅니다.',
        },
        shown: ['blob/leak', 'blob/url'],
      },
      {
        id: 'whole-video',
        said: {
          en: 'A video is fetched as one `ArrayBuffer` and played.',
          ko: '영상을 `ArrayBuffer` 하나로 받아 재생한다.',
        },
        holds: {
          en: 'All of it must be there before the first frame, nothing calls `play()`, and it starts by itself only when muted. A plain `src` fetches what it needs.',
          ko: '첫 프레임 전에 전부가 와 있어야 하고, `play()`를 호출하는 곳이 없고, 저절로 시작하는 것은 소리를 끈 영상뿐입니다. 주소를 그대로 `src`에 넣으면 필요한 만큼만 가져옵니다.',
        },
        shown: ['webm/seed-video', 'webm/put-right'],
      },
      {
        id: 'codec-mismatch',
        said: {
          en: '`vp8` is declared, and a VP9 file is served.',
          ko: '`vp8`이라고 선언하고 VP9 파일을 보낸다.',
        },
        holds: {
          en: 'Chromium refuses the append, Firefox plays it, and the specification allows both.',
          ko: 'Chromium은 추가를 거절하고 Firefox는 재생합니다. 명세는 둘 다 허용합니다.',
        },
        shown: ['mse/mismatch'],
      },
      {
        id: 'append-busy',
        said: {
          en: '`appendBuffer` is called for each `data` event.',
          ko: '`data` 이벤트마다 `appendBuffer`를 호출한다.',
        },
        holds: {
          en: 'While the last one is still `updating`, it throws an `InvalidStateError`. Put chunks into a queue, append on `updateend`, and let `end` only set a flag.',
          ko: '앞의 것이 아직 `updating`이면 `InvalidStateError`를 던집니다. 청크를 큐에 넣고, `updateend`에서 추가하고, `end`에서는 플래그만 세우세요.',
        },
        shown: ['mse/seed-stream', 'mse/queue'],
      },
      {
        id: 'sourceopen-again',
        said: {
          en: '`sourceopen` comes once.',
          ko: '`sourceopen`은 한 번만 발생한다.',
        },
        holds: {
          en: 'It comes again when something is appended after `endOfStream`, and the post’s handler would add a second SourceBuffer. Use `{ once: true }`.',
          ko: '`endOfStream` 뒤에 추가하면 다시 발생하고, 그러면 2015년 글의 코드는 SourceBuffer를 하나 더 만들게 됩니다. `{ once: true }`를 쓰세요.',
        },
        shown: ['mse/refire'],
      },
      {
        id: 'mse-errors',
        said: {
          en: 'Errors are printed, and that is all.',
          ko: '오류를 출력하기만 한다.',
        },
        holds: {
          en: 'A failed append tells `error` and then `updateend`, and never `update`. Then the element fails. Listen to all of it.',
          ko: '추가가 실패하면 `error`, 그다음 `updateend`가 발생하고 `update`는 발생하지 않습니다. 그러고 나서 요소도 실패합니다. 모두에 리스너를 다세요.',
        },
        shown: ['mse/garbage', 'mse/events'],
      },
      {
        id: 'eviction',
        said: {
          en: 'Nothing is ever removed from the buffer.',
          ko: '버퍼에서 아무것도 제거하지 않는다.',
        },
        holds: {
          en: 'Browsers take about 150 MiB of video and then throw a `QuotaExceededError`. `remove` what has been played, and try the same chunk again.',
          ko: '브라우저는 영상을 150 MiB쯤 받고 나면 `QuotaExceededError`를 던집니다. 재생한 것을 `remove`로 제거하고 같은 청크를 다시 추가하세요.',
        },
        shown: ['mse/evict'],
        evidence: {
          en: '152 MiB were taken in Chromium 156 and Firefox 153 before it.',
          ko: 'Chromium 156과 Firefox 153은 그 전까지 152 MiB를 받았습니다.',
        },
      },
      {
        id: 'type-supported',
        said: {
          en: '`isTypeSupported` is not asked, and `webkitsourceopen` is listened to.',
          ko: '`isTypeSupported`로 확인하지 않고, `webkitsourceopen`에 리스너를 단다.',
        },
        holds: {
          en: 'Ask before you add a SourceBuffer; the names of codecs are in small letters. `webkitsourceopen` is gone.',
          ko: 'SourceBuffer를 만들기 전에 물어보세요. 코덱의 이름은 소문자입니다. `webkitsourceopen`은 사라졌습니다.',
        },
        shown: ['mse/types'],
      },
      {
        id: 'plain-mp4',
        said: { en: 'MP4 works as well.', ko: 'MP4도 된다.' },
        holds: {
          en: 'As a Blob it does. MediaSource needs a fragmented MP4, and an iPhone has only ManagedMediaSource.',
          ko: 'Blob으로는 됩니다. MediaSource에는 조각난(fragmented) MP4가 필요하고, iPhone에는 ManagedMediaSource만 있습니다.',
        },
        shown: ['mse/mp4', 'mse/managed'],
      },
      {
        id: 'any-slices',
        said: {
          en: 'The stream’s chunks are appended as they come.',
          ko: '스트림의 청크를 오는 대로 추가한다.',
        },
        holds: {
          en: 'That is well: chunks may be cut anywhere, as long as they follow each other and begin with the initialization segment. To jump, call `abort()` first.',
          ko: '괜찮습니다. 이어져 있고 초기화 세그먼트로 시작하기만 하면 청크는 어디서 잘라도 됩니다. 다른 곳으로 건너뛰려면 먼저 `abort()`를 호출하세요.',
        },
        shown: ['mse/slices', 'mse/seek'],
      },
    ],
  },
];
