import type { TeachingText } from '../teaching';

export const teaching: TeachingText = {
  title: '수업에서 쓰기',
  printForPupils: '학생용으로 인쇄',
  printWithAnswers: '정답과 함께 인쇄',
  present: '벤치를 발표 화면으로 보기',
  bar: '발표 화면',
  previous: '이전 벤치',
  next: '다음 벤치',
  smaller: '글자 작게',
  larger: '글자 크게',
  leave: '발표 화면 끝내기',
  presenting: '발표 화면: {bench}, {total}개 가운데 {number}번째. Escape를 누르면 끝납니다.',
  left: '발표 화면을 끝냈습니다.',
  failed: '발표 화면을 불러오지 못했습니다. 다시 시도하세요.',
  printedFrom: (address) => `Bytescope, ${address}`,
};
