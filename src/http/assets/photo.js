import { drawMark } from './photo-mark.js';

const MAX_SIDE = 1600;
const QUALITY = 0.8;

/**
 * Makes a photo small before it is sent: in a village every kilobyte counts. What the browser can't read is sent
 * as it is; the server looks at it in any case. `mark`: what is written on it, if anything.
 */
export async function shrinkPhoto(file, mark) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    if (mark !== undefined) drawMark(context, canvas, mark);
    return canvas.toDataURL('image/jpeg', QUALITY);
  } catch {
    return readAsDataUrl(file);
  }
}

function readAsDataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
