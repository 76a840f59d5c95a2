/** 10 MB: what a phone's camera makes, and no more. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

export type PreparedPhoto =
  | { is: 'photo'; data: Uint8Array; mime: 'image/jpeg' | 'image/png' | 'image/webp' }
  /** `busy`: there are too many just now, of this person or of all. */
  | { is: 'refused'; why: 'tooLarge' | 'notAPhoto' | 'busy' };

/** Makes a photo of this person fit to be kept; how depends on what runs: src/photos/photo.ts on Node. */
export type PreparePhoto = (data: Uint8Array, who: string) => Promise<PreparedPhoto>;
