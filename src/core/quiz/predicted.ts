/** Dispatched on the document: a reader has predicted what the snippet of a bench leaves. */
export const PREDICTED_EVENT = 'bytescope:predicted';
