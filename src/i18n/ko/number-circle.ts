import type { NumberCircleText } from '../number-circle';

export const numberCircle: NumberCircleText = {
  label: (bits) => `수의 원, ${bits}비트`,
  picture: (bits, count, signed) =>
    `${bits}비트의 값 ${count}개가 시계 방향으로 커지면서 원 위에 놓여 있습니다. ` +
    `부호 없는 수는 바깥쪽에 0부터 ${count - 1}까지 있고, 맨 위 ${count - 1}와 0 사이에 이음매가 있습니다.` +
    (signed
      ? ` 부호 있는 수는 안쪽에 −${count / 2}부터 ${count / 2 - 1}까지 있고, 맨 아래 ${count / 2 - 1}과 −${count / 2} 사이에 이음매가 있습니다.`
      : ''),
  seam: '이음매',
  places: { unsigned: '바깥쪽', signed: '안쪽' },
  readings: { unsigned: '부호 없음', signed: '부호 있음' },
  walker: '걸은 칸',
  reading: (reading, value) => `${reading} ${value}`,
  pastSeam: (turn) => `이음매를 지남: ${turn}`,
  controls: '원을 따라 걷기',
  walk: (steps) => `${Math.abs(steps)} 칸 ${steps < 0 ? '뒤로' : '앞으로'}`,
  walkShort: (steps) => `${steps < 0 ? '−' : '+'}${Math.abs(steps)}`,
  startHere: '여기서 시작',
  reset: '되돌리기',
};
