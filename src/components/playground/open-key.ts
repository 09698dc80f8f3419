/** Where a tab, and the device, remember which program was open. */
export const OPEN_KEY = 'bytescope:playground:open';
