/** The words that questions are written in: all that `quizzes.ts` needs. */
export { defineQuizzes } from './quiz';
