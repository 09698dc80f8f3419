import { formatHex } from '../../core/bytes/format';
import { formatRange, type ByteRange } from '../../core/bytes/ranges';
import type { Refusal } from '../../core/exercise/attempt';
import type { MistakeWords } from '../../core/exercise/exercise';
import type { Fact } from '../../core/exercise/facts';
import type {
  BytesProblem,
  CanvasProblem,
  Feedback,
  LabProblem,
  Problem,
} from '../../core/exercise/feedback';
import type { Pattern } from '../../core/exercise/pattern';
import { explainError } from '../../core/explain/explain-error';
import type { PixelRect } from '../../core/trace/picture-facts';
import type { ErrorReport } from '../../core/trace/run';
import { errors } from './errors';
import { mediaWords } from './exercise-media';
import { lost } from './lost';

const number = new Intl.NumberFormat('ko');
const bytes = (n: number): string => `${number.format(n)}바이트`;
const bytesOf = ({ start, end }: ByteRange): string =>
  end - start === 1 ? `바이트 ${start}` : `바이트 ${formatRange({ start, end })}`;

function threw(error: ErrorReport): MistakeWords {
  const fact = explainError(error);
  if (fact !== null) {
    const { what, todo } = errors(fact);
    return { why: what, next: todo };
  }
  return {
    why: `오류로 끝났습니다: \`${error.name}: ${error.message}\`.`,
    next:
      error.line === null
        ? '코드를 실행해서 오류가 어디에서 났는지 읽어 보세요.'
        : `${error.line}행을 보세요.`,
  };
}

function bytesWords({ expected, found, range, differing, slip }: BytesProblem): MistakeWords {
  if (expected.length !== found.length) {
    return {
      why: `${bytes(expected.length)}여야 하는데 ${bytes(found.length)}입니다.`,
      next: '몇 바이트를 달라고 했는지 확인하세요.',
    };
  }
  if (slip?.kind === 'reversed') {
    return {
      why: `바이트는 맞고 순서가 다릅니다. \`${formatHex(expected, range)}\` 대신 \`${formatHex(found, range)}\` 순서로 있습니다.`,
      next: '어느 끝이 먼저인지 정하세요.',
    };
  }
  if (slip?.kind === 'shifted') {
    return {
      why: `바이트는 맞고 자리가 다릅니다. ${bytes(Math.abs(slip.by))}만큼 ${slip.by > 0 ? '오른쪽' : '왼쪽'}으로 밀려 있습니다.`,
      next: '오프셋을 확인하세요.',
    };
  }
  const own = differing.filter((byte) => byte >= range.start && byte < range.end);
  const first = own[0] ?? range.start;
  const last = own.at(-1) ?? first;
  const shown = { start: first, end: Math.min(last + 1, first + 8) };
  return {
    why: `${bytesOf(shown)}: 기대한 것은 \`${formatHex(expected, shown)}\`, 나온 것은 \`${formatHex(found, shown)}\`.`,
    next: `바이트 ${first}에 쓰는 행을 찾으세요.`,
  };
}

/** “바이트 3–6 쓰기, DataView로, 상위 바이트부터” */
function describePattern(pattern: Pattern): string {
  const { kind, via, range, operation, type, littleEndian, byteLength } = pattern;
  const through = { index: '인덱스로', dataview: 'DataView로', native: '내장 함수로' };
  const nouns: Readonly<Record<string, string>> = {
    alloc: byteLength === undefined ? '새 버퍼' : `${bytes(byteLength)}짜리 새 버퍼`,
    view: `새 ${type ?? '뷰'}`,
    read: '읽기',
    write: '쓰기',
    copy: '복사',
    change: '변경',
  };
  const noun = nouns[kind] ?? `“${kind}” 단계`;
  return [
    range === undefined ? noun : `${bytesOf(range)} ${noun}`,
    ...(operation === undefined ? [] : [`\`${operation}\` 호출`]),
    ...(via === undefined || operation !== undefined ? [] : [through[via]]),
    ...(type === undefined || kind === 'view' ? [] : [`\`${type}\` 값으로`]),
    ...(littleEndian === undefined ? [] : [littleEndian ? '하위 바이트부터' : '상위 바이트부터']),
  ].join(', ');
}

