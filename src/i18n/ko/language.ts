import type { LanguageText } from '../language';

export const language: LanguageText = {
  short: '한국어',
  offer: '이 페이지를 한국어로 읽기',
  decline: '닫고 다시 묻지 않기',
  landmark: '언어',
};
