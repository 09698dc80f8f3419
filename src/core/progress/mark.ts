export type ProgressMark =
  | { readonly kind: 'section'; readonly lesson: string; readonly id: string }
  | {
      readonly kind: 'quiz';
      readonly lesson: string;
      readonly id: string;
      readonly correct: boolean;
    }
  | {
      readonly kind: 'exercise';
      readonly lesson: string;
      readonly id: string;
      readonly state: 'tried' | 'seen' | 'solved';
    };
export const PROGRESS_EVENT = 'bytescope:progress';
