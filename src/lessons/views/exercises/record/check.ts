import {
  all,
  buffer,
  call,
  dataView,
  defineExercise,
  everyCall,
  failsWith,
  inCall,
  leaves,
  only,
  Seeded,
  type Finding,
  type InputValue,
} from '../../../../core/exercise';

const random = new Seeded(0x7e);

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The layout, by field: bytes from the start of the record. */
const FIELDS = {
  kind: { start: 0, end: 1 },
  id: { start: 1, end: 3 },
  temp: { start: 3, end: 7 },
} as const;
const RECORD = 7;

/** The whole buffer after the call. */
function packed(...[bytes, start, kind, id, temp]: readonly InputValue[]): Uint8Array {
  const result = (bytes as Uint8Array).slice();
  const record = new DataView(result.buffer, start as number, RECORD);
  record.setUint8(FIELDS.kind.start, kind as number);
  record.setUint16(FIELDS.id.start, id as number);
  record.setFloat32(FIELDS.temp.start, temp as number);
  return result;
}

const at = (start: number, range: Range) => ({
  start: start + range.start,
  end: start + range.end,
});

const field = (name: keyof typeof FIELDS) =>
  everyCall(leaves(0, packed, { range: (_bytes, start) => at(start as number, FIELDS[name]) }));

const alignment = failsWith('offset-not-multiple');
const isReversed = ({ problem }: Finding) =>
  problem.kind === 'bytes' && problem.slip?.kind === 'reversed';
/** Passes at 0 and fails further on, where it has written to the front instead. */
const ignoresStart = ({ problem, call: seen }: Finding) =>
  problem.kind === 'bytes' &&
  seen?.args[1] !== 0 &&
  problem.differing.some((byte) => byte < RECORD && byte < Number(seen?.args[1]));
const reachesTooFar = failsWith('access-out-of-bounds');
const isAtFront = inCall(({ args }) => args[1] === 0);

/** One DataView call for one whole field. */
const isField = (step: { readonly viaDataView: boolean; readonly range: Range }, start: number) =>
  step.viaDataView &&
  Object.values(FIELDS)
    .map((range) => at(start, range))
    .some(({ start: from, end }) => step.range.start === from && step.range.end === end);

