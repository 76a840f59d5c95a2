/** Said when a message could not be worked on; what was recorded before stands. */
export const notAnswered = '这句我没处理成，前面记下的都还在。请换个说法再发一次；还不行就回“人工”。';
