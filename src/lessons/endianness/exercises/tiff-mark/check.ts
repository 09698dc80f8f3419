import {
  all,
  answersOfWholeBuffers,
  any,
  call,
  dataView,
  defineExercise,
  everyCallThat,
  failsWith,
  inCall,
  inOrder,
  returns,
  Seeded,
  view,
  type Call,
  type Expected,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

const random = new Seeded(0x2a);

const II = [0x49, 0x49] as const;
const MM = [0x4d, 0x4d] as const;

/** An answer made of a file of 8 bytes or more; shorter ones are none. */
const of =
  (read: (file: DataView, mark: number) => number | null) =>
  (bytes: InputValue): Expected => {
    const { buffer, byteLength } = bytes as Uint8Array;
    const file = new DataView(buffer);
    return byteLength < 8 ? null : read(file, file.getUint16(0));
  };

const firstEntry = of((file, mark) => {
  const little = mark === 0x4949;
  if (!little && mark !== 0x4d4d) return null;
  return file.getUint16(2, little) === 42 ? file.getUint32(4, little) : null;
});

/** Reads 42 and the place in these orders, and returns null where 42 is another number. */
const ordered = (orderOf42: (mark: number) => boolean, orderOfPlace = orderOf42) =>
  of((file, mark) =>
    file.getUint16(2, orderOf42(mark)) === 42 ? file.getUint32(4, orderOfPlace(mark)) : null,
  );

const isLittle = (mark: number) => mark === 0x4949;
const isBig = (mark: number) => mark === 0x4d4d;

const bytesOf = ({ args }: Call) => args[0] as Uint8Array;
const isTiff = (made: Call) => firstEntry(bytesOf(made)) !== null;
const isShort = (made: Call) => bytesOf(made).length < 8;
const isOther = (made: Call) => !isTiff(made) && !isShort(made);
/** Begins with one of the marks, and says another number than 42 in either order. */
const isOtherNumber = (made: Call) =>
  isOther(made) &&
  ordered(isLittle)(bytesOf(made)) === null &&
  ordered(isBig)(bytesOf(made)) === null;
const hasMark = (made: Call) => [II[0], MM[0]].some((letter) => letter === bytesOf(made)[0]);

/** The first call's file is little-endian and lies at byte 0. */
const reads42Big = (made: Call) =>
  hasMark(made) &&
  inOrder([dataView('get', { start: 2, end: 4 }, { littleEndian: false })])(made) === null;

/** Every TIFF file is answered as by this reference. */
const onTiffs =
  (wrong: (bytes: InputValue) => Expected): Recognise =>
  (_finding, { calls }) =>
    calls.filter(isTiff).every((made) => returns(wrong)(made) === null);

export const exercise = defineExercise({
  probes: [
    call('firstEntry', view('view', 'DataView', [...II, 0x2a, 0, 8, 0, 0, 0])),
    call('firstEntry', view('view', 'DataView', [...MM, 0, 0x2a, 0, 0, 0x12, 0x34, 9])),
    call(
      'firstEntry',
      view('view', 'DataView', [...MM, 0, 0x2a, 0xfe, ...random.bytes(12)], {
        before: 3,
        after: 2,
      }),
    ),
    call('firstEntry', view('view', 'DataView', [...II, 0, 0x2a, 0, 0, 0, 8])),
    call('firstEntry', view('view', 'DataView', [...MM, 0, 0x2b, 0, 0, 0, 8])),
    // Neither of the marks, and 42 all the same.
    call('firstEntry', view('view', 'DataView', [0x50, 0x4b, 0, 0x2a, 0, 0, 0, 8])),
    call('firstEntry', view('view', 'DataView', [...II, 0x2a, 0, 8, 0, 0])),
    call('firstEntry', view('view', 'DataView', [])),
  ],

  checks: {
    place: {
      judge: everyCallThat(isTiff, returns(firstEntry)),
      mistakes: {
        'always-little': onTiffs(ordered(() => true)),
        'always-big': all(onTiffs(ordered(() => false)), inCall(reads42Big)),
        inverted: any(
          all(onTiffs(ordered(isBig)), inCall(reads42Big)),
          onTiffs(of((file, mark) => file.getUint32(4, isBig(mark)))),
        ),
        forgot: any(
          onTiffs(ordered(isLittle, () => false)),
          onTiffs(ordered(isLittle, () => true)),
        ),
        signed: onTiffs(of((file, mark) => file.getInt32(4, isLittle(mark)))),
        'whole-buffer': answersOfWholeBuffers(firstEntry),
      },
    },
    refuses: {
      judge: everyCallThat(isOther, returns(null)),
      mistakes: {
        trusting: (_finding, { calls }) =>
          calls
            .filter(isOtherNumber)
            .some(
              (made) =>
                returns(of((file, mark) => file.getUint32(4, isLittle(mark))))(made) === null,
            ),
        'else-big': inCall((made) => !hasMark(made)),
        guessed: inCall((made) => returns(ordered(() => false))(made) === null),
        either: inCall((made) => returns(of((file) => file.getUint32(4, true)))(made) === null),
      },
    },
    short: {
      judge: everyCallThat(isShort, returns(null)),
      mistakes: {
        short: any(failsWith('access-out-of-bounds'), failsWith('view-out-of-bounds')),
      },
    },
  },

  words: {
    en: {
      checks: {
        place: 'Returns bytes 4–7 of a TIFF file, read in its own order',
        refuses: 'Returns null for other letters, and for another number than 42',
        short: 'Returns null for a file of less than 8 bytes',
      },
      mistakes: {
        'always-little': {
          why: 'Files that begin with II come out right. Those that begin with MM are big-endian, and you read them little-endian, too.',
          next: 'Let the two letters decide about the last argument.',
        },
        'always-big': {
          why: 'Files that begin with MM come out right. Those that begin with II are little-endian, and you read them big-endian, too.',
          next: 'Let the two letters decide about the last argument.',
        },
        inverted: {
          why: 'Every file was read in the order that it does not have: II, `49 49`, is little-endian.',
          next: 'Look at which letter makes your boolean true.',
        },
        forgot: {
          why: '42 was read in the file’s order, and the place was not. Each call of a `DataView` decides for itself.',
          next: 'Pass your boolean to the last call as well.',
        },
        signed: {
          why: 'The right bytes in the right order, read signed: a place of 2,147,483,648 or more came out negative.',
          next: 'Look at the type in the table.',
        },
        'whole-buffer': {
          why: 'This file does not begin at byte 0 of its buffer, and you counted from there.',
          next: 'Read through `view` itself, which begins where the file does.',
        },
        trusting: {
          why: 'The letters were right, and bytes 2–3 were not 42. Any text might begin with II.',
          next: 'Read the number in the order that the letters say, and return `null` where it is not 42.',
        },
        'else-big': {
          why: 'This file begins with neither II nor MM, and you took it for big-endian.',
          next: 'Test for both marks before you choose an order.',
        },
        guessed: {
          why: 'You let the number 42 decide about the order. The letters decide, and here they say II while 42 is written big-endian.',
          next: 'Take the order from bytes 0 and 1, and use 42 only to check it.',
        },
        either: {
          why: '42 was accepted in either order. After II only `2A 00` will do: read as the letters say, `00 2A` is 10752.',
          next: 'Read bytes 2–3 once, with your boolean as the last argument.',
        },
        short: {
          why: 'A `DataView` throws a `RangeError` where you read past its end, and this file has less than 8 bytes.',
          next: 'Look at `view.byteLength` before you read anything.',
        },
      },
    },
    ko: {
      checks: {
        place: 'TIFF 파일의 4–7번 바이트를 파일의 순서로 읽어 돌려줍니다',
        refuses: '다른 글자이거나 42가 아닌 수이면 null을 돌려줍니다',
        short: '8바이트보다 짧은 파일에는 null을 돌려줍니다',
      },
      mistakes: {
        'always-little': {
          why: 'II로 시작하는 파일은 맞습니다. MM으로 시작하는 파일은 빅 엔디언인데 그것도 리틀 엔디언으로 읽었습니다.',
          next: '두 글자가 마지막 인수를 정하게 하세요.',
        },
        'always-big': {
          why: 'MM으로 시작하는 파일은 맞습니다. II로 시작하는 파일은 리틀 엔디언인데 그것도 빅 엔디언으로 읽었습니다.',
          next: '두 글자가 마지막 인수를 정하게 하세요.',
        },
        inverted: {
          why: '모든 파일을 그 파일의 순서가 아닌 순서로 읽었습니다. II, 곧 `49 49`는 리틀 엔디언입니다.',
          next: '어느 글자일 때 불리언이 true가 되는지 보세요.',
        },
        forgot: {
          why: '42는 파일의 순서로 읽었는데 자리는 그렇지 않습니다. `DataView`에서는 호출할 때마다 순서를 따로 정합니다.',
          next: '마지막 호출에도 불리언을 넘기세요.',
        },
        signed: {
          why: '바이트와 순서는 맞지만 부호를 붙여 읽었습니다. 2,147,483,648 이상의 자리가 음수로 나왔습니다.',
          next: '표에서 타입을 보세요.',
        },
        'whole-buffer': {
          why: '이 파일은 버퍼의 0번 바이트에서 시작하지 않는데, 거기서부터 세었습니다.',
          next: '파일이 시작하는 곳에서 시작하는 `view` 자체로 읽으세요.',
        },
        trusting: {
          why: '글자는 맞았지만 2–3번 바이트가 42가 아니었습니다. 아무 텍스트나 II로 시작할 수 있습니다.',
          next: '글자가 말하는 순서로 그 수를 읽고, 42가 아니면 `null`을 돌려주세요.',
        },
        'else-big': {
          why: '이 파일은 II로도 MM으로도 시작하지 않는데 빅 엔디언으로 보았습니다.',
          next: '순서를 고르기 전에 두 표식을 모두 검사하세요.',
        },
        guessed: {
          why: '수 42가 순서를 정하게 했습니다. 정하는 것은 글자이고, 여기서는 글자가 II인데 42는 빅 엔디언으로 적혀 있습니다.',
          next: '순서는 0번과 1번 바이트에서 얻고, 42는 확인하는 데에만 쓰세요.',
        },
        either: {
          why: '42를 어느 순서로든 받아들였습니다. II 뒤에는 `2A 00`만 됩니다. 글자가 말하는 대로 읽으면 `00 2A`는 10752입니다.',
          next: '불리언을 마지막 인수로 주고 2–3번 바이트를 한 번만 읽으세요.',
        },
        short: {
          why: '`DataView`는 끝을 넘어 읽으면 `RangeError`를 던지는데, 이 파일은 8바이트보다 짧습니다.',
          next: '무엇을 읽기 전에 `view.byteLength`를 보세요.',
        },
      },
    },
  },
});
