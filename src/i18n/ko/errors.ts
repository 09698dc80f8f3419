import type { ErrorFact } from '../../core/explain/explain-error';
import type { FailedAccess } from '../../core/trace/run';
import type { Explained } from '../errors';

const bytesAt = (start: number, size: number) =>
  size === 1 ? `바이트 ${start}` : `바이트 ${start}–${start + size - 1}`;

/** Offsets as DataView counts them, from the start of the view. */
const accessOutOfBounds = ({
  method,
  byteOffset,
  byteSize,
  viewByteLength,
}: FailedAccess): Explained => {
  const last = viewByteLength - byteSize;
  return {
    what:
      byteOffset < 0
        ? `${method}에 오프셋 ${String(byteOffset).replace('-', '−')}을 넘겼습니다. 뷰는 0에서 시작합니다.`
        : `${method}에 넘긴 오프셋 ${byteOffset}에서는 ${bytesAt(byteOffset, byteSize)}가 필요합니다. 뷰는 바이트 ${viewByteLength - 1}에서 끝납니다.`,
    todo:
      last < 0
        ? `값 하나가 ${byteSize}바이트이므로 이 뷰에는 어느 오프셋에도 들어가지 않습니다.`
        : `값 하나가 ${byteSize}바이트이므로 들어갈 수 있는 마지막 오프셋은 ${last}입니다.`,
  };
};

export const errors = (fact: ErrorFact): Explained => {
  switch (fact.kind) {
    case 'length-not-multiple':
      return {
        what: `${fact.type}에는 길이가 ${fact.byteSize}의 배수인 버퍼가 필요합니다.`,
        todo: `요소 하나가 ${fact.byteSize}바이트라서 마지막 요소가 잘립니다. 세 번째 인수로 길이를 주거나, 크기가 맞는 버퍼를 쓰세요.`,
      };
    case 'offset-not-multiple':
      return {
        what: `${fact.type} 뷰는 ${fact.byteSize}의 배수에서만 시작할 수 있습니다.`,
        todo: `${fact.byteSize}로 나누어떨어지는 오프셋을 고르거나, 어느 오프셋에서든 읽는 DataView를 쓰세요.`,
      };
    case 'view-out-of-bounds':
      return {
        what: '뷰가 버퍼의 끝을 넘어갑니다.',
        todo:
          fact.type === 'DataView'
            ? '오프셋과 길이를 더한 것이 버퍼 안에 들어가야 합니다. DataView는 길이를 바이트로 셉니다.'
            : '오프셋과 길이를 더한 것이 버퍼 안에 들어가야 합니다. 형식화 배열은 길이를 바이트가 아니라 요소로 셉니다.',
      };
    case 'access-out-of-bounds':
      return fact.access
        ? accessOutOfBounds(fact.access)
        : {
            what: '이 호출에는 뷰 밖에 있는 바이트가 필요합니다.',
            todo: '들어갈 수 있는 마지막 오프셋은 뷰의 byteLength에서 값의 바이트 수(1, 2, 4, 8)를 뺀 것입니다.',
          };
    case 'set-overflow':
      return {
        what: '그 위치부터는 값이 모두 들어가지 않습니다.',
        todo: '대상을 더 길게 만들거나, 더 앞에서 시작하거나, 값을 줄이세요.',
      };
    case 'index-out-of-range':
      return {
        what: '오프셋, 인덱스 또는 길이가 음수이거나 너무 큽니다.',
        todo: '0 이상이어야 하고, 닿는 곳이 모두 버퍼 안에 있어야 합니다.',
      };
    case 'detached':
      return {
        what: '이 버퍼의 메모리는 다른 곳으로 넘어가서, 더는 바이트가 없습니다.',
        todo: 'transfer()가 돌려준 버퍼를 쓰거나, 넘기기 전에 바이트를 읽으세요.',
      };
    case 'bigint-mix':
      return {
        what: 'BigInt와 Number를 섞었습니다.',
        todo: '64비트 정수 뷰에는 BigInt가 들어갑니다. 1n처럼 적거나 BigInt() 또는 Number()로 변환하세요.',
      };
    case 'not-resizable':
      return {
        what: '이 버퍼는 길이가 고정되어 있습니다.',
        todo: '{ maxByteLength }로 만든 버퍼만 크기를 조절할 수 있습니다.',
      };
    case 'resize-too-large':
      return {
        what: '길이가 maxByteLength보다 큽니다.',
        todo: '더 작은 길이를 고르거나, maxByteLength를 더 크게 잡아 버퍼를 만드세요. 나중에는 바꿀 수 없습니다.',
      };
    case 'invalid-length':
      return {
        what: '그 길이의 버퍼나 배열은 만들 수 없습니다.',
        todo: '길이는 음수가 아닌 정수이고, 메모리에 들어갈 만큼 작아야 합니다.',
      };
    case 'missing-new':
      return {
        what: '이 생성자를 new 없이 호출했습니다.',
        todo: '앞에 new를 붙이세요.',
      };
    case 'not-defined':
      return {
        what: `여기에는 ${fact.name}이라는 변수가 없습니다.`,
        todo: '철자가 맞는지, 이 행보다 앞에서 선언했는지 확인하세요.',
      };
    case 'not-a-function':
      return {
        what: `여기서 “${fact.name}” 값은 함수가 아닙니다.`,
        todo: '이름과 그 앞의 값이 무엇인지 확인하세요. 형식화 배열에는 push와 concat이 없습니다.',
      };
    case 'const-assignment':
      return {
        what: 'const에는 다시 대입할 수 없습니다.',
        todo: 'let으로 선언하세요. const 뷰 안의 바이트는 여전히 바꿀 수 있습니다.',
      };
    case 'stack-overflow':
      return {
        what: '함수가 자기 자신을 너무 많이 호출했습니다.',
        todo: '재귀를 끝내야 할 조건을 확인하세요.',
      };
  }
};