function describeFact(fact: Fact): string {
  if (fact.kind === 'alloc') return `${bytes(fact.byteLength)}짜리 새 버퍼를 만들었습니다`;
  if (fact.kind === 'view') return `새 \`${fact.viewKind}\` 뷰를 만들었습니다`;
  const { kind, range, detail, viaDataView } = fact.step;
  const by =
    detail !== null && detail.operation !== ''
      ? `\`${detail.operation}\` 호출로 `
      : viaDataView
        ? 'DataView로 '
        : '';
  switch (kind) {
    case 'read':
      return `${by}${bytesOf(range)} 부분을 읽었습니다`;
    case 'write':
    case 'copy':
    case 'host':
      return `${by}${bytesOf(range)} 부분에 썼습니다`;
    case 'resize':
      return '버퍼의 길이를 바꿨습니다';
    case 'detach':
      return `${by}버퍼의 메모리를 넘겼습니다`;
    default:
      return `${by}“${kind}” 단계가 있었습니다`;
  }
}

function accessWords(problem: Extract<Problem, { kind: 'access' }>): MistakeWords {
  const { rule, extra, missing, most } = problem;
  if (missing !== null) {
    return {
      why: `${rule === 'in-order' ? '차례에 맞게 ' : ''}일어나지 않은 일이 있습니다: ${describePattern(missing)}.`,
      next: '호출을 한 단계씩 따라가며 그 대신 무슨 일이 일어나는지 보세요.',
    };
  }
  const done = extra === null ? null : describeFact(extra);
  const where = extra?.line == null ? null : extra.line;
  if (rule === 'at-most') {
    return {
      why: `${problem.count}번 일어났는데 ${most}번이면 충분합니다.${done === null ? '' : ` 처음 남는 것: ${done}.`}`,
      next: '없어도 되는 것을 찾으세요.',
    };
  }
  return {
    why:
      done === null
        ? `${problem.count}번 일어났는데 ${most === 0 ? '한 번도 없어야 합니다' : `${most}번이면 충분합니다`}.`
        : rule === 'none'
          ? `${done}. 이 문제에는 없어야 하는 일입니다.`
          : `${done}. 이 문제에 필요한 것보다 많습니다.`,
    next: where === null ? '무엇이 그렇게 하는지 찾아서 없애 보세요.' : `${where}행을 보세요.`,
  };
}

function labWords(problem: LabProblem): MistakeWords {
  switch (problem.kind) {
    case 'lab':
      if (problem.refusal !== null)
        return {
          why: `${bytes(problem.size)} 중 ${bytes(problem.has)}를 받았을 때 랩이 거절했습니다(${problem.refusal}).`,
          next: '랩이 다음으로 원한 오프셋과 여러분이 보낸 오프셋을 비교해 보세요.',
        };
      if (problem.differsAt !== null)
        return {
          why: `오프셋 ${number.format(problem.differsAt)}의 청크에 든 바이트가 파일의 바이트와 다릅니다.`,
          next: '파일을 자른 자리와 보낸 오프셋을 비교해 보세요.',
        };
      return problem.has < problem.size
        ? {
            why: `${bytes(problem.size)} 중 ${bytes(problem.has)}가 도착했습니다.`,
            next: '파일의 끝에 닿기 전에 반복을 끝내는 것이 무엇인지 찾으세요.',
          }
        : {
            why: '모든 바이트가 도착했지만, 다 보냈다고 알리지 않았습니다.',
            next: '마지막 바이트의 수신 확인이 오면 done을 보내세요.',
          };
    case 'in-flight':
      return problem.most !== null
        ? {
            why: `청크 ${problem.found}개가 동시에 가는 중이었습니다. 최대는 ${problem.most}개입니다.`,
            next: '보낼 때 하나 더하고 수신 확인이 오면 하나 빼면서, 보내기 전에 그 수를 확인하세요.',
          }
        : {
            why: `동시에 가는 중인 청크가 ${problem.found}개를 넘은 적이 없습니다. ${String(problem.least)}개까지 있어도 됩니다.`,
            next: '앞 청크를 기다리지 말고 다음 청크를 보내세요.',
          };
    case 'idle':
      return {
        why: `${bytes(problem.after)}의 수신 확인이 왔을 때 가는 중인 것이 없었는데, 보낼 것은 남아 있었습니다.`,
        next: '수신 확인이 하나 오는 대로 다음 청크를 보내세요.',
      };
    case 'early-reads':
      return {
        why: `첫 수신 확인이 오기 전에 파일을 ${problem.found}번 읽었습니다. 최대는 ${problem.most}번입니다.`,
        next: '보낼 자리가 났을 때 청크를 읽으세요.',
      };
    case 'long-read':
      return {
        why: `한 번에 ${bytes(problem.found)}를 읽었습니다. 청크는 최대 ${bytes(problem.most)}입니다.`,
        next: '읽기 전에 파일을 잘라내세요.',
      };
    case 'read-again':
      return {
        why: `랩이 ${bytes(problem.has)}를 가지고 있는데 오프셋 ${number.format(problem.start)}부터 다시 읽었습니다.`,
        next: '랩이 알려 주는 자리에서 시작하세요.',
      };
    case 'progress':
      return {
        why:
          problem.found === null
            ? `${problem.index + 1}번째 보고가 없습니다. 기대한 것: \`${String(problem.expected)}\`.`
            : problem.expected === null
              ? `${problem.index + 1}번째 보고는 남는 것입니다: \`${problem.found}\`.`
              : `${problem.index + 1}번째 보고: 기대한 것은 \`${problem.expected}\`, 나온 것은 \`${problem.found}\`.`,
        next: '청크마다 백분율을 손으로 계산해 보세요.',
      };
    case 'unearned':
      return {
        why: `상대편이 ${bytes(problem.acknowledged)}를 받았을 때 ${problem.said} %라고 알렸습니다.`,
        next: '수신 확인이 온 만큼만, 왔을 때 알리세요.',
      };
    case 'part':
      return {
        why: `오프셋 ${number.format(problem.offset)}의 조각은 \`ArrayBuffer\`여야 하는데 나온 것은 \`${problem.found}\`.`,
        next: '`arrayBuffer()`가 주는 버퍼를 보내세요.',
      };
    case 'not-moved':
      return {
        why: `${bytes(problem.posted)}를 보냈는데 소유권이 넘어간 것은 ${bytes(problem.moved)}입니다. 나머지는 복사되었습니다.`,
        next: '두 번째 인수인 목록에 버퍼를 하나하나 적으세요.',
      };
  }
}

