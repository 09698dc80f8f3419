/**
 * What a page runs for its questions before anybody answers one: it loads the rest at the first sign that somebody
 * will, or has before. A press that comes sooner is carried out when the rest is there.
 */
const SIGNS = ['pointerover', 'focusin', 'pointerdown', 'toggle'] as const;

const load = () => import('./quiz-form');

/** Whether this device keeps answers to questions of this page. */
function hasAnswers(forms: Iterable<HTMLElement>): boolean {
  try {
    for (const { dataset } of forms)
      if (localStorage.getItem(`bytescope:quiz:${dataset['quiz'] ?? ''}`) !== null) return true;
  } catch {
    // Storage may be forbidden: nothing is kept then.
  }
  return false;
}

export function wireQuizzes(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-quiz]');
  for (const form of forms) {
    const wake = () => {
      for (const sign of SIGNS) form.removeEventListener(sign, wake, true);
      void load().then(({ bringToLife }) => bringToLife(form));
    };
    // An opened answer tells its <details> alone, so all of them are caught on the way down.
    for (const sign of SIGNS) form.addEventListener(sign, wake, true);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void load().then(({ bringToLife, check }) => {
        bringToLife(form);
        check(form);
      });
    });
  }
  if (hasAnswers(forms))
    void load().then(({ bringToLife }) => {
      for (const form of forms) bringToLife(form);
    });
}
