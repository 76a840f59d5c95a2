/** Said when a message could not be worked on; what was recorded before stands. */
export const notAnswered = '这句我没处理成，前面记下的都还在。请换个说法再发一次；还不行就回“人工”。';

/** Said when a photo came amid too many of the person's, or of all; it was not kept. */
export const tooManyPhotos = '照片来得太多太快，这张没存上。请过一两分钟再发这张。';