const rectangle = ({ x, y, width, height }: PixelRect): string =>
  `\`${[x, y, width, height].join(', ')}\``;

function canvasWords(problem: CanvasProblem): MistakeWords {
  switch (problem.kind) {
    case 'canvas-rect':
      return problem.found === null
        ? {
            why: `\`${problem.operation}\` 호출이 없습니다.`,
            next:
              problem.operation === 'getImageData'
                ? '먼저 캔버스에서 픽셀을 가져오세요.'
                : '바꾸는 것은 사본입니다. 캔버스에 되돌려 넣으세요.',
          }
        : {
            why: `\`${problem.operation}\`에 준 픽셀은 ${rectangle(problem.found)}(x, y, 너비, 높이)인데, 맞는 것은 ${rectangle(problem.expected)}입니다.`,
            next: '이 캔버스에서 네 수를 손으로 계산해 보세요.',
          };
    case 'canvas-calls':
      return {
        why: `\`${problem.operation}\` 호출이 ${problem.found}번 있는데 ${problem.most}번이면 충분합니다.`,
        next: '첫 호출이 돌려준 것을 변수에 담아 두세요.',
      };
    case 'pixels': {
      const { control, state, x, y, expected, found, differing } = problem;
      const when =
        control === null
          ? ''
          : state === 0
            ? `${control.name} 값이 ${control.value}일 때, `
            : `${control.name} 값이 바뀌어 ${control.value}일 때, `;
      return {
        why: `${when}x ${x}, y ${y}의 픽셀은 \`${expected.join(' ')}\`이어야 하는데 \`${found.join(' ')}\`입니다${differing > 1 ? `. 틀린 픽셀 ${number.format(differing)}개 가운데 하나입니다` : ''}.`,
        next: '이 픽셀에서 반복문을 한 단계씩 따라가 보세요.',
      };
    }
  }
}

