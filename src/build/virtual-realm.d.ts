/** Where the built realm page and the standard lab of the lab in the page are (integrations/realm.ts). */
declare module 'virtual:bytescope-realm' {
  export const realmPath: string;
  export const labFiles: {
    readonly path: string;
    readonly media: readonly {
      readonly name: string;
      readonly size: number;
      readonly type: string;
    }[];
  };
}
