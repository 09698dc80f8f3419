import type { ErrorFact } from '../../core/explain/explain-error';
import type { MediaErrorFact } from '../../core/explain/explain-media';
import type { FailedAccess } from '../../core/trace/run';
import type { Explained } from '../errors';

const bytesAt = (start: number, size: number) =>
  size === 1 ? `${start}번 바이트` : `${start}–${start + size - 1}번 바이트`;

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
        ? `${method}에 넘긴 오프셋이 음수입니다: ${String(byteOffset).replace('-', '−')}. 뷰는 0에서 시작합니다.`
        : `${method}에 넘긴 오프셋 ${byteOffset}에서는 ${bytesAt(byteOffset, byteSize)}가 필요합니다. 뷰는 ${viewByteLength - 1}번 바이트에서 끝납니다.`,
    todo:
      last < 0
        ? `값 하나가 ${byteSize}바이트이므로 이 뷰에는 어느 오프셋에도 들어가지 않습니다.`
        : `값 하나가 ${byteSize}바이트이므로 들어갈 수 있는 마지막 오프셋은 ${last}입니다.`,
  };
};

const ATTRIBUTES = ['duration', 'timestampOffset', 'mode', 'appendWindowStart', 'appendWindowEnd'];

const callOf = (call: string | null): string => {
  if (call === null) return '이 호출';
  return ATTRIBUTES.includes(call) ? `${call} 대입` : `${call}() 호출`;
};

const MEDIA_ERRORS: Readonly<Record<1 | 2 | 3 | 4, Explained>> = {
  1: {
    what: '페이지의 요청으로 불러오기를 중단했습니다(코드 1, aborted).',
    todo: '다시 시작하려면 src를 다시 정하세요.',
  },
  2: {
    what: '바이트가 더 오지 않았습니다(코드 2, network).',
    todo: '주소가 아직 응답하는지 확인하세요. 객체 URL은 해제할 때까지만 통합니다.',
  },
  3: {
    what: '컨테이너는 읽었지만 그 안의 프레임을 디코딩할 수 없습니다(코드 3, decode).',
    todo: '파일이 망가졌거나, 바이트가 빠졌거나, 다른 순서로 왔습니다.',
  },
  4: {
    what: '이 브라우저가 재생하는 파일이 아닙니다(코드 4, source not supported).',
    todo: '첫 바이트들을 보세요. WebM은 1A 45 DF A3으로 시작하고, MP4는 4번 바이트에 “ftyp”이 있습니다. 해제했거나 샌드박스가 갈 수 없는 주소도 이렇게 끝납니다.',
  },
};