function problemWords(problem: Problem): MistakeWords {
  switch (problem.kind) {
    case 'threw':
      return threw(problem.error);
    case 'no-function':
      return {
        why:
          problem.found === 'undefined'
            ? `프로그램에 \`${problem.name}\` 함수가 없습니다.`
            : `\`${problem.name}\` 값이 함수가 아닙니다. \`typeof\` 결과는 “${problem.found}”입니다.`,
        next: '문제에 나온 이름을 그대로 쓰고, 다른 함수 안이 아니라 바깥에서 선언하세요.',
      };
    case 'unsettled':
      return {
        why: '프로미스를 돌려주었는데 끝내 아무 결과도 나오지 않았습니다.',
        next: 'resolve가 호출되지 않는 경로를 찾으세요.',
      };
    case 'value':
      return {
        why: `기대한 것은 \`${problem.expected}\`, 나온 것은 \`${problem.found}\`.`,
        next:
          problem.found === 'undefined'
            ? 'return으로 결과를 돌려주세요.'
            : '이 호출을 한 행씩 손으로 계산해 보세요.',
      };
    case 'no-error':
      return {
        why: `기대한 것은 \`${problem.expected}\`, 나온 것은 \`${problem.found}\`.`,
        next: '이 입력이 왜 불가능한지 찾아서, 거기서 오류를 던지세요.',
      };
    case 'type':
      return {
        why: `기대한 타입은 \`${problem.expected}\`, 나온 것은 \`${problem.found}\`.`,
        next:
          problem.found === 'undefined'
            ? 'return으로 결과를 돌려주세요.'
            : `\`${problem.expected}\` 타입의 값을 돌려주세요.`,
      };
    case 'view':
      return problem.property === 'buffer'
        ? {
            why: '뷰가 다른 버퍼를 봅니다. 이 뷰에 써도 받은 버퍼는 바뀌지 않습니다.',
            next: '받은 버퍼 위에 뷰를 만드세요.',
          }
        : {
            why: `뷰의 \`${problem.property}\` 값은 ${String(problem.expected)}이어야 하는데 ${String(problem.found)}입니다.`,
            next: '생성자의 인수가 저마다 무엇을 세는지 확인하세요.',
          };
    case 'bytes':
      return bytesWords(problem);
    case 'access':
      return accessWords(problem);
    case 'lab':
    case 'in-flight':
    case 'idle':
    case 'early-reads':
    case 'long-read':
    case 'read-again':
    case 'progress':
    case 'unearned':
    case 'part':
    case 'not-moved':
      return labWords(problem);
    case 'canvas-rect':
    case 'canvas-calls':
    case 'pixels':
      return canvasWords(problem);
    case 'media-busy':
    case 'media-uncaught':
    case 'media-bytes':
    case 'media-ends':
    case 'media-after-failure':
    case 'told':
    case 'media-type':
    case 'media-unasked':
    case 'media-url':
      return mediaWords(problem);
    case 'bytes-read':
      return {
        why: `${bytes(problem.found)}를 읽었습니다. 최대는 ${bytes(problem.most)}입니다.`,
        next: '필요 없는 것은 읽지 말고 건너뛰세요.',
      };
    case 'blob-type':
      return {
        why: `Blob의 타입은 \`${problem.expected}\`이어야 하는데 ${problem.found === '' ? '비어 있습니다' : `\`${problem.found}\`입니다`}.`,
        next: '생성자의 두 번째 인수로 타입을 주세요.',
      };
    case 'blob-bytes':
      return {
        why: `${bytes(problem.found)}를 읽었습니다. 최대는 ${bytes(problem.most)}입니다.`,
        next: '필요한 부분을 잘라낸 다음에 읽으세요.',
      };
    case 'urls':
      return {
        why: `만든 URL ${number.format(problem.made)}개 중 ${number.format(problem.live)}개가 끝까지 살아 있습니다.`,
        next: '주소를 해제하지 않고 지나가는 경로를 코드에서 찾으세요.',
      };
    case 'capped':
      return {
        why: '그때까지 너무 많은 일이 일어나서 이 호출이 다 기록되지 않았습니다.',
        next: '바이트보다 더 많이 도는 반복문이나, 돌 때마다 버퍼를 만드는 곳을 찾으세요. 함수 밖에 있을 수도 있습니다.',
      };
    case 'printed':
      return {
        why:
          problem.expected === null
            ? `콘솔의 ${problem.index + 1}번째 줄은 남는 것입니다: \`${String(problem.found)}\`.`
            : `콘솔의 ${problem.index + 1}번째 줄: 기대한 것은 \`${problem.expected}\`, 나온 것은 ${problem.found === null ? '없음' : `\`${problem.found}\``}.`,
        next: '출력한 것과 문제가 원하는 것을 비교해 보세요.',
      };
  }
}

/** Why a check failed, and one next action: for answers that the exercise does not know. */
export const feedback = ({ problem }: Feedback): MistakeWords => problemWords(problem);

/** Why nothing was judged, and one next action. */
export const refusal = (of: Refusal): MistakeWords => {
  switch (of.kind) {
    case 'threw':
    case 'uncaught':
      return threw(of.error);
    case 'stopped': {
      const where = of.line === null ? '' : `${of.line}행에서 `;
      return {
        why:
          of.by === 'reader'
            ? '실행을 중지해서 아무것도 확인하지 않았습니다.'
            : `${where}쉬지 않고 너무 오래 실행되었습니다${of.during === null ? '' : ` (\`${of.during}\`)`}.`,
        next:
          of.by === 'reader'
            ? '확인을 다시 누르세요.'
            : '무엇이 반복을 끝내야 하는지, 그것이 바뀌기는 하는지 보세요.',
      };
    }
    case 'lost':
      return { why: lost(of.reason), next: '확인을 다시 누르세요.' };
    case 'incomplete':
      return {
        why: '실행 결과의 일부가 도착하지 않아서 아무것도 확인하지 않았습니다.',
        next: '확인을 다시 누르세요.',
      };
  }
};
