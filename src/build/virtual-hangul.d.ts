/** Addresses of the fonts that integrations/fonts.ts cuts. */
declare module 'virtual:bytescope-hangul' {
  export const korean400: string;
  export const korean600: string;
  /** What English pages show. */
  export const few400: string;
}
