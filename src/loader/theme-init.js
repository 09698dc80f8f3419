// Runs before the first paint, inlined into every page (src/layouts/Page.astro); the CSP allows it by its hash.
// Kept in plain JavaScript, since nothing compiles it.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let choice = 'system';
  try {
    const kept = localStorage.getItem('bytescope:theme');
    if (kept === 'light' || kept === 'dark') choice = kept;
  } catch {
    // Storage may be forbidden: the system's choice holds.
  }
  const apply = () => {
    root.dataset.themeChoice = choice;
    root.dataset.theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('bytescope:theme', (event) => {
    choice = event.detail;
    apply();
  });
})();
