/** Packages that only some labs need. They are optional dependencies, and loaded when the configuration asks for them. */

/** Loads one, or says what is missing and for what. */
export async function loadOptional<Module>(
  name: string,
  variable: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new Error(
        `${variable} is set, and the package ${name} is not installed. It is an optional one: ` +
          'run "npm ci" without leaving those out.',
        { cause: error },
      );
    }
    throw error;
  }
}
