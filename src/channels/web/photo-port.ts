/** 10 MB: what a phone's camera makes, and no more. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

export type PreparedPhoto =
  | { is: 'photo'; data: Uint8Array; mime: 'image/jpeg' | 'image/png' | 'image/webp' }
  | { is: 'refused'; why: 'tooLarge' | 'notAPhoto' };

/** Makes a photo fit to be kept; how depends on what runs: src/photos/photo.ts on Node. */
export type PreparePhoto = (data: Uint8Array) => Promise<PreparedPhoto>;
