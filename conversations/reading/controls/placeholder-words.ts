/** What a platform puts in place of something that is no text, and what it is. */
export const placeholderWords = `
[位置] location
[定位] location
[图片] photo
[照片] photo
[视频] photo
[语音] voice
[文件] noise
[链接] noise
`;
