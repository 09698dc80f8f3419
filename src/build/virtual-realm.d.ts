/** Where the built realm page and the standard lab of the lab in the page are (integrations/realm.ts). */
declare module 'virtual:bytescope-realm' {
  /** With the site's base. */
  export const realmPath: string;
  export const labFiles: {
    /** Within the site. */
    readonly path: string;
    /** The script of `tus`, for programs that name it. */
    readonly tusPath: string;
    readonly media: readonly {
      readonly name: string;
      readonly size: number;
      readonly type: string;
    }[];
  };
}
