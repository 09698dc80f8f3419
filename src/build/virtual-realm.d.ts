/** Made by integrations/realm.ts. */
declare module 'virtual:bytescope-realm' {
  /** Site-absolute path of the realm's page, named after its content: `/realm/3f9a….html`. */
  export const realmPath: string;
}
