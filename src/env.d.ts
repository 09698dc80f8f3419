declare namespace App {
  interface Locals {
    /** Which lesson is being rendered: components in its MDX find their snippets by it. */
    lesson: {
      readonly slug: string;
      readonly locale: import('./i18n/locale').Locale;
    };
  }
}