export const exercise = defineExercise({
  probes: [
    call('writeRecord', buffer('buffer', 7), 0, 7, 0x1234, 21.5),
    call('writeRecord', buffer('buffer', 21), 14, 255, 0xfffe, -0.1),
    call('writeRecord', buffer('buffer', random.bytes(19)), 5, 128, 513, -40.25),
    call(
      'writeRecord',
      buffer('buffer', random.bytes(33)),
      random.integer(8, 26),
      random.integer(0, 255),
      random.integer(0, 65535),
      random.integer(-1000, 1000) / 8,
    ),
  ],

  checks: {
    kind: {
      judge: field('kind'),
      mistakes: {
        alignment,
        gaps: all(reachesTooFar, isAtFront),
        twice: reachesTooFar,
        start: ignoresStart,
      },
    },
    id: { judge: field('id'), mistakes: { reversed: isReversed } },
    temp: {
      judge: field('temp'),
      mistakes: {
        reversed: isReversed,
        integer: (_finding, { calls: [first] }) => {
          const bytes = first?.result.inputs[0]?.bytes ?? new Uint8Array(0);
          return (
            bytes.length === RECORD && new DataView(bytes.buffer).getInt32(FIELDS.temp.start) === 21
          );
        },
      },
    },
    rest: {
      judge: everyCall(
        leaves(0, packed, { range: (_bytes, start) => ({ start: 0, end: start as number }) }),
        leaves(0, packed, {
          range: (bytes, start) => ({
            start: (start as number) + RECORD,
            end: (bytes as Uint8Array).length,
          }),
        }),
      ),
    },
    calls: {
      judge: everyCall(
        only(
          ({ args: [, start] }) =>
            Object.values(FIELDS).map((range) => dataView('set', at(start as number, range))),
          { in: { input: 0 } },
        ),
      ),
      mistakes: {
        'by-hand': ({ problem, call: seen }, { calls }) =>
          calls.every((made) => leaves(0, packed)(made) === null) &&
          problem.kind === 'access' &&
          problem.extra?.kind === 'step' &&
          !isField(problem.extra.step, Number(seen?.args[1])),
      },
    },
  },

  words: {
    en: {
      checks: {
        kind: 'Byte 0 of the record holds the kind',
        id: 'Bytes 1–2 hold the id, highest byte first',
        temp: 'Bytes 3–6 hold the temperature, highest byte first',
        rest: 'All other bytes stay as they were',
        calls: 'Makes three DataView calls, one for each field',
      },
      mistakes: {
        alignment: {
          why: 'The id starts at byte 1, and a `Uint16Array` can only start at an even byte. A typed array asks for alignment.',
          next: 'Use the kind of view that takes any offset.',
        },
        reversed: {
          why: 'Right bytes, other order: the lowest byte comes first. That is what `true` as the last argument asks for.',
          next: 'Leave the last argument out. A `DataView` writes the highest byte first by itself.',
        },
        start: {
          why: 'At byte 0 the record is right. With another `start` it was still written to the front of the buffer.',
          next: 'Count the offsets from `start`, or let the view begin there.',
        },
        twice: {
          why: 'At byte 0 the record is right. Further on the offset is too large: `start` was counted twice.',
          next: 'Let the view begin at `start`, or add `start` to each offset. Not both.',
        },
        gaps: {
          why: 'The last field does not fit: there are gaps between the fields. This record has none, so the id starts right after the kind.',
          next: 'Take the offsets from the table: 0, 1 and 3.',
        },
        integer: {
          why: 'The temperature was stored as a whole number: its fraction is gone.',
          next: 'Choose the method that writes a 4-byte float.',
        },
        'by-hand': {
          why: 'The bytes are right, but you took the number apart yourself. A `DataView` does that in one call, whatever the size.',
          next: 'Write each field by one method of a `DataView`.',
        },
      },
    },
    ko: {
      checks: {
        kind: '레코드의 0번 바이트에 kind가 들어 있습니다',
        id: '1–2번 바이트에 id가 높은 바이트부터 들어 있습니다',
        temp: '3–6번 바이트에 온도가 높은 바이트부터 들어 있습니다',
        rest: '다른 바이트는 모두 그대로입니다',
        calls: '필드마다 하나씩 DataView를 세 번 호출합니다',
      },
      mistakes: {
        alignment: {
          why: 'id는 1번 바이트에서 시작하는데 `Uint16Array`는 짝수 번 바이트에서만 시작할 수 있습니다. 형식화 배열은 메모리 정렬을 요구합니다.',
          next: '어느 오프셋이든 받는 뷰를 쓰세요.',
        },
        reversed: {
          why: '바이트는 맞고 순서가 다릅니다. 가장 낮은 바이트가 먼저 옵니다. 마지막 인수 `true`가 그렇게 해 달라는 뜻입니다.',
          next: '마지막 인수를 빼세요. `DataView`는 저절로 가장 높은 바이트부터 씁니다.',
        },
        start: {
          why: '0번 바이트에서는 레코드가 맞습니다. 다른 `start`를 주었을 때에도 버퍼의 맨 앞에 썼습니다.',
          next: '오프셋을 `start`부터 세거나, 뷰가 거기서 시작하게 하세요.',
        },
        twice: {
          why: '0번 바이트에서는 레코드가 맞습니다. 더 뒤에서는 오프셋이 너무 큽니다. `start`를 두 번 셌습니다.',
          next: '뷰가 `start`에서 시작하게 하거나 오프셋마다 `start`를 더하세요. 둘 다 하지는 마세요.',
        },
        gaps: {
          why: '마지막 필드가 들어가지 않습니다. 필드 사이에 빈틈이 있습니다. 이 레코드에는 빈틈이 없으므로 id는 kind 바로 뒤에서 시작합니다.',
          next: '표에 있는 오프셋 0, 1, 3을 쓰세요.',
        },
        integer: {
          why: '온도가 정수로 저장되어 소수부가 사라졌습니다.',
          next: '4바이트 부동 소수점 수를 쓰는 메서드를 고르세요.',
        },
        'by-hand': {
          why: '바이트는 맞지만 수를 직접 쪼갰습니다. `DataView`는 크기가 얼마든 한 번의 호출로 그 일을 합니다.',
          next: '필드마다 `DataView`의 메서드 하나로 쓰세요.',
        },
      },
    },
  },
});