const media = (fact: MediaErrorFact): Explained => {
  switch (fact.kind) {
    case 'media-busy':
      return {
        what: `SourceBuffer가 아직 일하는 동안, 곧 updating이 true일 때 ${callOf(fact.call)}이 왔습니다.`,
        todo: 'updateend 이벤트를 기다리세요. 그동안 온 청크는 큐에 두고, 거기서 다음 것을 추가하세요.',
      };
    case 'media-not-open':
      return fact.state === 'ended'
        ? {
            what: `${callOf(fact.call)}에는 열린 MediaSource가 필요한데 이 MediaSource는 끝났습니다.`,
            todo: 'endOfStream()은 마지막 updateend 뒤에 한 번만 호출합니다. 추가하면 MediaSource가 다시 열립니다.',
          }
        : {
            what: `${callOf(fact.call)}에는 열린 MediaSource가 필요한데 이 MediaSource는 ${fact.state === 'closed' ? '닫혀 있습니다' : '열려 있지 않습니다'}.`,
            todo: '객체 URL을 video의 src에 주고 sourceopen을 기다리세요. 영상이 실패하면 다시 닫힙니다.',
          };
    case 'media-removed':
      return {
        what: `${callOf(fact.call)}이 너무 늦었습니다. SourceBuffer는 이제 어느 MediaSource에도 속하지 않습니다.`,
        todo: '실패했거나 다른 src를 얻은 영상은 SourceBuffer를 놓아 줍니다. 이 행 앞에서 error 이벤트를 찾으세요.',
      };
    case 'media-duration-cuts':
      return {
        what: '새 길이가 버퍼링된 프레임보다 먼저 끝납니다.',
        todo: '먼저 remove(새 길이, 옛 길이)를 호출하고 updateend를 기다리세요.',
      };
    case 'media-duration-invalid':
      return {
        what: '길이는 음수가 아닌 초입니다.',
        todo: '끝이 없는 스트림이라면 Infinity도 됩니다. NaN은 안 됩니다.',
      };
    case 'media-type':
      return {
        what: `${fact.call}()에 넘긴 타입은 이 브라우저의 MediaSource가 재생하지 않는 것입니다.`,
        todo: '먼저 MediaSource.isTypeSupported()로 확인하세요. 코덱은 소문자로 적습니다: video/webm; codecs="vp8,vorbis". Chromium은 코덱까지 원하고, Firefox는 video/webm만으로도 받습니다.',
      };
    case 'media-type-empty':
      return {
        what: `${fact.call}()에는 타입이 필요합니다.`,
        todo: '컨테이너와 코덱을 적으세요: video/webm; codecs="vp8".',
      };
    case 'media-too-many':
      return {
        what: '이 MediaSource는 SourceBuffer를 더 받지 않습니다.',
        todo: '처음 추가하기 전에 트랙마다 하나씩, 또는 모든 트랙에 하나를 만드세요.',
      };
    case 'media-remove-early':
      return {
        what: '스트림에 대해 아무것도 모를 때 remove()를 호출했습니다. 길이가 NaN입니다.',
        todo: '처음 추가한 것에서 길이를 알게 됩니다. 그 updateend 뒤에 제거하세요.',
      };
    case 'media-remove-range':
      return {
        what: 'remove(시작, 끝)에 있을 수 없는 구간을 주었습니다.',
        todo: '둘 다 초입니다. 시작은 0부터 길이까지, 끝은 시작보다 커야 합니다.',
      };
    case 'media-not-bytes':
      return {
        what: 'appendBuffer()는 ArrayBuffer나 그 뷰를 받습니다.',
        todo: 'Blob이나 Response라면 먼저 arrayBuffer()를 기다리세요. 뷰는 그대로 주세요. .buffer에는 더 많은 것이 있을 수 있습니다.',
      };
    case 'media-resizable':
      return {
        what: 'appendBuffer()는 길이가 바뀔 수 있거나 공유된 메모리를 받지 않습니다.',
        todo: '사본을 추가하세요: bytes.slice().',
      };
    case 'media-quota':
      return {
        what: 'SourceBuffer가 가득 찼고, 브라우저가 버려도 되는 것을 찾지 못했습니다.',
        todo: '이미 재생한 부분을 remove()로 제거하고, updateend를 기다린 다음 같은 청크를 다시 추가하세요.',
      };
    case 'media-not-found':
      return {
        what: '이 SourceBuffer는 그 MediaSource의 것이 아닙니다.',
        todo: '이미 제거되었을 수 있습니다. 닫혀도 그렇게 됩니다.',
      };
    case 'play-not-allowed':
      return {
        what: '브라우저는 누군가 바로 그 페이지에서 무언가를 누르기 전에는 소리를 내지 않습니다.',
        todo: 'muted = true로 하거나, 클릭 안에서 play()를 호출하세요. 실행 버튼은 다른 페이지에 있으므로 누른 것으로 치지 않습니다.',
      };
    case 'play-interrupted':
      return fact.by === 'pause'
        ? {
            what: '영상이 재생을 시작하기 전에 pause()가 와서 play()의 프로미스가 거부되었습니다.',
            todo: '멈추기 전에 play()를 기다리거나, 그 AbortError를 받으세요.',
          }
        : {
            what: '영상이 재생을 시작하기 전에 다른 불러오기가 시작되어 play()의 프로미스가 거부되었습니다.',
            todo: '먼저 src를 정하고 그 뒤에 play()를 호출하세요. load(), 새 src, 그리고 Firefox에서는 pause()도 이런 일을 일으킵니다.',
          };
    case 'play-no-source':
      return {
        what: 'play()가 재생할 것이 없습니다.',
        todo: 'video의 error 속성을 보세요. 코드가 있고, 엔진이 알아낸 것은 message에 있습니다.',
      };
    case 'no-object-url':
      return {
        what: '객체 URL은 Blob, File, MediaSource로 만듭니다.',
        todo: '먼저 바이트를 new Blob([bytes], { type })에 담으세요.',
      };
    case 'media-error':
      return fact.code === 4 && fact.ofSource
        ? {
            what: '추가한 것이 addSourceBuffer()에 알린 것과 다르거나, MediaSource가 받는 형식이 아닙니다.',
            todo: '코덱을 파일의 것과 비교해 보세요. 스트림은 초기화 세그먼트로 시작하고, MP4는 조각나 있어야 합니다. Chromium은 바로 말하고, Firefox는 파일이 말하는 것을 따르며 바이트를 더 기다릴 수 있습니다.',
          }
        : MEDIA_ERRORS[fact.code];
  }
};

export const errors = (fact: ErrorFact): Explained => {
  switch (fact.kind) {
    case 'length-not-multiple':
      return {
        what: `${fact.type}에는 길이가 ${fact.byteSize}의 배수인 버퍼가 필요합니다.`,
        todo: `요소 하나가 ${fact.byteSize}바이트이므로 마지막 요소가 잘립니다. 세 번째 인수로 길이를 주거나, 크기가 맞는 버퍼를 쓰세요.`,
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
        what: `여기에는 “${fact.name}” 변수가 없습니다.`,
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
    default:
      return media(fact);
  }
};
