/** Which of the two editors this screen gets: the loader fetches its bytes ahead, the bench opens it. */

/** A screen whose only pointer is a finger. */
export const isTouchFirst = (): boolean =>
  matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
