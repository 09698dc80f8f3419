import type { LessonText } from '../lesson';

export const lesson: LessonText = {
  note: '참고',
  lights: (cell) => `메모리 뷰에서 ${cell} 보기`,
  little: (bytes, readings) => `바이트 ${bytes} 읽기: ${readings}`,
  reading: (view, values) => `${view}: ${values}`,
  printsNothing: '없음',
  engines: '브라우저별 결과',
  seed: (sample) => `2015년 글의 예제 ${sample}`,
};
