/** The words of the course in both languages: the glossary page is made of them, and bold words in prose lead there. */
import { LOCALES, type Locale } from '../i18n/locale';

export interface GlossaryTerm {
  /** The fragment of its address. */
  readonly id: string;
  /** As prose writes it; `also` are other forms that lead here. */
  readonly term: Readonly<Record<Locale, string>>;
  readonly also: Readonly<Record<Locale, readonly string[]>>;
  /** One or two sentences. Code stands between backticks. */
  readonly means: Readonly<Record<Locale, string>>;
  /** The lesson that explains it. */
  readonly lesson: string;
}

type Words = readonly [term: string, means: string, also?: readonly string[]];

const term = (id: string, lesson: string, en: Words, ko: Words): GlossaryTerm => ({
  id,
  lesson,
  term: { en: en[0], ko: ko[0] },
  means: { en: en[1], ko: ko[1] },
  also: { en: en[2] ?? [], ko: ko[2] ?? [] },
});

export const GLOSSARY: readonly GlossaryTerm[] = [
  term(
    'acknowledgement',
    'upload',
    ['acknowledgement', 'Word from the receiver that something has arrived.', ['acknowledged']],
    ['수신 확인(ACK)', '무언가 도착했다고 받는 쪽이 보내 주는 알림입니다.', ['수신 확인']],
  ),
  term(
    'alignment',
    'views',
    [
      'alignment',
      'A typed array starts at a multiple of its element size. A `DataView` has no such rule.',
    ],
    [
      '메모리 정렬',
      '형식화 배열은 요소 크기의 배수에서 시작합니다. `DataView`에는 그런 규칙이 없습니다. 순서대로 늘어놓는 정렬(sort)과는 다른 말입니다.',
    ],
  ),
  term(
    'backpressure',
    'upload',
    [
      'backpressure',
      'The receiver slows the sender down, so that what is on its way never piles up in memory.',
    ],
    [
      '배압(백프레셔)',
      '받는 쪽이 보내는 쪽을 늦추어, 가는 중인 데이터가 메모리에 쌓이지 않게 하는 것입니다.',
      ['배압'],
    ],
  ),
  term(
    'bit',
    'signed',
    ['bit', 'A switch that is off or on, written 0 or 1. Eight of them are a byte.', ['bits']],
    ['비트', '꺼져 있거나 켜져 있는 스위치이고, 0이나 1로 적습니다. 여덟 개가 한 바이트입니다.'],
  ),
  term(
    'blob',
    'blob',
    [
      'Blob',
      'An immutable sequence of bytes of any size, with a type as its label. A `File` is a Blob with a name.',
    ],
    [
      '블롭(Blob)',
      '바뀌지 않는 바이트의 나열입니다. 크기는 얼마든 될 수 있고, 타입이 이름표로 붙습니다. `File`은 이름이 있는 블롭입니다.',
      ['Blob', '블롭'],
    ],
  ),
  term(
    'buffer',
    'views',
    ['buffer', 'An `ArrayBuffer`: room for bytes. Only a view reads and writes it.'],
    ['버퍼', '`ArrayBuffer`, 곧 바이트가 놓일 자리입니다. 읽고 쓰는 것은 뷰뿐입니다.'],
  ),
  term(
    'byte',
    'views',
    ['byte', 'Eight bits: a whole number from 0 to 255.', ['bytes']],
    ['바이트', '여덟 비트, 곧 0부터 255까지의 정수입니다.'],
  ),
  term(
    'byte-order-mark',
    'endianness',
    [
      'byte order mark',
      'The first bytes of a text that say its encoding and byte order: `FE FF`, `FF FE`, or `EF BB BF` for UTF-8.',
    ],
    [
      '바이트 순서 표식(BOM)',
      '텍스트의 인코딩과 바이트 순서를 말해 주는 첫 바이트들입니다. `FE FF`, `FF FE`, UTF-8이면 `EF BB BF`입니다.',
      ['바이트 순서 표식'],
    ],
  ),
  term(
    'channel',
    'pixels',
    ['channel', 'One of the numbers of a pixel: red, green, blue or alpha.'],
    ['채널', '픽셀을 이루는 수 하나입니다. 빨강, 초록, 파랑, 알파가 있습니다.'],
  ),
  term(
    'chunk',
    'upload',
    ['chunk', 'Bytes that are delivered together, as a part of more.', ['chunks']],
    ['청크', '더 큰 것의 일부로서 한꺼번에 전달되는 바이트입니다.'],
  ),
  term(
    'clamp',
    'signed',
    [
      'clamp',
      'To stop at the end of the range: above 255 becomes 255, below 0 becomes 0.',
      ['clamps'],
    ],
    [
      '클램프(범위 제한)',
      '범위의 끝에서 멈추는 것입니다. 255보다 크면 255, 0보다 작으면 0이 됩니다.',
      ['클램프'],
    ],
  ),
  term(
    'cluster',
    'webm',
    ['cluster', 'A part of a WebM file that holds the frames of about a second.', ['clusters']],
    ['클러스터', 'WebM 파일에서 약 1초 동안의 프레임이 든 부분입니다.'],
  ),
  term(
    'codec',
    'webm',
    [
      'codec',
      'How sound or pictures are written as bytes: VP8, H.264, Opus. The container holds them.',
    ],
    [
      '코덱',
      '소리나 그림을 바이트로 적는 방법입니다: VP8, H.264, Opus. 그것을 담는 것은 컨테이너입니다.',
    ],
  ),
  term(
    'container',
    'webm',
    ['container', 'The format of the file around the frames: WebM, MP4.'],
    ['컨테이너', '프레임을 담는 파일의 형식입니다: WebM, MP4.'],
  ),
  term(
    'detached',
    'views',
    [
      'detached',
      'Said of a buffer whose bytes were handed over: it has none left, and its views have length 0.',
    ],
    [
      '분리된',
      '바이트의 소유권을 넘긴 버퍼를 말합니다. 남은 바이트가 없고 그 뷰의 길이는 0입니다.',
    ],
  ),
  term(
    'element',
    'views',
    ['element', 'One value of a typed array, of 1, 2, 4 or 8 bytes.', ['elements']],
    ['요소', '형식화 배열의 값 하나입니다. 크기는 1, 2, 4, 8바이트 가운데 하나입니다.'],
  ),
  term(
    'endianness',
    'endianness',
    [
      'endianness',
      'Which end of a number comes first in memory; also called byte order.',
      ['byte order'],
    ],
    [
      '엔디언',
      '수의 어느 쪽 끝이 메모리에 먼저 오는지를 말합니다. 바이트 순서라고도 합니다.',
      ['바이트 순서'],
    ],
  ),
  term(
    'big-endian',
    'endianness',
    ['big-endian', 'The byte that is worth most comes first.', ['Big-endian']],
    ['빅 엔디언', '자릿값이 가장 큰 바이트가 먼저 옵니다.'],
  ),
  term(
    'little-endian',
    'endianness',
    ['little-endian', 'The byte that is worth least comes first.', ['Little-endian']],
    ['리틀 엔디언', '자릿값이 가장 작은 바이트가 먼저 옵니다.'],
  ),
  term(
    'hexadecimal',
    'views',
    [
      'hexadecimal',
      'To base 16, with the digits 0 to 9 and A to F. Two of them are one byte.',
      ['hex'],
    ],
    ['16진수', '0–9와 A–F로 적는, 밑이 16인 수입니다. 두 자리가 한 바이트입니다.'],
  ),
  term(
    'host',
    'endianness',
    ['host', 'The machine that a program runs on. Typed arrays use its byte order.'],
    ['호스트', '프로그램이 실행되는 기기입니다. 형식화 배열은 그 바이트 순서를 씁니다.'],
  ),
  term(
    'immutable',
    'blob',
    ['immutable', 'Never changed once it is made.'],
    ['불변', '한번 만들어지면 바뀌지 않는다는 뜻입니다.'],
  ),
  term(
    'keyframe',
    'webm',
    [
      'keyframe',
      'A frame that can be decoded by itself. The others need the ones before them.',
      ['keyframes'],
    ],
    [
      '키프레임',
      '그것만으로 디코딩할 수 있는 프레임입니다. 다른 프레임에는 앞의 프레임이 필요합니다.',
    ],
  ),
  term(
    'luma',
    'pixels',
    ['luma', 'A weighted sum of red, green and blue as they are stored: how bright a pixel looks.'],
    [
      '루마',
      '저장된 빨강, 초록, 파랑에 가중치를 곱해 더한 것입니다. 픽셀이 얼마나 밝아 보이는지를 나타냅니다.',
    ],
  ),
  term(
    'magic-number',
    'webm',
    ['magic number', 'The first bytes of a file, by which its format is known.'],
    ['매직 넘버', '형식을 알아볼 수 있게 하는 파일의 첫 바이트들입니다.'],
  ),
  term(
    'memory-leak',
    'blob',
    ['memory leak', 'Memory that is kept although nobody will use it again.'],
    ['메모리 누수', '아무도 다시 쓰지 않을 메모리가 계속 남아 있는 것입니다.'],
  ),
  term(
    'network-byte-order',
    'endianness',
    ['network byte order', 'Big-endian, as the protocols of the internet have it.'],
    ['네트워크 바이트 순서', '인터넷의 프로토콜이 쓰는 빅 엔디언입니다.'],
  ),
  term(
    'object-url',
    'blob',
    [
      'object URL',
      'An address for a Blob or a MediaSource, good for one page until it is revoked.',
    ],
    ['객체 URL', '블롭이나 MediaSource의 주소입니다. 해제할 때까지 한 페이지에서만 통합니다.'],
  ),
  term(
    'offset',
    'views',
    ['offset', 'A place, counted in bytes from the beginning.'],
    ['오프셋', '처음부터 바이트로 센 자리입니다.'],
  ),
  term(
    'pixel',
    'pixels',
    ['pixel', 'One dot of a picture; on a canvas four bytes.', ['pixels']],
    ['픽셀', '그림의 점 하나입니다. 캔버스에서는 네 바이트입니다.'],
  ),
  term(
    'signed',
    'signed',
    ['signed', 'Said of a type that reads negative numbers, too: its top bit counts negative.'],
    ['부호 있는', '음수로도 읽는 타입을 말합니다. 최상위 비트를 음수로 셉니다.'],
  ),
  term(
    'unsigned',
    'signed',
    ['unsigned', 'Said of a type that reads no negative numbers.'],
    ['부호 없는', '음수로 읽지 않는 타입을 말합니다.'],
  ),
  term(
    'stream',
    'upload',
    ['stream', 'Bytes that arrive or leave piece by piece.'],
    ['스트림', '한 조각씩 들어오거나 나가는 바이트입니다.'],
  ),
  term(
    'tainted',
    'pixels',
    [
      'tainted canvas',
      'A canvas whose pixels may not be read, since a picture of another site is on it.',
      ['tainted'],
    ],
    [
      '오염된 캔버스',
      '다른 사이트의 그림이 그려져서 픽셀을 읽을 수 없게 된 캔버스입니다.',
      ['오염된'],
    ],
  ),
  term(
    'threshold',
    'pixels',
    [
      'threshold',
      'The value from which on a pixel becomes white, and below which it becomes black.',
    ],
    [
      '임곗값',
      '픽셀이 이 값부터는 흰색이 되고, 이보다 작으면 검은색이 됩니다. 그렇게 가르는 일은 이진화라고 합니다.',
    ],
  ),
  term(
    'transfer',
    'views',
    [
      'transfer',
      'To hand the bytes of a buffer over without copying them. The old buffer is detached.',
    ],
    [
      '전송(소유권 이전)',
      '바이트를 복사하지 않고 소유권을 넘기는 것입니다. 옛 버퍼는 분리됩니다.',
      ['전송'],
    ],
  ),
  term(
    'twos-complement',
    'signed',
    [
      'two’s complement',
      'How negative numbers are written as bits: the top bit has a negative weight.',
      ["two's complement"],
    ],
    ['2의 보수', '음수를 비트로 적는 방법입니다. 최상위 비트의 자릿값이 음수입니다.'],
  ),
  term(
    'typed-array',
    'views',
    [
      'typed array',
      'A view that divides bytes into elements of one size, reached by index.',
      ['typed arrays'],
    ],
    [
      '형식화 배열(TypedArray)',
      '바이트를 같은 크기의 요소로 나누고 인덱스로 읽고 쓰는 뷰입니다.',
      ['형식화 배열'],
    ],
  ),
  term(
    'utf-8',
    'blob',
    ['UTF-8', 'An encoding of text that uses one to four bytes for a character.'],
    ['UTF-8', '한 글자에 1바이트에서 4바이트를 쓰는 텍스트 인코딩입니다.'],
  ),
  term(
    'view',
    'views',
    [
      'view',
      'A way to look at the bytes of a buffer: a typed array or a `DataView`. It copies nothing.',
      ['views'],
    ],
    [
      '뷰',
      '버퍼의 바이트를 보는 방법입니다. 형식화 배열이거나 `DataView`이고, 아무것도 복사하지 않습니다.',
    ],
  ),
  term(
    'wrapping',
    'signed',
    ['wrapping', 'To go on from the other end when a range is over: 255 + 1 is 0.', ['wraps']],
    [
      '랩어라운드(순환)',
      '범위가 끝나면 반대쪽 끝에서 이어지는 것입니다: 255 + 1은 0입니다.',
      ['랩어라운드'],
    ],
  ),
];

const byWords = new Map(
  LOCALES.map((locale) => [
    locale,
    new Map(
      GLOSSARY.flatMap((entry) =>
        [entry.term[locale], ...entry.also[locale]].map((word) => [word, entry] as const),
      ),
    ),
  ]),
);

/** The entry of a word as prose writes it; null for any other. */
export function termOf(words: string, locale: Locale): GlossaryTerm | null {
  return byWords.get(locale)?.get(words.trim()) ?? null;
}

/** In the order of the language's own alphabet. */
export function termsInOrder(locale: Locale): readonly GlossaryTerm[] {
  const order = new Intl.Collator(locale);
  return GLOSSARY.toSorted((a, b) => order.compare(a.term[locale], b.term[locale]));
}
